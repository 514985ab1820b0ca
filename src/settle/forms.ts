import { diagnostic, type Report } from '../diagnostic.js';
import type { Entry, Page } from '../entry.js';

/** A number that is a word of its own (`6 auteurs`, `6人の著者`), not a part of one (`01-ai`, `Qwen2.5`, `4o`). */
const COUNT = /(?<![\p{L}\d.,-])\d{1,3}(?:,?\d{3})?(?![\p{Script=Latin}\d.,-])/u;

/** `by 6 people` is the form `by N people` with the number 6. */
interface CountLine {
  entry: Entry;
  form: string;
  count: string;
  before: string;
}

const countLine = (entry: Entry): CountLine[] => {
  const line = entry.organizationLine;
  const found = line === null ? null : COUNT.exec(line);
  if (line === null || found === null) return [];
  const [count] = found;
  return [{ entry, count, form: line.replace(COUNT, 'N'), before: line.slice(0, found.index) }];
};

/**
 * Takes away organization lines that are counts: a form that comes back with other numbers (`3 contributors`,
 * `6 contributors`), and its singular (`1 contributor`). Each form is reported once.
 *
 * @returns the entries that had such a line
 */
export const dropUnknownForms = ({ entries }: Page, report: Report): ReadonlySet<Entry> => {
  const lines = entries.flatMap(countLine);
  const dropped = new Set<Entry>();
  for (const form of new Set(lines.map((line) => line.form))) {
    const alike = lines.filter((line) => line.form === form);
    const [{ before, entry: first }] = alike as [CountLine];
    if (new Set(alike.map(({ count }) => count)).size < 2) continue;
    const singular = lines.filter((line) => line.count === '1' && line.before === before);
    const counted = new Set([...alike, ...singular].map(({ entry }) => entry));
    for (const entry of counted) {
      entry.organizationLine = null;
      dropped.add(entry);
    }
    report(
      diagnostic('form-unknown', {
        message: `${counted.size} papers show “${form}”; what that counts is not known, so it goes into no field`,
        hint: 'the feed may have changed its words: please report this form',
        ...(first.line === null ? {} : { line: first.line }),
      }),
    );
  }
  return dropped;
};
