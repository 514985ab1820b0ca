import { arxivId, PAPER_PAGE } from '../../fields/arxiv.js';
import { cutAtCollected, readCollected } from '../../fields/collection.js';
import { byNames } from './blocks.js';
import { factOf, formOf, isTopOfDigest } from './facts.js';
import { type References, referencesOf } from './references.js';
import { factsIn, isSure, SET_OFF, titleAndNames } from './rows.js';
import { readSection } from './section.js';
import type { Target } from './target.js';
import { titlesLikeLabels } from './titles-like-labels.js';
import {
  areBeside,
  type Fact,
  type Line,
  LONGEST_TITLE,
  type Piece,
  SHORTEST_ABSTRACT,
  type Token,
} from './token.js';
import { isPageStart } from './words.js';
import { isFence, withoutEmphasis } from './wrapping.js';

/**
 * The tokens of lines, in order. Every line has at least one, or was joined to another.
 *
 * @param references those of the lines
 * @param first number of the first line that is not above from an earlier part
 */
export const tokensOf = (
  lines: readonly Line[],
  references: References = referencesOf(lines),
  first = 1,
): Token[] => {
  const isDocument = lines.filter(({ text }) => isFence(text)).length > MOST_FENCES;
  const numbering = { references, links: 0, records: 0, first, isDocument };
  return toTokens(sectionsOf(lines).flatMap(({ from, to }) => readSection(lines, from, to, numbering)));
};

/** Two fences make one block, which may hold the whole dump. */
const MOST_FENCES = 2;

/** Of a heading that may head a page. */
const LEADING_SIGNS = /^#{1,2} /;

/** Stretches of lines with one notation: a page may be Markdown and the next plain text, or a digest of rows. */
const sectionsOf = (lines: readonly Line[]): { from: number; to: number }[] => {
  const sections: { from: number; to: number }[] = [];
  let from = 0;
  // What is said again and again parts nothing.
  const tops = new Map<string, number>();
  for (const { text } of lines)
    if (isTopOfDigest(text.startsWith('#') ? text.replace(LEADING_SIGNS, '') : text))
      tops.set(text, (tops.get(text) ?? 0) + 1);
  for (let at = 1; at < lines.length; at++) {
    const { text, gap } = lines[at] as Line;
    const begins = isPageStart(text) ? gap > 0 || text.includes(' ') : gap > 0 && tops.get(text) === 1;
    if (!begins || text === '---') continue;
    sections.push({ from, to: at });
    from = at;
  }
  if (lines.length > 0) sections.push({ from, to: lines.length });
  return sections;
};

/** `(94 upvotes) — Abstract`: the dash between two facts. */
const DASH = /^[–—]\s+(?=\S)/;

const DASH_BEFORE_TEXT = / [–—] (?=\p{Lu})/u;

/** `Title — Abstract (https://…)`: no title continues with a dash and that much text. */
const titleAndText = (text: string): readonly string[] | null => {
  const at = text.search(DASH_BEFORE_TEXT);
  const [title, rest] = [text.slice(0, Math.max(at, 0)), text.slice(at + ' — '.length)];
  const isTitle = title.length > 3 && title.length <= LONGEST_TITLE && !/[.!]/.test(title);
  return isTitle && rest.length >= SHORTEST_ABSTRACT ? [title, rest] : null;
};

/** `Title Paper • 2505.00011 • Published May 3, 2025 • 42`: all that a collection shows of a paper, as one link. */
const titleAndCollected = (text: string): readonly string[] | null => {
  const [title = '', line = ''] = cutAtCollected(text);
  const collected = readCollected(line);
  if (collected === null) return null;
  const { day, upvotes, comments } = collected;
  return [
    title,
    `Published ${day}`,
    ...(upvotes === undefined ? [] : [`${upvotes} upvotes`]),
    ...(comments === undefined ? [] : [`${comments} comments`]),
  ];
};

/**
 * `34 — Title`, linked: the number is the upvotes; numbers that only count items are gone by now.
 */
const COUNT_AND_TITLE = /^(\d[\d.,]*[km]?) [–—|] (\S.*)$/i;

const partsOf = (
  { text, target }: Piece,
  whole: Fact | null,
  isBehind: boolean,
  haveCounts: boolean,
): readonly string[] => {
  const split = target?.id ? (titleAndCollected(text) ?? titleAndText(text)) : null;
  if (split) return split;
  const counted = haveCounts && target?.id ? COUNT_AND_TITLE.exec(text) : null;
  if (counted) return [`${counted[1]} upvotes`, counted[2] as string];
  const parts = factsIn(text, whole);
  if (parts.length === 1 && target?.id) return titleAndNames(text);
  if (!isBehind || target !== null) return parts;
  if (parts.length > 1) return parts.map((part, i) => part.replace(i === 0 ? SET_OFF : DASH, ''));
  const said = text.replace(SET_OFF, '');
  return said === text ? parts : factsIn(said, formOf(said));
};

