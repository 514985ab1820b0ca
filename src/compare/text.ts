import type { PaperField } from '../paper.js';
import { visible } from '../writers/visible.js';
import { type ChangedPaper, type Comparison, DIFFERENCES, type Difference } from './compare.js';
import { equalWords, isEqual, notComparedWords, summary, values } from './words.js';

/** The parts of the text that may be painted. */
export type ComparisonRole = 'added' | 'removed' | 'changed' | 'title' | 'field' | 'quiet';

export interface ComparisonLook {
  paint?: (role: ComparisonRole, text: string) => string;
  /** What a field is called. Default: its own name. */
  nameOf?: (field: PaperField) => string;
  /** Which differences are listed and counted, in the order of {@link DIFFERENCES}. Default: all. */
  only?: readonly Difference[];
}

type Look = Required<ComparisonLook>;
type Named = { title: string; arxivId: string | null };

const line = (role: 'added' | 'removed' | 'changed', sign: string, paper: Named, { paint }: Look): string => {
  const id = paper.arxivId === null ? '' : `  ${paint('quiet', `arXiv:${paper.arxivId}`)}`;
  return `${paint(role, sign)} ${paint('title', visible(paper.title))}${id}`;
};

const changedLines = (paper: ChangedPaper, look: Look): string[] => [
  line('changed', '~', paper, look),
  ...paper.changes.map((change) => {
    const [was, is] = values(change).map(visible);
    return `    ${look.paint('field', look.nameOf(change.field))}: ${was} → ${is}`;
  }),
];

/** The differences as text to look at, one paper a line; the last line counts them. */
export const comparisonText = (comparison: Comparison, look: ComparisonLook = {}): string => {
  const how: Look = { paint: (_, text) => text, nameOf: String, only: DIFFERENCES, ...look };
  const { only, nameOf } = how;
  const lines: Record<Difference, string[]> = {
    added: comparison.added.map((paper) => line('added', '+', paper, how)),
    removed: comparison.removed.map((paper) => line('removed', '-', paper, how)),
    changed: comparison.changed.flatMap((paper) => changedLines(paper, how)),
  };
  const blocks = [
    ...only.map((kind) => lines[kind]),
    [
      isEqual(comparison, only) ? equalWords(comparison, only) : summary(comparison, only),
      ...[notComparedWords(comparison, nameOf)].filter((words) => words !== ''),
    ],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((text) => `${text}\n`).join(''))
    .join('\n');
};
