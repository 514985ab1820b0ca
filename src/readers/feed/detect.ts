const PREAMBLE =
  /^(?:\s+|<\?[^<>]{0,400}\?>|<!--(?:(?!-->)[\s\S])*-->|<!doctype\s[^<>[\]]{0,400}(?:\[[\s\S]*?\]\s*)?>)/i;
const ROOT = /^<(?:\w{1,40}:)?(?:rss|feed|rdf)(?=[\s/>])/i;
const JSON_FEED = /(?<!\\)"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/;

/** A feed is known by its root, or by the version of a JSON Feed. */
export const detectFeed = (head: string): string | null => {
  let rest = head.replace(/^\ufeff/, '');
  for (let found = PREAMBLE.exec(rest); found; found = PREAMBLE.exec(rest))
    rest = rest.slice(found[0].length);
  const root = ROOT.exec(rest)?.[0];
  if (root !== undefined) return `begins with ${root}>`;
  return rest.startsWith('{') && JSON_FEED.test(head) ? 'its version is that of a JSON Feed' : null;
};
