import { parsedJson } from '../../words.js';
import { isBareValue } from './fault.js';
import { type Notation, readWithExtras } from './literals.js';

/** Where an element begins. */
export interface Place {
  /** 1-based number among the records of the input. */
  record: number;
  line: number;
  column: number;
}

/** Takes what the splitter finds while it reads. */
export interface Listener {
  /** A whole element, and whether it is in a list that was announced by {@link Listener.list}. */
  element(value: unknown, place: Place, isListed: boolean): void;
  /** An element that is not JSON, whole or up to the character that shows it; `cut` where the input ends in it. */
  broken(text: string, place: Place, cut: boolean): void;
  /** Something between elements that is not a JSON value. */
  stray(text: string, place: Place): void;
  /** An element that was read though it is not quite JSON. */
  repaired(place: Place, notation: Notation): void;
  /** An element over the size or depth limit; it is skipped. */
  oversized(limit: 'size' | 'depth', place: Place): void;
  /**
   * A list of records inside an object: the key before it; the object's text up to it, unless a list came before.
   * `true` where the records are rows of a table: the lists in it are elements then.
   */
  list(key: string, head: string | null): boolean;
}

export interface Splitter {
  /** Takes the next piece of the text, cut anywhere. */
  push(piece: string): void;
  /** No more text comes; says whether there was a list and nothing in it. */
  end(): boolean;
}

/** What one record may take, in UTF-16 units. */
export const LONGEST_RECORD = 16 * 1024 * 1024;
/** Levels inside one record; real ones have five. */
const MAX_DEPTH = 64;
/** Lists in lists that are entered; a deeper one is an element. */
const MAX_LISTS = 16;
/** Wrappers inside each other's lists; a deeper one is a record. */
const MAX_WRAPPERS = 8;
/** How far below its wrapper a list of records may be, `{"props":{"pageProps":{"papers":[`, and below one in a list. */
const MAX_WRAPPER_LEVELS = 4;
/** `[{"papers":[`: a deeper list is a record's. */
const MAX_LEVELS_IN_LIST = 1;
/** Brackets that are remembered; deeper ones are only counted. */
const MAX_OPEN = 256;
/** A number or word longer than this is given up on. */
const LONGEST_BARE = 1 << 16;

/** Members that hold the records, and days (`"2025-01-10": […]`). */
const RECORD_LIST =
  /^"(?:dailyPapers|daily_papers|papers|searchResults|data|results|items|records|rows|values|edges|nodes|hits|docs|entries|\d{4}-\d\d-\d\d)"$/;
