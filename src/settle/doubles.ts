import { diagnostic, type Report } from '../diagnostic.js';
import type { Entry } from '../page.js';
import { isShown, type PaperField } from '../paper.js';
import { counted, titleKey } from '../words.js';

/**
 * Trending pages print each card twice in a row. Same arXiv id, or same title without two different ids, next to each
 * other, is one paper: what one copy lacks comes from the other, of two titles the longer is kept, and where they disagree
 * otherwise the first.
 */
export const mergeDoubles = (entries: readonly Entry[], report: Report): Entry[] => {
  const merged: Entry[] = [];
  let doubles = 0;
  for (const entry of entries) {
    const before = merged.at(-1);
    if (before && isSamePaper(before, entry)) {
      doubles++;
      fill(before, entry, report);
    } else merged.push(entry);
  }
  if (doubles > 0) {
    const message = `${counted(doubles, 'paper is', 'papers are')} printed twice in a row; the copies were merged`;
    report(diagnostic('duplicate-merged', { message }));
  }
  return merged;
};

const isSamePaper = (a: Entry, b: Entry): boolean => {
  const [idA, idB] = [a.fields.arxivId, b.fields.arxivId];
  if (idA && idB) return idA === idB;
  const [titleA, titleB] = [a.fields.title ?? '', b.fields.title ?? ''];
  return (startsAlike(titleA, titleB) && titleKey(titleA) === titleKey(titleB)) || isHalfTitled(a, b);
};

/** One copy lost a line of its title. */
const isHalfTitled = (a: Entry, b: Entry): boolean => {
  const { abstract } = a.fields;
  if (!abstract || abstract !== b.fields.abstract) return false;
  const [keyA, keyB] = [titleKey(a.fields.title ?? ''), titleKey(b.fields.title ?? '')];
  return keyA.startsWith(keyB) || keyA.endsWith(keyB) || keyB.startsWith(keyA) || keyB.endsWith(keyA);
};

/** Rules nearly all neighbours out before their keys are made: a letter or digit of ASCII is itself there, and small. */
const startsAlike = (a: string, b: string): boolean => {
  for (let at = 0; ; at++) {
    const [inA, inB] = [keyCode(a, at), keyCode(b, at)];
    if (inA === 0 || inB === 0) return true;
    if (inA !== inB) return false;
  }
};

/** A letter or digit of ASCII as the code of its small form; 0 for anything else, and behind the end. */
const keyCode = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  const small = code | 0x20;
  if (small >= 0x61 && small <= 0x7a) return small;
  return code >= 0x30 && code <= 0x39 ? code : 0;
};

const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? titleKey(a) === titleKey(b)
    : JSON.stringify(a) === JSON.stringify(b);

/** Follow from other fields, or may be shortened in one copy. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'title',
  'abstract',
  'aiSummary',
  'links',
  'url',
  'authors',
  'keywords',
]);

const fill = (entry: Entry, twin: Entry, report: Report): void => {
  const own = entry.fields as Record<string, unknown>;
  if (titleKey(twin.fields.title ?? '').length > titleKey(entry.fields.title ?? '').length) {
    entry.fields.title = twin.fields.title;
    entry.line = twin.line;
  }
  for (const [name, value] of Object.entries(twin.fields)) {
    if (!isShown(value)) continue;
    if (!isShown(own[name])) own[name] = value;
    else if (!NOT_COMPARED.has(name) && !same(own[name], value))
      conflict(entry, twin, name as PaperField, own[name], value, report);
  }
  if (entry.printed && twin.printed && !sameDay(entry.printed, twin.printed)) {
    conflict(entry, twin, 'published', dayWords(entry.printed), dayWords(twin.printed), report);
  }
  entry.printed ??= twin.printed;
  if (entry.fields.organization == null) entry.organizationLine ??= twin.organizationLine;
  if (twin.lastLine !== null) entry.lastLine = Math.max(entry.lastLine ?? 0, twin.lastLine);
};

type Printed = NonNullable<Entry['printed']>;
const sameDay = (a: Printed, b: Printed): boolean =>
  a.month === b.month && a.day === b.day && (a.year === b.year || a.year === null || b.year === null);
const dayWords = ({ year, month, day }: Printed): string =>
  [year, month, day].filter((part) => part !== null).join('-');

const conflict = (
  entry: Entry,
  twin: Entry,
  field: PaperField,
  kept: unknown,
  other: unknown,
  report: Report,
): void =>
  report(
    diagnostic('duplicate-conflict', {
      message: `two copies of “${entry.fields.title}” disagree on ${field}: ${kept} was kept, not ${other}`,
      line: twin.line,
      field,
      actual: String(other),
      expected: String(kept),
    }),
  );
