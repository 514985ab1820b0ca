import { diagnostic, type Report } from '../diagnostic.js';
import type { Page } from '../entry.js';
import { organizationForm, readOrganization } from '../fields/organization.js';
import { mergeDoubles } from './doubles.js';
import { dropUnknownForms } from './forms.js';
import { reportMissing } from './missing.js';
import type { Clock } from './page-day.js';
import { type Settled, settleYears } from './years.js';

export type { Settled };

/** Settles what only a whole page can tell: doubles, how it prints organizations, the years of its dates. Changes the page. */
export const settle = (page: Page, clock: Clock, before: Settled | null, report: Report): Settled => {
  if (page.settled) return { day: page.facts.captured, from: null, year: null };
  page.entries = mergeDoubles(page.entries, report);
  const unknown = dropUnknownForms(page, report);
  settleOrganizations(page, report);
  const settled = settleYears(page, clock, before, report);
  reportMissing(page, unknown, report);
  return settled;
};

const settleOrganizations = ({ entries }: Page, report: Report): void => {
  const lines = entries.flatMap(({ organizationLine }) => organizationLine ?? []);
  if (lines.length === 0) return;
  const form = organizationForm(lines);
  for (const entry of entries) {
    if (entry.organizationLine === null) continue;
    const { name, slug } = readOrganization(entry.organizationLine, form);
    entry.fields.organization = name;
    entry.fields.organizationSlug = slug;
    if (!form.thin) continue;
    const message = `“${entry.organizationLine}” was read as a name without a hub handle; no other line of the page shows which it is`;
    report(
      diagnostic('organization-guessed', {
        message,
        field: 'organization',
        ...(entry.line === null ? {} : { line: entry.line }),
      }),
    );
  }
};
