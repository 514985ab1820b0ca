const PREAMBLE =
  /^(?:\s+|<\?[^<>]{0,400}\?>|<!--(?:(?!-->)[\s\S])*-->|<!doctype\s[^<>[\]]{0,400}(?:\[[\s\S]*?\]\s*)?>)/i;
/** The answer of a server, and what a browser writes above a feed that it shows. */
const ABOVE =
  /^(?:HTTP\/[\d.]{1,3} \d{3}[^\n]*\n(?:[\w-]{1,60}:[^\n]*\n){0,100}\s*|This XML file does not appear[^<]{0,200})(?=<)/;
const ROOT = /^<(?:\w{1,40}:)?(?:rss|feed|rdf)(?=[\s/>])/i;
const XML = /^\s*<\?xml\s/;
const JSON_FEED = /(?<!\\)"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/;

/** A feed is known by its root, or by the version of a JSON Feed. */
export const detectFeed = (head: string): string | null => {
  const text = head.startsWith('\ufeff') ? head.slice(1) : head;
  // Most inputs are ruled out here: the pattern for what may be above a feed is long.
  if (!/^(?:\s*[<{]|HTTP\/|This XML )/.test(text)) return null;
  let rest = text.replace(ABOVE, '');
  for (let found = PREAMBLE.exec(rest); found; found = PREAMBLE.exec(rest))
    rest = rest.slice(found[0].length);
  // A comment or a list of entities that goes on behind what is looked at: whatever else is XML is no input of ours.
  if (rest !== text && /^<!(?:--|doctype )/i.test(rest) && XML.test(text)) return 'begins with <?xml>';
  const root = ROOT.exec(rest)?.[0];
  if (root !== undefined) return `begins with ${root}>`;
  return rest.startsWith('{') && JSON_FEED.test(head) ? 'its version is that of a JSON Feed' : null;
};
