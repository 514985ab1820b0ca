import { escapeLinkText } from './escape-markdown.js';

/** What would end the target of a link, mean something in a table or as an entity, or turn the text around it. */
const UNSAFE_IN_TARGET = /[\s\p{Cc}\p{Cf}()<>[\]\\`|"]|&(?=#?\w+;)/gu;

const percentEncoded = (character: string): string =>
  encodeURIComponent(character).replace('(', '%28').replace(')', '%29');

/** A Markdown link; `null` where there is no address or not one of the web. */
export const link = (text: string, address: string | null | undefined): string | null =>
  address != null && /^https?:\/\//i.test(address)
    ? `[${escapeLinkText(text)}](${address.replace(UNSAFE_IN_TARGET, percentEncoded)})`
    : null;
