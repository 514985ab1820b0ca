import { PAPER_FIELDS, type Paper } from '../paper.js';
import { counted, valueInWords, visible } from '../words.js';
import { escapeInline, escapeParagraph, link } from '../writers/escape-markdown.js';
import { factsInMarkdown } from '../writers/markdown.js';
import { pick } from '../writers/writer.js';
import { type Change, type ChangedPaper, type Comparison, DIFFERENCES, type Difference } from './compare.js';

/** The parts of the text that may be painted. */
export type ComparisonRole = Difference | 'title' | 'field' | 'quiet';

type PaintComparison = (role: ComparisonRole, text: string) => string;

export interface ComparisonLook {
  /** Paints a piece of text; absent means plain. */
  paint?: PaintComparison;
  /** Which differences are listed and counted, in the order of {@link DIFFERENCES}. Default: all. */
  only?: readonly Difference[];
}

/** The differences as text to look at, one paper a line; the last line counts them. */
export const comparisonText = (
  comparison: Comparison,
  { paint = (_, text) => text, only = DIFFERENCES }: ComparisonLook = {},
): string => {
  const lines: Record<Difference, string[]> = {
    added: comparison.added.map((paper) => paperLine('added', '+', paper, paint)),
    removed: comparison.removed.map((paper) => paperLine('removed', '-', paper, paint)),
    changed: comparison.changed.flatMap((paper) => changedLines(paper, paint)),
  };
  const end = [
    isEqual(comparison, only) ? equalWords(comparison, only) : summary(comparison, only),
    notComparedWords(comparison),
  ];
  return [...only.map((kind) => lines[kind]), end.filter((words) => words !== '')]
    .filter((block) => block.length > 0)
    .map((block) => block.map((text) => `${text}\n`).join(''))
    .join('\n');
};

const paperLine = (
  kind: Difference,
  sign: string,
  { title, arxivId }: Pick<ChangedPaper, 'title' | 'arxivId'>,
  paint: PaintComparison,
): string => {
  const id = arxivId === null ? '' : `  ${paint('quiet', `arXiv:${arxivId}`)}`;
  return `${paint(kind, sign)} ${paint('title', visible(title))}${id}`;
};

const changedLines = (paper: ChangedPaper, paint: PaintComparison): string[] => [
  paperLine('changed', '~', paper, paint),
  ...paper.changes.map((change) => {
    const [was, is] = oldAndNew(change).map(visible);
    return `    ${paint('field', change.field)}: ${was} → ${is}`;
  }),
];

/** Whether the sides differ in none of these ways, as far as they could be compared. */
export const isEqual = (comparison: Comparison, only: readonly Difference[] = DIFFERENCES): boolean =>
  only.every((kind) => comparison[kind].length === 0);

/** The sentence for no such differences. */
const equalWords = ({ same }: Comparison, only: readonly Difference[]): string =>
  only.length === DIFFERENCES.length
    ? `No differences: ${counted(same, 'paper')}.`
    : `Nothing ${only.join(' or ')}; ${counted(same, 'paper')} the same.`;

/** `2 added, 1 removed, 3 changed, 45 the same`; only those that were asked for. */
const summary = (comparison: Comparison, only: readonly Difference[]): string =>
  [...only.map((kind) => `${comparison[kind].length} ${kind}`), `${comparison.same} the same`].join(', ');

/** What could not be compared; empty where all could. */
const notComparedWords = ({ notCompared }: Comparison): string =>
  notCompared.length === 0
    ? ''
    : `not compared, only one side shows ${notCompared.length === 1 ? 'it' : 'them'}: ${notCompared.join(', ')}`;

/** The old and the new value, long ones cut to where they differ. */
const oldAndNew = (change: Change): readonly [string, string] =>
  excerpts(valueInWords(change.old), valueInWords(change.new));

/** Both values fit on two lines of a terminal. */
const LONGEST = 60;
/** How much of what both have is shown before the difference. */
const LEAD = 20;

/** Where the texts begin to differ. */
const firstDifference = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
};

/** A surrogate pair is not cut in two. */
const cutBetween = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

const window = (text: string, start: number): string => {
  const end = start + LONGEST;
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  return before + cutBetween(text, start, end).trim() + after;
};

/** Both texts, cut to the place where they differ if they are long. */
export const excerpts = (a: string, b: string): readonly [string, string] => {
  if (a.length <= LONGEST && b.length <= LONGEST) return [a, b];
  const start = Math.max(0, firstDifference(a, b) - LEAD);
  return [window(a, start), window(b, start)];
};

/** What a digest says of a paper that came or went. */
const FACTS = PAPER_FIELDS.filter((field) =>
  ['published', 'upvotes', 'comments', 'authorCount', 'organization'].includes(field),
);

const titled = ({ title, url }: Pick<Paper, 'title' | 'url'>): string =>
  link(title, url) ?? escapeParagraph(title);

const paperItem = (paper: Paper): string =>
  `- ${[titled(paper), ...factsInMarkdown(pick(paper, FACTS))].join(' · ')}`;

const changedItem = (paper: ChangedPaper): string =>
  [
    `- ${titled(paper)}`,
    ...paper.changes.map((change) => {
      const [was, is] = oldAndNew(change).map(escapeInline);
      return `  - ${change.field}: ${was} → ${is}`;
    }),
  ].join('\n');

/** The differences as Markdown to paste, such as into a job summary; scraped text is escaped. */
export const comparisonMarkdown = (
  comparison: Comparison,
  only: readonly Difference[] = DIFFERENCES,
): string => {
  const items: Record<Difference, string[]> = {
    added: comparison.added.map(paperItem),
    removed: comparison.removed.map(paperItem),
    changed: comparison.changed.map(changedItem),
  };
  const note = notComparedWords(comparison);
  return [
    isEqual(comparison, only) ? equalWords(comparison, only) : `**${summary(comparison, only)}**`,
    ...only
      .filter((kind) => items[kind].length > 0)
      .flatMap((kind) => [`### ${capitalized(kind)}`, items[kind].join('\n')]),
    ...(note === '' ? [] : [`${capitalized(note)}.`]),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
