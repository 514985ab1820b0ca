import { linesOf } from '../../../src/readers/text/lines.js';
import type { Token } from '../../../src/readers/text/token.js';
import { tokensOf } from '../../../src/readers/text/tokens.js';

/** A token as a few words: what it says, its values, where it leads, what it says it with. */
export const shown = ({ fact, text, target, heading, record }: Token): string => {
  const { kind, ...values } = fact;
  const said = Object.values(values)
    .filter((value) => value !== false)
    .map((value) => (typeof value === 'object' && value && 'day' in value ? dayOf(value.day) : value));
  return [
    kind === 'text' ? `“${text}”` : kind,
    ...said.map((value) => (value === null ? '?' : value === true ? '!' : String(value))),
    ...(heading > 0 ? [`h${heading}`] : []),
    ...(record > 0 ? [`record ${record}`] : []),
    ...(target ? [`→ ${target.kind}${target.id ? ` ${target.id}` : ''}`] : []),
    ...(kind === 'title' || kind === 'abstract' ? [`“${text}”`] : []),
  ].join(' ');
};

const dayOf = ({ year, month, day }: { year: number | null; month: number; day: number }): string =>
  `${year ?? '?'}-${month}-${day}`;

/** The tokens of a text that say something, without the number of their line. */
export const tokens = (text: string): string[] =>
  tokensOf(linesOf(text.split('\n'), 1))
    .filter(({ fact }) => fact.kind !== 'nothing')
    .map(shown);
