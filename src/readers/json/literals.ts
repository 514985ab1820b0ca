import { parsedJson } from '../../words.js';
import { faultIn } from './fault.js';

/** `{'paper': …`: what Python's `str()` makes of a dictionary. */
export const isPython = (text: string): boolean => /^\s*\{\s*'/.test(text);

/** The same for a list, or for an object of the hub's client: `[PaperInfo(id='2505.00011', …`. */
const PYTHON_LIST = /^\s*(?:\[\s*)?(?:\{\s*'|[A-Z]\w{2,40}\(\w{1,40}=['[\d])/;
/** `[{ title: "Cranes", …`: a literal of a script. */
const SCRIPT_LIST =
  /^\s*(?:\[\s*(?:\/\/[^\n]*\n\s*)?)?\{\s*(?:\/\/[^\n]*\n\s*)?[a-zA-Z_$][\w$]{0,40}\s*:\s*["'`\d[{]/;
/** How records are written that are not quite JSON. */
export type Notation = 'Python' | 'JavaScript' | 'commas' | 'numbers' | 'comments';
/** The notation in which a text begins; `null` of JSON. */
export const notationOf = (text: string): Notation | null =>
  PYTHON_LIST.test(text) ? 'Python' : SCRIPT_LIST.test(text) ? 'JavaScript' : null;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ...['nan', 'inf', '-inf', 'NaN', 'Infinity', '-Infinity', 'undefined'].map(
    (word) => [word, 'null'] as const,
  ),
]);
/** A name, and what shows that it begins an object or is the name of a member. */
const NAME = /(-?[A-Za-z_$][\w.$]{0,80})([(=]|\s{0,9}:)?/y;
/** `datetime.datetime(2025, 5, 3, 10, 0, tzinfo=datetime.timezone.utc)` */
const MOMENT =
  /datetime\.(?:datetime|date)\((\d{4}), (\d{1,2}), (\d{1,2})(?:, (\d{1,2}), (\d{1,2}))?[^()]{0,80}\)/y;
/** A value in a call that says its type: `np.int64(63)`, `Timestamp('2025-05-03 10:00:00', tz='UTC')`. */
const TYPED =
  /[A-Za-z_][\w.]{0,60}\((?:'([^'"\\\n]{0,100})'|(-?\d[\d.]{0,30}))(?:, ?\w{1,20}=[^(),]{1,60}){0,3}\)/y;
/** What a console prints for members nested too deep, and for the rest of a long list. */
const DEEP = /\[(?:Array|Object|Function[^[\]\n]{0,80}|Circular \*\d{1,3})\]/y;
const REST = /\.{3} \d{1,9} more items?/y;
/** Whether a text stands for the rest of a list. */
export const isRest = (text: string): boolean => matchAt(REST, text, 0)?.[0] === text;
/** White space, a comment, the sign of a number or between the parts of a string. */
const BLANK = /[\s+]|(?:\/\/|#)[^\n]*|\/\*[^*]{0,1000}\*\//y;
const LONGEST_TOKEN = 1024;

const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/g;
const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A text without the escapes of Python and JavaScript. */
export const unescaped = (text: string): string =>
  text.replace(ESCAPE, (whole, byte?: string, unit?: string, point?: string, sign = '') => {
    const code = byte ?? unit ?? point;
    if (code === undefined) return SIGNS[sign] ?? (/\w/.test(sign) ? whole : sign);
    const number = Number.parseInt(code, 16);
    return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
  });

/** A long text is handed on in parts: the splitter knows how much a record may hold. */
const LONGEST_PART = 1 << 16;
/** The longest escape, `\U0001f98b`. */
const LONGEST_ESCAPE = 10;

const momentOf = ([, year = '', month = '', day = '', hour = '0', minute = '0']: readonly string[]): string =>
  `"${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}"`;

/** A value that is more than a name or sign, as JSON; `null` if there is none. */
const valueAt = (text: string, at: number): { json: string; length: number } | null => {
  const moment = matchAt(MOMENT, text, at);
  if (moment !== null) return { json: momentOf(moment), length: moment[0].length };
  const typed = matchAt(TYPED, text, at);
  if (typed !== null) return { json: typed[2] ?? JSON.stringify(typed[1]), length: typed[0].length };
  const deep = matchAt(DEEP, text, at);
  if (deep !== null) return { json: 'null', length: deep[0].length };
  const rest = matchAt(REST, text, at)?.[0];
  return rest === undefined ? null : { json: JSON.stringify(rest), length: rest.length };
};

/**
 * Rewrites as JSON what Python's `str()`, `repr()` or `pprint`, or a script, wrote, piece by piece. Line breaks between values
 * stay. The result may be invalid: whoever reads the JSON finds out.
 */
export const literalToJson = () => {
  let text = '';
  /** The quote of the string that is open, or of the one that has just ended: a second one goes on with it. */
  let quote = '';
  let isOpen = false;
  /** White space behind a string, until it is known whether another follows. */
  let gap = '';
  /** A comma, until it is known that no closing bracket follows. */
  let hasComma = false;
  /** The closing brackets that are due. */
  const closers: string[] = [];

  /** Writes the open string from `at` on, and gives where it goes on; `at` itself where more of the text is needed. */
  const takeString = (at: number, isLast: boolean, out: string[]): number => {
    let end = at;
    let lastEscape = -1;
    for (; end < text.length; end++) {
      const sign = text.charAt(end);
      if (sign === '\\') lastEscape = end++;
      else if (sign === quote) break;
    }
    const hasEnd = end < text.length;
    if (!hasEnd && !isLast && end - at <= LONGEST_PART) return at;
    // The last escape may go on in the next piece.
    const isCut = !hasEnd && !isLast && lastEscape + LONGEST_ESCAPE > text.length;
    const to = isCut ? lastEscape : Math.min(end, text.length);
    out.push(JSON.stringify(unescaped(text.slice(at, to))).slice(1, -1));
    if (!hasEnd) return to;
    isOpen = false;
    return end + 1;
  };

  const advance = (isLast: boolean): string => {
    const out: string[] = [];
    let at = 0;
    while (at < text.length) {
      const sign = text.charAt(at);
      if (isOpen) {
        const next = takeString(at, isLast, out);
        if (next === at) break;
        at = next;
        continue;
      }
      // A name or comment that may go on in the next piece.
      if (!isLast && text.length - at < LONGEST_TOKEN && /[-A-Za-z_$#/.[]/.test(sign)) break;
      const blank = /[\s+/#]/.test(sign) ? matchAt(BLANK, text, at)?.[0] : undefined;
      if (blank !== undefined) {
        const space = blank.replace(/\S/g, '');
        if (quote === '') out.push(space);
        else gap += space;
        at += blank.length;
        continue;
      }
      if (hasComma && !/[\])}]/.test(sign)) out.push(',');
      hasComma = false;
      if (sign === "'" || sign === '"' || sign === '`') {
        if (quote === '') out.push('"');
        quote = sign;
        isOpen = true;
        at++;
        continue;
      }
      if (quote !== '') {
        out.push('"', gap.replace(/[^\n]/g, ''));
        [quote, gap] = ['', ''];
      }
      const whole = /[A-Za-z_.[]/.test(sign) ? valueAt(text, at) : null;
      const name = whole === null ? matchAt(NAME, text, at) : null;
      if (whole !== null) {
        out.push(whole.json);
        at += whole.length;
      } else if (name !== null) {
        const [token, word = '', behind] = name;
        if (behind === '(') {
          out.push('{');
          closers.push('}');
        } else out.push(behind ? `"${word}":` : (WORDS.get(word) ?? word));
        at += token.length;
      } else if (sign === ',') {
        hasComma = true;
        at++;
      } else {
        if (sign === '(') closers.push(']');
        out.push(sign === '(' ? '[' : sign === ')' ? (closers.pop() ?? sign) : sign);
        at++;
      }
    }
    text = text.slice(at);
    if (isLast && quote !== '' && !isOpen) out.push('"', gap);
    return out.join('');
  };

  return {
    push(piece: string): string {
      text += piece;
      return advance(false);
    },
    end: (): string => advance(true),
  };
};

/** What a dictionary or a literal says; `undefined` if the text is anything else. */
export const readLiteral = (text: string): unknown => {
  const json = literalToJson();
  return parsedJson(json.push(text) + json.end());
};

/** Longer records are not repaired. */
const LONGEST_REPAIRED = 1 << 20;

/** What JSON does not have, by what is where reading it stops. */
const EXTRAS: readonly (readonly [Notation, RegExp])[] = [
  ['numbers', /^(?:NaN|-?Infinity)\b/],
  ['commas', /^[\]}]/],
  ['comments', /^(?:\/[/*]|#)/],
];

/** A record that is JSON except for `NaN`, trailing commas or comments; `null` for any other text. */
export const readWithExtras = (text: string): { value: unknown; notation: Notation } | null => {
  const fault = text.length > LONGEST_REPAIRED ? null : faultIn(text);
  if (fault === null) return null;
  const rest = text.slice(fault.offset, fault.offset + LONGEST_TOKEN);
  const notation = EXTRAS.find(([, form]) => form.test(rest))?.[0];
  const value = notation === undefined ? undefined : readLiteral(text);
  return notation === undefined || value === undefined ? null : { value, notation };
};
