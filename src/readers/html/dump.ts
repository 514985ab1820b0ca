import { decodeEntities } from '../../fields/entities.js';
import { nameOfTag, TAG } from './detect.js';

// A page that only wraps a text: `<pre>Daily Papers …</pre>`, or lines that end in `<br>`.

/** What such a page has besides its lines. */
const AROUND = /^(?:!doctype|html|head|title|meta|body|main|div|span|pre|code|br|hr|font)$/i;
const BREAK = /^br$/i;
/** A page with fewer breaks has lines of something else. */
const FEWEST_BREAKS = 5;
const HEAD = /<!doctype[^<>]*>|<title[^<>]*>[^<]*<\/title>/gi;
const BREAKS = /<br ?\/?>(?!\s*\n)/gi;

/** The text that a page wraps, line by line where it has them; `null` of any other page. */
export const dumpIn = (html: string): string | null => {
  let breaks = 0;
  let isPreformatted = false;
  for (const [, , inside = ''] of html.matchAll(TAG)) {
    const name = nameOfTag(inside);
    if (!AROUND.test(name)) return null;
    if (BREAK.test(name)) breaks++;
    isPreformatted ||= /^pre$/i.test(name);
  }
  if (!isPreformatted && breaks < FEWEST_BREAKS) return null;
  return decodeEntities(html.replace(HEAD, '').replace(BREAKS, '\n').replace(TAG, ''));
};
