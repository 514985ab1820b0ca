import { describe, expect, it } from 'vitest';
import { authorsAmong, itemsIn, readAuthors } from '../../src/fields/lists.js';

describe('itemsIn', () => {
  it.each([
    ['a, b', ['a', 'b']],
    ['a, b; c', ['a, b', 'c']],
    ['a | b, c', ['a', 'b, c']],
    ['a · b', ['a', 'b']],
    ['a\nb', ['a', 'b']],
    ['a,\nb\nc', ['a', 'b\nc']],
    [' , a,, ', ['a']],
    ['', []],
  ])('%j', (list, items) => {
    expect(itemsIn(list)).toEqual(items);
  });
});

describe('readAuthors', () => {
  it.each<[string, string[], boolean]>([
    ['Ada Quill', ['Ada Quill'], true],
    ['Ada Quill, Ben Ochre', ['Ada Quill', 'Ben Ochre'], true],
    ['Ada Quill, Ben Ochre, and Cy Dee', ['Ada Quill', 'Ben Ochre', 'Cy Dee'], true],
    ['Ada Quill & Ben Ochre', ['Ada Quill', 'Ben Ochre'], true],
    ['Alexander Andersen', ['Alexander Andersen'], true],
    ['Quill, Ada; Ochre, Ben', ['Quill, Ada', 'Ochre, Ben'], true],
    ['Quill, Ada', ['Quill, Ada'], true],
    ['Quill, Ada and Ochre, Ben C.', ['Quill, Ada', 'Ochre, Ben C.'], true],
    ['Quill, Ochre and Dee', ['Quill', 'Ochre', 'Dee'], true],
    ['van der Berg, Ida M.', ['van der Berg, Ida M.'], true],
    ['By Ada Quill', ['Ada Quill'], true],
    ['by folding', ['by folding'], true],
    ['Ada Quill et al.', ['Ada Quill'], false],
    ['Ada Quill, et al', ['Ada Quill'], false],
    ['Ada Quill and 4 others', ['Ada Quill'], false],
    ['Ada Quill, Ben Ochre, +4', ['Ada Quill', 'Ben Ochre'], false],
    ['Ada Quill (+12 more)', ['Ada Quill'], false],
    ['Ada Quill, …', ['Ada Quill'], false],
    ['Ada Quill, ... 4 more authors', ['Ada Quill'], false],
    ['et al.', [], false],
    ['Metal', ['Metal'], true],
    ['', [], true],
  ])('%j', (text, names, areAll) => {
    expect(readAuthors(text)).toEqual({ names, areAll });
  });
});

it('a list without words about others stays as it is', () => {
  expect(authorsAmong([',', 'Ada '])).toEqual({ names: [',', 'Ada '], areAll: true });
  expect(authorsAmong(['Ada Quill', 'Ben Ochre et al.'])).toEqual({
    names: ['Ada Quill', 'Ben Ochre'],
    areAll: false,
  });
  expect(authorsAmong(['Ada Quill', 'and 4 more'])).toEqual({ names: ['Ada Quill'], areAll: false });
});
