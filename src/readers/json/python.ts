import { parsed } from './fault.js';

/** `{'paper': …`: what Python's `str()` makes of a dictionary. */
export const isPython = (text: string): boolean => /^\s*\{\s*'/.test(text);

const WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };
/** All but texts; whether numbers and brackets are right, JSON says. */
const PLAIN = /[\s{}[\],:]+|True|False|None|[-+.\deE]+/y;

const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/g;
const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replace(ESCAPE, (whole, byte?: string, unit?: string, point?: string, sign = '') => {
    const code = byte ?? unit ?? point;
    if (code === undefined) return SIGNS[sign] ?? (/\w/.test(sign) ? whole : sign);
    const number = Number.parseInt(code, 16);
    return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
  });

/** Where a text ends that began with this quote; -1 if it does not. */
const endOfText = (text: string, from: number, quote: string): number => {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === quote) return at;
    if (sign === '\\') at++;
  }
  return -1;
};

/** What a dictionary says that Python's `str()` has written; `undefined` if the text is anything else. */
export const readPython = (text: string): unknown => {
  const json: string[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    if (sign === "'" || sign === '"') {
      const end = endOfText(text, at + 1, sign);
      if (end < 0) return undefined;
      json.push(JSON.stringify(unescaped(text.slice(at + 1, end))));
      at = end + 1;
    } else {
      PLAIN.lastIndex = at;
      const plain = PLAIN.exec(text)?.[0];
      if (plain === undefined) return undefined;
      json.push(WORDS[plain] ?? plain);
      at += plain.length;
    }
  }
  return parsed(json.join(''));
};
