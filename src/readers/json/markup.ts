/** What other people's records have in place of plain texts: links in some notation, tags of HTML. */

/** A title that is a link, in the notation of Markdown, HTML or a spreadsheet. */
const LINKED: readonly RegExp[] = [
  /^\[(?<words>.{1,400})\]\((?<address>[^\s()]{1,400})\)$/,
  /^<a\s(?<attributes>[^<>]+)>(?<words>.+)<\/a>$/i,
  /^=hyperlink\("(?<address>[^"]+)"[,;] ?"(?<formula>.+)"\)$/i,
];

const HREF = /\bhref="([^"]+)"/i;

/** The words and the address of a text that is a link and nothing else. */
export const linkIn = (text: string): { words: string; address: string } | null => {
  if (!/^[[<=]/.test(text)) return null;
  const found = LINKED.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const address = found?.address ?? HREF.exec(found?.attributes ?? '')?.[1];
  // In a formula a quote is written twice.
  const words = found?.words ?? found?.formula?.replaceAll('""', '"');
  return words === undefined || address === undefined ? null : { words, address };
};

const CLOSING_TAG = /<(?:\/[a-z]|br\b)/i;
/** In its first group the tags that break a line. */
const TAG =
  /<\/?(?:(p|div|br|li|ul|ol|h[1-6]|blockquote|section|jats:(?:p|title|sec))|a|abbr|b|em|font|i|mark|small|span|strong|sub|sup|u|jats:\w{1,20})(?:\s[^<>]{0,400})?\/?>/gi;

/** Whether a text is written in HTML: a tag is closed in it. */
export const isMarkup = (text: string): boolean => CLOSING_TAG.test(text) && text.search(TAG) >= 0;

/** A text without its tags; `<think>` is none, nor is `a <b and c> d`. */
export const withoutTags = (text: string): string =>
  CLOSING_TAG.test(text) ? text.replace(TAG, (_, isBreak?: string) => (isBreak ? ' ' : '')) : text;
