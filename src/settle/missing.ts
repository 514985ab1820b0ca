import { type DiagnosticCode, diagnostic, type Report } from '../diagnostic.js';
import type { Entry, Page } from '../page.js';
import type { PaperField } from '../paper.js';
import { withoutPlural } from '../words.js';

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

/** A form counts as one of the page's only if this many papers show it. */
const FEWEST = 2;

/**
 * Reports the forms of counts that nobody knows, each once with how many papers show it: the feed may have changed a word.
 *
 * @returns the entries that have such a line
 */
const reportForms = ({ entries }: Page, report: Report): ReadonlySet<Entry> => {
  const reported = new Set<Entry>();
  const forms = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.unknownForm === undefined) continue;
    const key = withoutPlural(entry.unknownForm);
    const alike = forms.get(key);
    if (alike) alike.push(entry);
    else forms.set(key, [entry]);
  }
  for (const alike of forms.values()) {
    if (alike.length < FEWEST) continue;
    const [first] = alike as [Entry];
    for (const entry of alike) reported.add(entry);
    report(
      diagnostic('form-unknown', {
        message: `${alike.length} papers show “${first.unknownForm}”; it is not known what this number counts, so it is ignored`,
        hint: 'the feed may have changed its words: please report this form',
        line: first.line,
      }),
    );
  }
  return reported;
};

/**
 * Reports for each entry what it lacks although its page shows it. Cards of trending pages may have
 * neither authors nor an organization; for entries with an unknown form, the form is reported
 * instead.
 */
export const reportMissing = (page: Page, report: Report): void => {
  const { entries, facts } = page;
  const unknown = reportForms(page, report);
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
