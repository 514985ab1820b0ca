import { oneLine } from '../../fields/text.js';
import { mended } from './mend.js';
import type { Line } from './token.js';
import { isEmptyQuote } from './wrapping.js';

const EDGE = '---';
const KEY = /^[A-Za-z_][\w-]*:(?:\s|$)/;
const TAB = 8;
/** Signs of Markdown, HTML, wikis, tables, references and addresses, also inside of a line. */
const SIGN = /[<>[\]{}|`\\*_~&/⟨⟩│┃║]/;
const NONE: readonly number[] = [];

/** Told how many invisible characters were taken out of a line. */
export type OnRemoved = (count: number, line: number) => void;

/**
 * Those of the lines that say something: tidied, numbered, with the blank lines above each; what was broken over lines is
 * whole again.
 * @param first number of its first line, from 1
 */
export const linesOf = (raws: readonly string[], first: number, onRemoved?: OnRemoved): Line[] => {
  const lines: Line[] = [];
  let gap = 0;
  // Front matter begins right below an edge, and each of its lines counts as such from there.
  let below: 'edge' | 'frontMatter' | null = null;
  let number = first - 1;
  const removed = onRemoved && ((count: number): void => onRemoved(count, number));
  for (const raw of raws) {
    number++;
    const said = oneLine(raw, removed);
    if (said === '') {
      gap++;
      below = null;
      continue;
    }
    const wasInside: boolean = below === 'frontMatter';
    const frontMatter: boolean = wasInside ? said !== EDGE : below === 'edge' && KEY.test(said);
    below = frontMatter ? 'frontMatter' : said === EDGE && !wasInside ? 'edge' : null;
    const signs = SIGN.test(said);
    lines.push({ number, raw, text: said, indent: indentOf(raw), gap, frontMatter, signs, joined: NONE });
    gap = isEmptyQuote(said) ? 1 : 0;
  }
  return mended(lines);
};

const indentOf = (raw: string): number => {
  let column = 0;
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at];
    if (character === '\t') column += TAB - (column % TAB);
    else if (character === ' ' || character === '\u00a0') column++;
    else break;
  }
  return column;
};
