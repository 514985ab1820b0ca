import { type Diagnostic, diagnostic, type Report } from '../../diagnostic.js';
import { oneLine } from '../../fields/text.js';
import { firstFew, shortened } from '../../words.js';
import { reportRemoved } from '../reader.js';
import { faultIn } from './fault.js';
import type { Flaw } from './fields.js';
import { isPython, type Notation } from './literals.js';
import type { Slot } from './names.js';
import type { Notes, Owner } from './record.js';
import type { Place } from './split.js';
import { isEndAround } from './start.js';

/** What a record of each kind always has: where one is missing everywhere, it may have a new name. */
const ALWAYS: Readonly<Record<Owner, readonly Slot[]>> = {
  entry: ['title', 'published', 'upvotes', 'comments', 'arxivId', 'authors', 'abstract'],
  paper: ['title', 'published', 'upvotes', 'arxivId', 'authors', 'abstract'],
  client: ['title', 'published', 'arxivId'],
  own: ['title'],
  other: ['title'],
};

/** Names that are counted: data of another kind would fill the memory with them. */
const MAX_NAMES = 1000;
/** Names that a message lists. */
const SHOWN_NAMES = 6;

/** Flaws that are reported one by one; data of another kind would have no end of them. */
const MAX_FLAWS = 1000;

/** The place of a fault in a text that begins at a place. */
const faultPlace = (text: string, offset: number, place: Place): { line: number; column: number } => {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  const lastLine = lines.at(-1) ?? '';
  return {
    line: place.line + lines.length - 1,
    column: lines.length === 1 ? place.column + lastLine.length : lastLine.length + 1,
  };
};

const PYTHON_HINT = "save the records with Python's json.dumps(record) instead of str(record)";

/** What messages say about records in each notation. */
const NOTATIONS: Readonly<Record<Notation, { how: string; hint: string }>> = {
  Python: { how: "written as Python's str() writes them", hint: PYTHON_HINT },
  JavaScript: {
    how: 'written as JavaScript, not as JSON',
    hint: 'save the records with JSON.stringify(records)',
  },
  commas: {
    how: 'written with a comma behind the last member',
    hint: 'save the records with a program that writes JSON',
  },
  comments: {
    how: 'written with comments, which JSON does not have',
    hint: 'save the records without comments',
  },
  numbers: {
    how: 'written with NaN or Infinity, which JSON does not have',
    hint: 'save numbers that are missing as null',
  },
};

/** Records of which one message speaks for all, and where the first of them is. */
interface Alike {
  count: number;
  first: number;
  line: number;
}

const countOne = (alike: Alike, { record, line }: Place): void => {
  if (alike.count++ === 0) Object.assign(alike, { first: record, line });
};

/** `record 3 is one`, `5 records, from record 3 on, are several`. */
const alikeAre = ({ count, first }: Alike, one: string, several = one): string =>
  count === 1 ? `record ${first} is ${one}` : `${count} records, from record ${first} on, are ${several}`;

/** A warning where the feed may have renamed a member, else only for the account. */
const memberUnknown = (missing: readonly Slot[], unread: readonly [string, number][]): Diagnostic => {
  const timesOf = ([path, times]: readonly [string, number]): string =>
    oneLine(`${path} (${times === 1 ? 'once' : `${times} times`})`);
  const names = `members that are not read: ${firstFew(unread, SHOWN_NAMES, timesOf)}`;
  if (missing.length === 0) return { ...diagnostic('member-unknown', { message: names }), severity: 'info' };
  return diagnostic('member-unknown', {
    message: `no record has ${missing.join(', ')}; ${names}`,
    hint: 'the feed may have renamed a member',
  });
};