/** `2505.00011`, alone: where it leads is known. */
const targetOfId = (text: string): Target | null => {
  const id = arxivId(text);
  return id === null ? null : { kind: 'arxiv', url: `https://arxiv.org/abs/${id}`, id };
};

const OF_NUMBERS: ReadonlySet<Fact['kind']> = new Set(['upvotes', 'comments', 'count', 'dot', 'nothing']);

/** `57 upvotes — [Title](…)`: numbers before a linked title belong to its paper, so they are moved after it. */
const behindTitle = (line: readonly Token[]): readonly Token[] => {
  const at = line.findIndex(({ fact, target }) => target !== null || !OF_NUMBERS.has(fact.kind));
  const title = line[at];
  if (at < 1 || title?.fact.kind !== 'text' || !title.target?.id) return line;
  const numbers = line.slice(0, at);
  if (!numbers.some(({ fact }) => 'count' in fact && fact.count !== null)) return line;
  const [first] = line as readonly [Token];
  const end = line.findLastIndex(({ link }) => link === title.link) + 1;
  const [begins, ...goesOn] = line.slice(at, end) as [Token, ...Token[]];
  return [
    { ...begins, gap: first.gap, bullet: first.bullet, joined: first.joined },
    ...goesOn,
    ...numbers.map((number) => ({ ...number, gap: 0, bullet: '', joined: [] })),
    ...line.slice(end),
  ];
};

/** `[136]lab7[137] 7 Seas Lab`: the alternative text of a logo, and the name beside it, which lead to the same page. */
const isLogoOf = ({ fact, text }: Token, name: Token): boolean =>
  fact.kind === 'organization' &&
  fact.slug === text &&
  name.fact.kind === 'organization' &&
  name.fact.slug === text &&
  name.text !== text;

/** Shorter text after a title is a fact or a remark. */
const SHORTEST_BEHIND_TITLE = 30;

const toTokens = (pieces: readonly Piece[]): Token[] => {
  const tokens: Token[] = [];
  const counts = pieces.filter(({ text, target }) => target?.id && COUNT_AND_TITLE.test(text));
  const haveCounts = counts.length > 1;
  for (let at = 0; at < pieces.length; ) {
    const { line } = pieces[at] as Piece;
    const first = tokens.length;
    for (; at < pieces.length && pieces[at]?.line === line; at++) {
      const piece = pieces[at] as Piece;
      const whole = piece.fact ? null : formOf(piece.text);
      const parts = piece.fact ? [piece.text] : partsOf(piece, whole, tokens.length > first, haveCounts);
      for (const said of parts) {
        const whatItSays = parts.length > 1 ? withoutEmphasis(said, true) : said;
        const part = whatItSays.replace(PAPER_PAGE, '');
        const { target, link, bullet, boxed, record } = piece;
        const heading = said === parts[0] || !isSure(said) ? piece.heading : 0;
        const form = part === piece.text ? whole : undefined;
        const isNext = tokens.length > first;
        const isPageTitle = part !== whatItSays && target === null && heading === 0;
        const isTitle = isPageTitle || (piece.titles && said === parts[0]);
        const named: Fact | null = isTitle ? { kind: 'title' } : null;
        const fact =
          piece.fact ?? named ?? byNames(part, isNext) ?? factOf(part, target, heading, boxed, form);
        const isProse =
          piece.titles && !isTitle && fact.kind === 'text' && part.length >= SHORTEST_BEHIND_TITLE;
        tokens.push({
          line: line.number,
          part: line.part,
          text: part,
          fact: isProse ? { kind: 'abstract' } : fact,
          gap: isNext ? piece.gap : line.gap,
          indent: line.indent,
          heading,
          bullet: said === parts[0] ? bullet : '',
          target: target ?? (fact.kind === 'link' ? targetOfId(part) : null),
          link,
          record,
          shared: false,
          doubled: false,
          joined: isNext ? [] : line.joined,
        });
      }
    }
    if (tokens.length - first > 1 && OF_NUMBERS.has((tokens[first] as Token).fact.kind))
      tokens.push(...behindTitle(tokens.splice(first)));
    if (tokens.length - first > 1)
      for (let i = first; i < tokens.length; i++) (tokens[i] as Token).shared = true;
  }
  for (let i = 1; i < tokens.length; i++) {
    const [before, token] = [tokens[i - 1] as Token, tokens[i] as Token];
    token.doubled = token.text !== '' && before.text === token.text && !areBeside(before, token);
    if (isLogoOf(before, token)) before.fact = { kind: 'nothing' };
  }
  for (const title of titlesLikeLabels(tokens)) title.fact = { kind: 'text' };
  return tokens;
};
