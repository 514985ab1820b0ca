import { diagnostic, type Report } from '../diagnostic.js';
import type { Entry, Page } from '../page.js';

/** A form is one of the page only if this many papers show it. */
const FEWEST = 2;

/** `1 contributor` and `6 contributors` are of one form. */
const withoutPlural = (form: string): string => form.replace(/s$/, '');

/**
 * Reports the forms of counts that nobody knows, each once with how many papers show it: the feed may have changed a word.
 *
 * @returns the entries that have such a line
 */
export const reportForms = ({ entries }: Page, report: Report): ReadonlySet<Entry> => {
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
        message: `${alike.length} papers show “${first.unknownForm}”; what that counts is not known, so it goes into no field`,
        hint: 'the feed may have changed its words: please report this form',
        line: first.line,
      }),
    );
  }
  return reported;
};
