import { describe, expect, it, vi } from 'vitest';
import { joinLines, oneLine } from '../../src/fields/text.js';

describe('oneLine', () => {
  it.each([
    ['clean', 'clean'],
    ['', ''],
    ['  two  words ', 'two words'],
    ['a\r\nb\tc\u00a0d\u2028e\u0085f\u3000g\u2009h', 'a b c d e f g h'],
    ['Folding Paper Cranes\n  with Language Models', 'Folding Paper Cranes with Language Models'],
    ['naïve 折り紙 🦢', 'naïve 折り紙 🦢'],
    ['👩‍🔬 at work', '👩‍🔬 at work'],
  ])('%j → %j', (text, expected) => {
    const onRemoved = vi.fn();
    expect(oneLine(text, onRemoved)).toBe(expected);
    expect(onRemoved).not.toHaveBeenCalled();
  });

  it.each([
    ['\ufeffcra\u200bne', 'crane', 2],
    ['a \u200b b', 'a b', 1],
    ['\u202egnp.exe\u202c', 'gnp.exe', 2],
    ['a\u0000b\u001b[31mc\u007f\u009b', 'ab[31mc', 4],
    ['e\u200dd', 'ed', 1],
    ['half \ud83e crane', 'half crane', 1],
    ['\u{e0041}tag', 'tag', 1],
  ])('%j → %j, %i removed', (text, expected, count) => {
    const onRemoved = vi.fn();
    expect(oneLine(text, onRemoved)).toBe(expected);
    expect(onRemoved).toHaveBeenCalledExactlyOnceWith(count);
  });
});

describe('joinLines', () => {
  it.each([
    [['We fold', 'paper cranes.'], 'We fold paper cranes.'],
    [['a mixture-of-', 'experts model'], 'a mixture-of-experts model'],
    [['GPT-', '4 folds'], 'GPT-4 folds'],
    [['zero-', 'Überschuss'], 'zero-Überschuss'],
    [['pre-', 'and post-training'], 'pre- and post-training'],
    [['text-', 'to-image models'], 'text-to-image models'],
    [['text-', 'to-', 'image'], 'text-to-image'],
    [['left-', 'to right-handed'], 'left- to right-handed'],
    [['short-', 'or long-', 'term'], 'short- or long-term'],
    [['one -', 'two'], 'one - two'],
    [['a dash –', 'and more'], 'a dash – and more'],
    [['what follows-', '(or not)'], 'what follows- (or not)'],
    [[], ''],
  ])('%j → %j', (lines, text) => {
    expect(joinLines(lines)).toBe(text);
  });
});
