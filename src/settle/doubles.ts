import { agree, copiesDisagree, copiesMerged } from '../copies.js';
import type { Report } from '../diagnostic.js';
import type { Entry, PrintedDay } from '../page.js';
import { isShown, type PaperField } from '../paper.js';
import { MONTHS, titleKey } from '../words.js';

/**
 * Trending pages print each card twice in a row. Same arXiv id, or same title without two different ids, next to each
 * other, is one paper: what one copy lacks comes from the other, of two titles the longer is kept, and where they disagree
 * otherwise the first. `keptOf`: for each copy that went into another entry, that one.
 */
export const mergeDoubles = (
  entries: readonly Entry[],
  report: Report,
): { merged: Entry[]; keptOf: ReadonlyMap<Entry, Entry> } => {
  const merged: Entry[] = [];
  const keptOf = new Map<Entry, Entry>();
  for (const entry of entries) {
    const before = merged.at(-1);
    if (before && isSamePaper(before, entry)) {
      fill(before, entry, report);
      keptOf.set(entry, before);
    } else merged.push(entry);
  }
  if (keptOf.size > 0) report(copiesMerged(new Set(keptOf.values()).size));
  return { merged, keptOf };
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

/** Rules out nearly all neighbours before their keys are made: ASCII letters and digits stay in a key, lower-case. */
const startsAlike = (a: string, b: string): boolean => {
  for (let at = 0; ; at++) {
    const [inA, inB] = [keyCode(a, at), keyCode(b, at)];
    if (inA === 0 || inB === 0) return true;
    if (inA !== inB) return false;
  }
};

/** The code of an ASCII letter, in lower case, or digit; 0 for anything else, and past the end. */
const keyCode = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  const small = code | 0x20;
  if (small >= 0x61 && small <= 0x7a) return small;
  return code >= 0x30 && code <= 0x39 ? code : 0;
};

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
  const disagree = (field: PaperField, kept: unknown, other: unknown): void =>
    report(copiesDisagree(entry.fields.title, field, { kept, other }, { line: twin.line }));
  if (titleKey(twin.fields.title ?? '').length > titleKey(entry.fields.title ?? '').length) {
    entry.fields.title = twin.fields.title;
    entry.line = twin.line;
  }
  for (const [name, value] of Object.entries(twin.fields)) {
    if (!isShown(value)) continue;
    if (!isShown(own[name])) own[name] = value;
    else if (!NOT_COMPARED.has(name) && !agree(own[name], value))
      disagree(name as PaperField, own[name], value);
  }
  if (entry.printed && twin.printed && !sameDay(entry.printed, twin.printed)) {
    disagree('published', dayWords(entry.printed), dayWords(twin.printed));
  }
  entry.printed ??= twin.printed;
  if (entry.fields.organization == null) entry.organizationLine ??= twin.organizationLine;
  if (twin.lastLine !== null) entry.lastLine = Math.max(entry.lastLine ?? 0, twin.lastLine);
};

const sameDay = (a: PrintedDay, b: PrintedDay): boolean =>
  a.month === b.month && a.day === b.day && (a.year === b.year || a.year === null || b.year === null);
const dayWords = ({ year, month, day }: PrintedDay): string =>
  `${MONTHS[month - 1]?.slice(0, 3)} ${day}${year === null ? '' : `, ${year}`}`;
