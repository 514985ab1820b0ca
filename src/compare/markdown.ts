import { PAPER_FIELDS, type Paper, type PaperField } from '../paper.js';
import { escapeInline, escapeParagraph } from '../writers/escape-markdown.js';
import { facts } from '../writers/facts.js';
import { link } from '../writers/link-markdown.js';
import { pick } from '../writers/pick.js';
import { type ChangedPaper, type Comparison, DIFFERENCES, type Difference } from './compare.js';
import type { ComparisonLook } from './text.js';
import { equalWords, isEqual, notComparedWords, summary, values } from './words.js';

/** What a digest says of a paper that came or went. */
const FACTS = PAPER_FIELDS.filter((field) =>
  ['published', 'upvotes', 'comments', 'authorCount', 'organization'].includes(field),
);

const titled = ({ title, url }: Pick<Paper, 'title' | 'url'>): string =>
  link(title, url) ?? escapeParagraph(title);

const item = (paper: Paper): string => `- ${[titled(paper), ...facts(pick(paper, FACTS))].join(' · ')}`;

const changedItem = (paper: ChangedPaper, nameOf: (field: PaperField) => string): string =>
  [
    `- ${titled(paper)}`,
    ...paper.changes.map((change) => {
      const [was, is] = values(change).map(escapeInline);
      return `  - ${nameOf(change.field)}: ${was} → ${is}`;
    }),
  ].join('\n');

/** The differences as Markdown to paste, such as into a job summary; scraped text is escaped. */
export const comparisonMarkdown = (
  comparison: Comparison,
  { nameOf = String, only = DIFFERENCES }: Pick<ComparisonLook, 'nameOf' | 'only'> = {},
): string => {
  const items: Record<Difference, string[]> = {
    added: comparison.added.map(item),
    removed: comparison.removed.map(item),
    changed: comparison.changed.map((paper) => changedItem(paper, nameOf)),
  };
  const note = notComparedWords(comparison, nameOf);
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
