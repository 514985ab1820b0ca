import { type DiagnosticCode, diagnostic, type Report } from '../diagnostic.js';
import type { Entry, Page } from '../page.js';
import type { PaperField } from '../paper.js';

interface Expectation {
  code: DiagnosticCode;
  field: PaperField;
  words: string;
  has: (entry: Entry) => boolean;
}

const hasWho = ({ fields, organizationLine }: Entry): boolean =>
  fields.authorCount != null || fields.organization != null || organizationLine !== null;

/** What every entry of a page has if one of them has it. */
const EXPECTED: readonly Expectation[] = [
  {
    code: 'abstract-missing',
    field: 'abstract',
    words: 'abstract',
    has: ({ fields }) => fields.abstract != null,
  },
  { code: 'authors-missing', field: 'authorCount', words: 'author count or organization', has: hasWho },
  {
    code: 'date-missing',
    field: 'published',
    words: 'date',
    has: ({ printed, fields }) => printed !== null || fields.published != null,
  },
];

/**
 * Says of each entry what it lacks though its page shows it. Cards of trending pages may have neither authors nor
 * organization; those in `unknown` have a line there that was reported already.
 */
export const reportMissing = (
  { entries, facts }: Page,
  unknown: ReadonlySet<Entry>,
  report: Report,
): void => {
  for (const entry of entries) {
    if (!entry.truncated) continue;
    const message = `“${entry.fields.title}” is cut off; the part that is there was kept`;
    report(diagnostic('entry-truncated', { message, line: entry.line }));
  }
  for (const { code, field, words, has } of EXPECTED) {
    if (code === 'authors-missing' && facts.kind === 'trending') continue;
    if (!entries.some(has)) continue;
    for (const entry of entries) {
      if (has(entry) || entry.truncated || (code === 'authors-missing' && unknown.has(entry))) continue;
      report(
        diagnostic(code, { message: `no ${words} for “${entry.fields.title}”`, field, line: entry.line }),
      );
    }
  }
};
