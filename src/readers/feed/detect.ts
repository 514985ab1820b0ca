import { contentAt } from '../above.js';

/** What may be above the root, and what a browser writes there where it shows a feed. */
const PREAMBLE =
  /^(?:\s+|This XML file does not appear[^<]{0,200}|<\?[^<>]{0,400}\?>|<!--(?:(?!-->)[\s\S])*-->|<!doctype\s[^<>[\]]{0,400}(?:\[[\s\S]*?\]\s*)?>)/i;
const ROOT = /^<(?:\w{1,40}:)?(?:rss|feed|rdf)(?=[\s/>])/i;
const XML = /^\s*<\?xml\s/;
const JSON_FEED = /(?<!\\)"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/;

/** A feed is known by its root, or by the version of a JSON Feed. */
export const detectFeed = (head: string): string | null => {
  const text = head.slice(contentAt(head));
  // Most inputs are ruled out here: the pattern for what may be above a feed is long.
  if (!/^(?:\s*[<{]|This XML )/.test(text)) return null;
  let rest = text;
  for (let found = PREAMBLE.exec(rest); found; found = PREAMBLE.exec(rest))
    rest = rest.slice(found[0].length);
  // A comment or a list of entities that goes on behind what is looked at: whatever else is XML is no input of ours.
  if (rest !== text && /^<!(?:--|doctype )/i.test(rest) && XML.test(text)) return 'begins with <?xml>';
  const root = ROOT.exec(rest)?.[0];
  if (root !== undefined) return `begins with ${root}>`;
  return rest.startsWith('{') && JSON_FEED.test(rest) ? 'its version is that of a JSON Feed' : null;
};
