import type { Random } from '../helpers/random.js';
import type { Tokens } from './tokens.js';

/** Longer inputs make every run slow, and break nothing that shorter ones do not. */
export const LONGEST = 64 * 1024;

/** Changes an input; texts hold one character a byte. `other` is another input of the corpus. */
type Mutation = (text: string, random: Random, tokens: Tokens, other: string) => string;

const put = (text: string, at: number, gone: number, what: string): string =>
  text.slice(0, at) + what + text.slice(at + gone);
const place = (text: string, random: Random): number => random.below(text.length + 1);
/** Mostly short. */
const some = (random: Random, most: number): number =>
  random.below(1 + random.below(1 + Math.min(most, 4096)));

const EDGES = [
  '\0',
  '\x01',
  '\n',
  '\r',
  '\r\n',
  '\x1e',
  ' ',
  '"',
  '\x7f',
  '\x80',
  '\x95',
  '\xb7',
  '\xc2',
  '\xe2\x80',
  '\xef\xbb\xbf',
  '\xf0',
  '\xff',
  '\xff\xfe',
];

const byLine =
  (
    change: (lines: string[], at: number, random: Random, tokens: Tokens, other: string) => string[],
  ): Mutation =>
  (text, random, tokens, other) => {
    const lines = text.split('\n');
    return change(lines, random.below(lines.length), random, tokens, other).join('\n');
  };

const anyLineOf = (text: string, random: Random): string => random.pick(text.split('\n'));

const BYTES: readonly Mutation[] = [
  (text, random) => put(text, random.below(text.length || 1), 1, String.fromCharCode(random.below(256))),
  (text, random) => {
    const at = random.below(text.length || 1);
    return put(text, at, 1, String.fromCharCode((text.charCodeAt(at) ^ (1 << random.below(8))) & 255));
  },
  (text, random) => put(text, place(text, random), 0, random.pick(EDGES)),
  (text, random) => put(text, place(text, random), some(random, text.length), ''),
  (text, random) => {
    const at = place(text, random);
    return put(text, at, 0, text.slice(at, at + some(random, text.length)));
  },
  (text, random) => {
    const from = place(text, random);
    return put(
      text,
      place(text, random),
      some(random, 64),
      text.slice(from, from + some(random, text.length)),
    );
  },
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  (text, random) => put(text, place(text, random), 0, random.pick(EDGES).repeat(1 + some(random, 2000))),
];

const LINES: readonly Mutation[] = [
  byLine((lines, at) => lines.toSpliced(at, 1)),
  byLine((lines, at, random) => lines.toSpliced(at, 1 + random.below(8))),
  byLine((lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  byLine((lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
  byLine((lines, at, random) => lines.toSpliced(random.below(lines.length), 0, lines[at] ?? '')),
  byLine((lines, at) => lines.toSpliced(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? ''))),
  byLine((lines, at, random) => lines.toSpliced(at, 0, ...lines.slice(at, at + 1 + random.below(30)))),
  byLine((lines, at, random, _, other) => lines.toSpliced(at, 0, anyLineOf(other, random))),
  byLine((lines, at, random, _, other) => lines.toSpliced(at, 1, anyLineOf(other, random))),
  byLine((lines, at) => lines.toSpliced(at, 0, '')),
];

const TOKENS: readonly Mutation[] = [
  (text, random, { scraps }) => put(text, place(text, random), 0, random.pick(scraps)),
  (text, random, { scraps }) => put(text, place(text, random), some(random, 30), random.pick(scraps)),
  (text, random, { lines }) => put(text, place(text, random), 0, random.pick(lines)),
  byLine((lines, at, random, tokens) => lines.toSpliced(at, 0, random.pick(tokens.lines))),
  byLine((lines, at, random, tokens) => lines.toSpliced(at, 1, random.pick(tokens.lines))),
  byLine((lines, at, random, tokens) => lines.toSpliced(at, 1, `${random.pick(tokens.scraps)}${lines[at]}`)),
  byLine((lines, at, random, tokens) => lines.toSpliced(at, 1, `${lines[at]}${random.pick(tokens.scraps)}`)),
];

const SPLICES: readonly Mutation[] = [
  (text, random, _, other) => text.slice(0, place(text, random)) + other.slice(place(other, random)),
  (text, _random, _, other) => `${text}\n${other}`,
  byLine((lines, at, random, _, other) => {
    const others = other.split('\n');
    return [...lines.slice(0, at), ...others.slice(random.below(others.length))];
  }),
];

const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString();

/** The same text in another dress. */
const DRESSES: readonly Mutation[] = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replace(/\n\n+/g, '\n'),
  (text) => text.replaceAll('\n', '\n\n'),
  (text) => text.replace(/^/gm, '> '),
  (text) => text.replaceAll(' ', '\xc2\xa0'),
  (text) => text.replaceAll('\n', ' '),
  (text) => Buffer.from(`\ufeff${utf8(text)}`, 'utf16le').toString('latin1'),
  (text) => Buffer.from(JSON.stringify(utf8(text))).toString('latin1'),
  (text) => text.replace(/["&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`),
];

/** How often each kind comes. */
const KINDS: readonly (readonly Mutation[])[] = [
  BYTES,
  BYTES,
  LINES,
  LINES,
  LINES,
  TOKENS,
  TOKENS,
  TOKENS,
  SPLICES,
];

/** A new input out of an old one, by one to eight changes. */
export const mutate = (text: string, other: string, random: Random, tokens: Tokens): string => {
  let mutated = text;
  const times = 1 + random.below(1 + random.below(8));
  for (let i = 0; i < times; i++) {
    const kind = random.below(60) === 0 ? DRESSES : random.pick(KINDS);
    mutated = random.pick(kind)(mutated, random, tokens, other).slice(0, LONGEST);
  }
  return mutated;
};
