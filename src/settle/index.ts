import { diagnostic, type Report } from '../diagnostic.js';
import { isDay, isoDay } from '../fields/date.js';
import { organizationForm, readOrganization } from '../fields/organization.js';
import type { Page } from '../page.js';
import { mergeDoubles } from './doubles.js';
import { reportMissing } from './missing.js';
import { type Clock, type Settled, settleYears } from './years.js';

export type { Settled };

/** Settles what only a whole page shows: doubles, how it prints organizations, the years of its dates. Changes the page. */
export const settle = (page: Page, clock: Clock, before: Settled | null, report: Report): Settled => {
  if (page.settled) return { day: page.facts.captured ?? sharedDay(page, before), from: null, year: null };
  const { merged, keptOf } = mergeDoubles(page.entries, report);
  page.entries = merged;
  for (const line of page.lines ?? []) line.entry = (line.entry && keptOf.get(line.entry)) ?? line.entry;
  settleOrganizations(page, report);
  const settled = settleYears(page, clock, before, report);
  placeOnDay(page, settled.day);
  reportMissing(page, report);
  return settled;
};

/** The day of an answer of the feed's API: the one on which all its papers were on Daily Papers. */
const sharedDay = ({ facts, entries, continues }: Page, before: Settled | null): string | null => {
  if (facts.kind !== 'api' || continues || before !== null) return null;
  const days = new Set(entries.map(({ fields }) => fields.submittedOn ?? null));
  const [day = null] = days;
  return days.size === 1 ? day : null;
};

/** A day's page shows the papers of the day in its header. */
const placeOnDay = ({ facts: { kind, headerDay }, entries }: Page, pageDay: string | null): void => {
  if (kind !== 'day' || headerDay === null) return;
  const year = headerDay.year ?? Number(pageDay?.slice(0, 4) ?? 0);
  const day = isoDay(year, headerDay.month, headerDay.day);
  if (!isDay({ ...headerDay, year }) || (headerDay.year === null && day !== pageDay)) return;
  for (const { fields } of entries) fields.submittedOn ??= day;
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
        line: entry.line,
      }),
    );
  }
};