/** Not those of a member of a record: `"authors": {"nodes": [`. */
const IN_A_RECORD = /"(?:authors?|creators|keywords|tags|comments)"\s{0,9}:\s{0,9}\{[^{}]{0,60}$/;
/** Longer than {@link IN_A_RECORD} can match. */
const LONGEST_PARENT = 100;
const LONGEST_KEY = '"searchResults"'.length;
/** From the key of a list to its bracket. */
const LONGEST_KEY_GAP = 64;
/** Records are known again by their beginning up to the first colon, `{"paper":`, if that is no longer. */
const LONGEST_BEGINNING = 80;

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** In place of the last sign, where a value has just ended. */
const VALUE = 1;

/** What may be between records: white space, commas, record separators, byte-order marks of joined files. */
const BETWEEN = new Set(Array.from('\t\n\r ,\u001e\ufeff', (sign) => sign.charCodeAt(0)));
/**
 * Where text that is not a value ends: in a list before the next element, else at the end of its
 * line.
 */
const BARE_END_IN_LIST = /[\n",[\]{}]/g;
const BARE_END_OUTSIDE = /[\n{]/g;
/** A string holds a raw line break. */
const BROKEN = 0;

/** What a row begins with: a text that is no record in Python's notation, or any other value. */
const ROW = /^\[\s*(?:"[^{["]|[\dtfn-])/;
/** How much white space is skipped when looking for the first cell. */
const LONGEST_GAP = 64;

const LINE_WITH_OBJECT = '\n{"';
/** How far to look for the next record at first. */
const NEAR = 1024;

/** How a walk through an element ended; `more`: the text ran out. */
type Outcome = 'more' | 'done' | 'list' | 'deep' | 'broken';

/**
 * Splits text into the records of JSON: the elements of lists, one object a line, objects one after another, the list
 * inside a wrapping object. What is broken is reported and passed over: a damaged record costs only itself, and none
 * is invented.
 */
export const splitter = (listener: Listener): Splitter => {
  /** What may still be needed, and what came in behind it. */
  let text = '';
  let pending = '';
  let ended = false;

  /** The current offset, and where its line begins: negative where that was dropped. */
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let mode: 'between' | 'element' | 'seeking' = 'between';

  /** The brackets around that place. */
  const open = new Uint8Array(MAX_OPEN);
  let depth = 0;
  /** The wrappers around it: the depth around each, that of its list, and whether that has rows. */
  const wrappers: { floor: number; list: number; hasRows: boolean }[] = [];
  let records = 0;
  let sawList = false;
  /** Brackets can no longer be trusted. */
  let lost = false;
  /** Words between records were reported since the last record. */
  let strayed = false;

  /** Where the element begins, and the depth around it. */
  let start = 0;
  let startLine = 1;
  let startLineStart = 0;
  let floor = 0;
  /** Walk to the element's end, but keep nothing of it. */
  let discard = false;
  /** The last sign of the element that is not part of a word. */
  let last = 0;
  let inString = false;
  /** The last string, which may be a key. */
  let keyStart = -1;
  let keyEnd = -1;
  /** Lists open inside the element. */
  let lists = 0;
  /** What reading may resume at after a break. */
  let beginnings: string[] = [];

  const placeHere = (record: number): Place => ({ record, line, column: at - lineStart + 1 });
  const placeOfElement = (): Place =>
    discard ? placeHere(records) : { record: records, line: startLine, column: start - startLineStart + 1 };
  const startsLine = (): boolean => start === startLineStart && text.charCodeAt(start) === OPEN_OBJECT;

  /** Moves on, counting lines. */
  const moveTo = (to: number): void => {
    const passed = text.slice(0, to);
    for (let end = passed.indexOf('\n', at); end >= 0; end = passed.indexOf('\n', end + 1)) {
      line++;
      lineStart = end + 1;
    }
    at = to;
  };

  const openElement = (): void => {
    mode = 'element';
    start = at;
    startLine = line;
    startLineStart = lineStart;
    floor = depth;
    discard = false;
    last = 0;
    lists = 0;
    keyStart = -1;
    records++;
  };

  // Between elements

  /** Numbers and words; `false` where their end is not in sight. */
  const takeBare = (): boolean => {
    const sign = text.charCodeAt(at);
    const pattern = depth > 0 ? BARE_END_IN_LIST : BARE_END_OUTSIDE;
    pattern.lastIndex = at + 1;
    const isCloser = sign === CLOSE_LIST || sign === CLOSE_OBJECT;
    const to = isCloser ? at + 1 : (pattern.exec(text)?.index ?? text.length);
    if (to === text.length && to - at < LONGEST_BARE && !ended) return false;
    const bare = text.slice(at, to).trim();
    if (isBareValue(bare)) listener.element(parsedJson(bare), placeHere(++records), wrappers.length > 0);
    else if (!lost && !strayed) {
      strayed = true;
      listener.stray(bare, placeHere(records + 1));
    }
    at = to;
    return true;
  };

  /** A comment, which JSON does not have; `false` where its end is not in sight. */
  const skipComment = (): boolean => {
    const close = text.startsWith('//', at) ? '\n' : '*/';
    const end = text.indexOf(close, at + 2);
    // The end of a line is counted on its own.
    if (end >= 0) moveTo(close === '\n' ? end : end + close.length);
    else if (!ended && text.length - at < LONGEST_BARE) return false;
    else at = text.length;
    return true;
  };

  /** Out of a list: between the elements of what holds it, or on through the rest of its wrapper. */
  const leaveList = (): void => {
    depth--;
    at++;
    const wrapper = wrappers.at(-1);
    if (wrapper?.list !== depth) return;
    wrappers.pop();
    openElement();
    records--;
    floor = wrapper.floor;
    discard = true;
    last = VALUE;
    beginnings = [];
  };

  /** Whether the list that opens here is a row of a table, whose cells are values. */
  const beginsRow = (): boolean =>
    (wrappers.at(-1)?.hasRows ?? false) || (depth > 0 && ROW.test(text.slice(at, at + LONGEST_GAP)));

  /** Takes the next sign, which may open an element; `false` where the text runs out first. */
  const takeNext = (): boolean => {
    const sign = text.charCodeAt(at);
    if (BETWEEN.has(sign)) {
      at++;
      if (sign !== NEWLINE) return true;
      line++;
      lineStart = at;
    } else if (sign === OPEN_LIST && depth < MAX_LISTS && !beginsRow()) {
      if (!ended && depth > 0 && text.length - at < LONGEST_GAP) return false;
      open[depth++] = sign;
      sawList = true;
      at++;
    } else if (sign === CLOSE_LIST && depth > 0) leaveList();
    else if (sign === OPEN_OBJECT || sign === OPEN_LIST || sign === QUOTE) openElement();
    else if (text.startsWith('//', at) || text.startsWith('/*', at)) return skipComment();
    else return takeBare();
    return true;
  };

  // Inside an element

  /** The element's beginning up to its first colon. */
  const ownBeginning = (readTo: number): string => {
    const shown = text.slice(start, Math.min(start + LONGEST_BEGINNING, readTo));
    return shown.startsWith('{') ? shown.slice(0, shown.indexOf(':') + 1) : '';
  };

  /** The line after a break begins as the element did: the element was cut, and this is the next one. */
  const startsAgain = (next: number): boolean => {
    if (discard || text.charCodeAt(next) !== OPEN_OBJECT || !startsLine()) return false;
    const own = ownBeginning(next);
    return own !== '' && text.startsWith(own, next);
  };

  const mayOpen = (level: number): boolean =>
    level === floor ||
    level > MAX_OPEN ||
    (open[level - 1] === OPEN_OBJECT ? last === COLON : last === COMMA || last === OPEN_LIST);

  const opensRecords = (level: number, bracket: number): boolean =>
    last === COLON &&
    lists === 0 &&
    wrappers.length < MAX_WRAPPERS &&
    level > floor &&
    level - floor <= (floor === 0 ? MAX_WRAPPER_LEVELS : MAX_LEVELS_IN_LIST) &&
    keyEnd - keyStart <= LONGEST_KEY &&
    bracket - keyStart <= LONGEST_KEY_GAP &&
    RECORD_LIST.test(text.slice(keyStart, keyEnd)) &&
    (discard || !IN_A_RECORD.test(text.slice(Math.max(start, keyStart - LONGEST_PARENT), keyStart)));

  /** Reads on inside an element until it ends or something about it must be decided. */
  const walk = (): Outcome => {
    while (at < text.length) {
      const sign = inString ? QUOTE : text.charCodeAt(at);
      if (sign === QUOTE) {
        if (!inString) {
          if (last === VALUE) return 'broken';
          keyStart = at++;
        }
        const end = endOfString(text, at);
        inString = end < 0;
        if (end === BROKEN) {
          at = text.indexOf('\n', at);
          return 'broken';
        }
        if (inString) {
          at = ~end;
          return 'more';
        }
        at = keyEnd = end;
        last = VALUE;
        if (depth === floor) return 'done';
      } else if (sign === NEWLINE) {
        if (!ended && at + LONGEST_BEGINNING > text.length && startsLine()) return 'more';
        if (startsAgain(at + 1)) return 'broken';
        line++;
        lineStart = ++at;
      } else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
        if (!mayOpen(depth)) return 'broken';
        if (sign === OPEN_LIST && opensRecords(depth, at)) return 'list';
        if (depth - floor === MAX_DEPTH && !discard) return 'deep';
        if (sign === OPEN_LIST) lists++;
        open[depth++] = sign;
        last = sign;
        at++;
      } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
        // The closing bracket is two after the opening one in ASCII.
        if (depth <= MAX_OPEN && open[depth - 1] !== sign - 2) return 'broken';
        if (sign === CLOSE_LIST) lists--;
        last = VALUE;
        at++;
        if (--depth === floor) return 'done';
      } else {
        if (sign === COMMA || sign === COLON) last = sign;
        at++;
      }
    }
    return 'more';
  };

  /** Leaves an element for the list of records in it. */
  const enterList = (): void => {
    const hasRows = listener.list(
      text.slice(keyStart + 1, keyEnd - 1),
      discard ? null : text.slice(start, at),
    );
    if (!discard) records--;
    wrappers.push({ floor, list: depth, hasRows });
    open[depth++] = OPEN_LIST;
    sawList = true;
    at++;
    mode = 'between';
  };

  /** Stops keeping the element. */
  const giveUp = (limit: 'size' | 'depth'): void => {
    listener.oversized(limit, placeOfElement());
    beginnings = beginningsOfNext(at);
    discard = true;
  };

  // After a break

  /** What a record after the broken one begins with: the same key, or a line of its own. */
  const beginningsOfNext = (readTo: number): string[] => [
    ...[ownBeginning(readTo)].filter((own) => own !== ''),
    ...(startsLine() ? [LINE_WITH_OBJECT] : []),
  ];

  /** Where a record may begin between two places; -1 if nowhere. */
  const findBeginning = (from: number, to: number): number => {
    // In growing steps, so that a near match does not cost a search through the whole text for the
    // other beginnings.
    for (let stop = from + NEAR; ; stop += stop - from) {
      const seen = text.slice(0, Math.min(stop, to));
      const found = beginnings.flatMap((one) => {
        const place = seen.indexOf(one, from);
        if (place < 0) return [];
        return one === LINE_WITH_OBJECT ? place + 1 : place;
      });
      if (found.length > 0) return Math.min(...found);
      if (stop >= to) return -1;
    }
  };

  const backToElement = (): void => {
    at = start;
    line = startLine;
    lineStart = startLineStart;
  };

  /** An element turned out not to be JSON before it ended: reads on at the next beginning of a record. */
  const recover = (cut: boolean): void => {
    const brokenAt = at;
    listener.broken(discard ? '' : text.slice(start, brokenAt + 1), placeOfElement(), cut);
    lost = true;
    depth = floor;
    inString = false;
    if (!discard) {
      beginnings = beginningsOfNext(brokenAt);
      backToElement();
      moveTo(start + 1);
    }
    if (beginnings.length === 0) moveTo(Math.max(at, brokenAt));
    mode = beginnings.length === 0 ? 'between' : 'seeking';
  };

  /** Goes on to where a record may begin; `false` where none is in sight. */
  const seek = (): boolean => {
    const found = findBeginning(at, text.length);
    moveTo(found < 0 ? Math.max(at, text.length - LONGEST_BEGINNING) : found);
    if (found >= 0) mode = 'between';
    return found >= 0;
  };

  /** Hands on the element that ends here. Where it is not JSON, it may have swallowed others. */
  const take = (): void => {
    const element = text.slice(start, at);
    const exact = parsedJson(element);
    const mended = exact === undefined ? readWithExtras(element) : null;
    if (exact !== undefined || mended !== null) {
      if (mended !== null) listener.repaired(placeOfElement(), mended.notation);
      listener.element(exact ?? mended?.value, placeOfElement(), wrappers.length > 0);
      strayed = false;
      return;
    }
    listener.broken(element, placeOfElement(), false);
    beginnings = beginningsOfNext(at);
    const found = findBeginning(start + 1, at);
    if (found < 0) return;
    backToElement();
    moveTo(found);
    lost = true;
  };

  /** Reads on as far as the text goes. */
  const run = (): void => {
    while (at < text.length) {
      if (mode === 'between') {
        if (!takeNext()) return;
      } else if (mode === 'seeking') {
        if (!seek()) return;
      } else {
        const outcome = walk();
        if (!discard && at - start > LONGEST_RECORD) giveUp('size');
        else if (outcome === 'deep') giveUp('depth');
        if (outcome === 'more') return;
        if (outcome === 'broken') recover(false);
        else if (outcome === 'list') enterList();
        else if (outcome === 'done') {
          mode = 'between';
          if (!discard) take();
        }
      }
    }
  };

  /** The first sign that is still needed: the element's, or in a discarded one that of the key before a list. */
  const neededFrom = (): number => {
    if (mode !== 'element') return at;
    if (!discard) return start;
    return keyStart >= 0 && at - keyStart <= LONGEST_KEY_GAP ? keyStart : at;
  };

  const advance = (): void => {
    const dropped = neededFrom();
    text = [text.slice(dropped), pending].join('');
    pending = '';
    at -= dropped;
    lineStart -= dropped;
    start -= dropped;
    startLineStart -= dropped;
    keyStart -= dropped;
    keyEnd -= dropped;
    run();
  };

  return {
    push(piece) {
      pending += piece;
      // Each look copies what is held. As much again must have come in, so that a long record costs twice its length.
      const held = text.length - neededFrom();
      if (pending.length >= held || held + pending.length > LONGEST_RECORD) advance();
    },
    end() {
      ended = true;
      advance();
      while (mode === 'element' && !discard) {
        recover(true);
        run();
      }
      if (depth > 0 && !lost) listener.broken('', placeHere(records), true);
      return sawList && records === 0 && !lost && !strayed && depth === 0;
    },
  };
};

/**
 * Where a string ends: the offset after its closing quote, or {@link BROKEN}. Where the text runs out, `~offset`: from
 * there to look on once there is more.
 */
const endOfString = (text: string, from: number): number => {
  let quote = text.indexOf('"', from);
  while (quote >= 0 && backslashesBefore(text, quote, from) % 2 === 1) quote = text.indexOf('"', quote + 1);
  const to = quote < 0 ? text.length : quote;
  if (text.slice(from, to).includes('\n')) return BROKEN;
  return quote < 0 ? ~(to - (backslashesBefore(text, to, from) % 2)) : quote + 1;
};

const backslashesBefore = (text: string, to: number, from: number): number => {
  let at = to;
  while (at > from && text.charCodeAt(at - 1) === BACKSLASH) at--;
  return to - at;
};
