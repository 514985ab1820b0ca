import type { Diagnostic, InputReport } from '../index.js';
import type { Paint } from './color.js';
import { foldText } from './diagnostic-text.js';
import { hiddenFields, manyOf } from './field-words.js';
import type { Inspection } from './inspection.js';
import { pageFacts } from './page-text.js';
import { safeText } from './safe-text.js';
import { counted } from './words.js';

type Row = readonly [label: string, value: string];

/** `395 lines = 240 in papers + 6 header/footer + 149 blank + 0 unrecognised`. */
const linesByRole = ({
  total,
  inPapers,
  page,
  blank,
  dropped,
  unrecognised,
}: InputReport['lines']): string => {
  const parts = [
    `${inPapers} in papers`,
    `${page} header/footer`,
    `${blank} blank`,
    ...(dropped > 0 ? [`${dropped} in dropped entries`] : []),
    `${unrecognised} unrecognised`,
  ];
  return `${counted(total, 'line')} = ${parts.join(' + ')}`;
};

/** The report of `papers check` on one input, for eyes. */
export const inspectionText = (
  inspection: Inspection,
  paint: Paint,
  isShown: (diagnostic: Diagnostic) => boolean,
  show: (diagnostic: Diagnostic) => string,
): string => {
  const { source, diagnostics } = inspection;
  const blocks = [
    `${paint('heading', safeText(source))}\n${rows(facts(inspection), paint)}`,
    fields(inspection, paint),
    rows(
      diagnostics.map(({ code, severity, count }) => [code, `${count} ${paint(severity, severity)}`]),
      paint,
    ),
    diagnostics
      .map(({ code, count, first }) => {
        if (!first.some(isShown)) return '';
        const cut = count - first.length;
        const rest = cut > 0 ? foldText(source, code, cut, paint) : '';
        return first.map(show).join('') + rest;
      })
      .join(''),
  ];
  return blocks.filter((block) => block !== '').join('\n');
};

const facts = ({ reader, why, encoding, papers, pages, lines }: Inspection): Row[] => [
  ['read as', reader === null ? 'nothing: binary data' : `${reader}: ${why}`],
  ...(encoding === null || encoding === 'utf-8' ? [] : [['encoding', encoding] as const]),
  ...pageFacts(pages),
  ['papers', String(papers)],
  ...(lines === null ? [] : [['lines', linesByRole(lines)] as const]),
];

const fields = ({ papers, shown }: Inspection, paint: Paint): string => {
  if (shown === null || papers === 0) return '';
  const hidden = hiddenFields(shown);
  const present = Object.entries(shown).filter(([, count]) => count > 0);
  const width = String(papers).length;
  const table = present.map(
    ([field, count]): Row => [field, `${String(count).padStart(width)} of ${papers}`],
  );
  const notShown = wrapped(hidden.map(manyOf)).map(
    (line, index): Row => [index === 0 ? 'not shown' : '', line],
  );
  return rows([...table, ...notShown], paint);
};

const rows = (pairs: readonly Row[], paint: Paint): string => {
  const width = Math.max(LABEL_WIDTH, ...pairs.map(([label]) => label.length));
  return pairs.map(([label, value]) => `  ${paint('term', label.padEnd(width))}  ${value}\n`).join('');
};

const LABEL_WIDTH = 16;

const LIST_WIDTH = 60;

/** Words with commas between, over as many lines as they need. */
const wrapped = (words: readonly string[]): string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)}, ${word}`;
    if (lines.length === 0 || longer.length > LIST_WIDTH) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line));
};