/** The diagnostics of one JSON input, in words. */
export const messages = (report: Report) => {
  const strings = { count: 0, first: 0, line: 0, python: false };
  const repaired = new Map<Notation, Alike>();
  const citations = { count: 0, first: 0, line: 0 };
  const kinds = new Map<Owner, { given: Set<Slot>; unread: Map<string, number> }>();
  let removed = 0;
  let flaws = 0;

  const sawString = (text: string, place: Place): void => {
    strings.python ||= strings.count === 0 && isPython(text);
    countOne(strings, place);
  };

  const flaw = ({ path, expected, actual, field, code, isItem }: Flaw, { record, line }: Place): void => {
    if (++flaws > MAX_FLAWS) return;
    const where = path === '' ? `record ${record}` : `record ${record}: ${path}`;
    const kept = isItem ? 'it is left out of the list' : 'the paper is kept without it';
    const loss = field === undefined ? 'the record is left out' : kept;
    const message = `${where}: expected ${expected}, got ${actual}; ${loss}`;
    const details = { message, line, record, ...(field && { field }), expected, actual };
    report(diagnostic(code ?? (field ? 'field-invalid' : 'schema-mismatch'), details));
  };

  const members: Notes['members'] = (owner, given, unread) => {
    const kind = kinds.get(owner) ?? { given: new Set(), unread: new Map() };
    kinds.set(owner, kind);
    for (const slot of given) kind.given.add(slot);
    for (const path of unread) {
      const times = kind.unread.get(path) ?? 0;
      if (times > 0 || kind.unread.size < MAX_NAMES) kind.unread.set(path, times + 1);
    }
  };

  return {
    /** A string where a record should be; `finish` reports all at once. */
    sawString,

    broken(text: string, place: Place, cut: boolean): void {
      if (isPython(text)) return sawString(text, place);
      const { record } = place;
      if (text === '') {
        const message = cut ? 'the JSON breaks off: brackets are still open' : 'not valid JSON';
        return report(diagnostic('malformed-json', { message, line: place.line, column: place.column }));
      }
      const fault = faultIn(text);
      const offset = fault?.offset ?? text.length;
      const expected = fault?.expected ?? 'the end of the record';
      const what = cut
        ? `the JSON breaks off inside record ${record}`
        : `record ${record} is not valid JSON: expected ${expected}`;
      const at = faultPlace(text, offset, place);
      const message = `${what}; it is left out`;
      report(diagnostic('malformed-json', { message, ...at, record, ...(!cut && { expected }) }));
    },

    stray(text: string, { line, column }: Place): void {
      if (isEndAround(text)) return;
      const quoted = shortened(oneLine(text), 40);
      const message = `expected a record, got ${JSON.stringify(quoted)}`;
      report(diagnostic('malformed-json', { message, line, column, expected: 'a record', actual: quoted }));
    },

    oversized(limit: 'size' | 'depth', { record, line, column }: Place): void {
      const words = { size: 'is larger than 16 MiB', depth: 'is nested more than 64 levels deep' };
      const message = `record ${record} ${words[limit]}; it is left out`;
      report(diagnostic('entry-too-large', { message, line, column, record }));
    },

    /** A record that was read after all, in another notation than JSON. */
    repaired(place: Place, notation: Notation): void {
      const alike = repaired.get(notation) ?? { count: 0, first: 0, line: 0 };
      repaired.set(notation, alike);
      countOne(alike, place);
    },

    /** Takes what there is to say about the record that begins at a place. */
    notes: (place: Place): Notes => ({
      flaw: (found) => flaw(found, place),
      removed(count) {
        removed += count;
      },
      members,
      bibliography: () => countOne(citations, place),
    }),

    finish(): void {
      if (flaws > MAX_FLAWS) {
        const message = `${flaws - MAX_FLAWS} more parts of records do not have the shape of a paper`;
        report(diagnostic('schema-mismatch', { message }));
      }
      if (strings.count > 0) {
        const { first, line, python } = strings;
        const which = alikeAre(
          strings,
          'a string where an object should be',
          'strings where objects should be',
        );
        report(
          diagnostic('schema-mismatch', {
            message: `${which}${python ? ", as Python's str() writes them" : ''}; left out`,
            line,
            record: first,
            expected: 'an object',
            actual: 'a string',
            ...(python && { hint: PYTHON_HINT }),
          }),
        );
      }
      for (const [notation, alike] of repaired) {
        const { how, hint } = NOTATIONS[notation];
        const message = `${alikeAre(alike, how)}; read anyway`;
        report(diagnostic('record-repaired', { message, line: alike.line, record: alike.first, hint }));
      }
      if (citations.count > 0) {
        const { first, line } = citations;
        const message = `${alikeAre(citations, 'CSL-JSON, a bibliography, which lacks most fields of a paper')}; left out`;
        const hint = 'keep papers as JSON Lines to read them again: papers parse … -f jsonl';
        report(diagnostic('schema-mismatch', { message, line, record: first, hint }));
      }
      for (const [owner, { given, unread }] of kinds) {
        if (unread.size === 0) continue;
        const missing = ALWAYS[owner].filter((slot) => !given.has(slot));
        report(memberUnknown(missing, [...unread]));
      }
      reportRemoved(removed, report);
    },
  };
};
