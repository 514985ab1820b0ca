import { PAPER_FIELDS, type Paper } from '../paper.js';
import { escapeInline, escapeParagraph, link } from '../writers/escape-markdown.js';
import { factsInMarkdown } from '../writers/markdown.js';
import { pick } from '../writers/writer.js';
import { type ChangedPaper, type Comparison, DIFFERENCES, type Difference } from './compare.js';
import { equalWords, isEqual, notComparedWords, oldAndNew, summary } from './text.js';

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
