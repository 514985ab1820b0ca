import type { Token } from './classify.js';

/** Lines up to a blank one. */
export type Block = Token[];

/** Measured on 9,581 records: titles have at most 175 characters and none ends in a stop; no abstract under 260 lacks one. */
export const LONGEST_TITLE = 175;
const LONGEST_UNSTOPPED_TITLE = 259;
const LONGEST_ORGANIZATION = 80;
/** An abstract has at least 165 characters. */
const SHORTEST_ABSTRACT = 165;
/** A one-line summary ends in a stop and has at least 98. */
const SHORTEST_SUMMARY = 90;

const CLOCK = /^\d{1,2}:\d\d(?: ?[AP]M)?$/i;
const STOP = /[.:;,。](?:["'”’)\]]*)$/;
const ENDS_IN_WORD = /[A-Za-z0-9]/;
const CUT = /(?:\.\.\.|…)$/;
const CLOSING_MARK = /[?!。？！]["'”’)\]]*$/;

export const textOf = (block: readonly { text: string }[]): string =>
  block.length === 1 ? (block[0] as { text: string }).text : block.map(({ text }) => text).join(' ');

const lengthOf = (block: Block): number => {
  let length = -1;
  for (const { text } of block) length += text.length + 1;
  return length;
};

/** Short and without a final stop: can be a title. */
export const looksLikeTitle = (block: Block): boolean => {
  const length = lengthOf(block);
  if (length > LONGEST_UNSTOPPED_TITLE || length === 0) return false;
  const text = textOf(block);
  if (length <= LONGEST_TITLE && ENDS_IN_WORD.test(text.slice(-1))) return true;
  if (length <= LONGEST_TITLE && CUT.test(text)) return true;
  return !STOP.test(text) && (length <= LONGEST_TITLE || !CLOSING_MARK.test(text));
};

/** Long enough for an abstract that was not cut off. */
export const isLong = (block: Block): boolean => lengthOf(block) >= SHORTEST_ABSTRACT;

/** A line short enough for an organization: no stop at its end, at least one letter, no web address, no time of day. */
export const looksLikeOrganization = ({ text }: Token): boolean =>
  text.length <= LONGEST_ORGANIZATION &&
  !STOP.test(text) &&
  !CLOSING_MARK.test(text) &&
  /\p{L}/u.test(text) &&
  !text.includes('://') &&
  !CLOCK.test(text);

export const endsSentence = ({ text }: Token): boolean => STOP.test(text) || CLOSING_MARK.test(text);

/** A sentence or more: an abstract, or a summary in its place. */
const isProse = (block: Block): boolean => !looksLikeTitle(block) && lengthOf(block) >= SHORTEST_SUMMARY;

/**
 * Where a title and the prose below it touch, the breaks in the title and behind it come earlier than wrapping would ask
 * for: the next word would have fitted. Gives the number of lines of the title; 0 where the block is all one thing.
 */
export const titleLines = (block: Block): number => {
  if (block.length < 2) return 0;
  const width = block.reduce((max, { text }) => (text.includes(' ') ? Math.max(max, text.length) : max), 0);
  let lines = 0;
  let begun = false;
  for (let i = 0; i < block.length - 1; i++) {
    const { text } = block[i] as Token;
    const [nextWord = ''] = (block[i + 1] as Token).text.split(' ', 1);
    const isEarly = text.length + 1 + nextWord.length <= width;
    if (begun && (!isEarly || text.length >= SHORTEST_SUMMARY)) break;
    if (!isEarly) continue;
    begun = true;
    if (!looksLikeTitle(block.slice(0, i + 1))) break;
    if (isProse(block.slice(i + 1))) lines = i + 1;
  }
  return lines;
};
