import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/cli/input.js';

describe('namesIn', () => {
  it.each([
    ['a\0b\0', ['a', 'b']],
    ['a\0b', ['a', 'b']],
    ['only one', ['only one']],
    ['two\nlines\0', ['two\nlines']],
  ])('%j', (text, names) => expect(namesIn('list', text)).toEqual(names));

  it.each([
    ['', 'lists no file'],
    ['\0', 'name 1 is empty'],
    ['a\0\0b\0', 'name 2 is empty'],
    ['a\nb\n', 'NUL byte'],
  ])('not %j', (text, message) => expect(() => namesIn('list', text)).toThrow(message));

  it('may name standard input only where it is not the list itself', () => {
    expect(namesIn('list', '-\0')).toEqual(['-']);
    expect(() => namesIn('-', '-\0')).toThrow('standard input');
  });
});
