import { visible } from '../words.js';

/** What XML 1.0 forbids, and {@link visible} leaves. */
const NONCHARACTERS = /[\ufffe\uffff]/g;

/** Scraped text on one line, without what XML 1.0 forbids. */
export const plainLine = (text: string): string => visible(text.replace(NONCHARACTERS, ''));

const byNumber = (sign: string): string => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;

/** Text for XML and HTML. By number, as the RSS profile wants it: readers that decode twice show `<T>` too. */
export const escapeXml = (text: string): string => text.replace(/[&<>]/g, byNumber);

/** The same for a value in quotes. */
export const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, byNumber);

/** An XML element on one line; without attributes where there are none. */
export const element = (
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): string => `<${name}${inTag(attributes)}>${escapeXml(text)}</${name}>`;

/** An empty XML element. */
export const emptyElement = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${inTag(attributes)}/>`;

const inTag = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
