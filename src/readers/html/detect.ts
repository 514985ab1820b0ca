const PREAMBLE = /^(?:\s+|<\?xml[^<>]{0,200}\?>|<!--(?:(?!-->)[\s\S])*-->)/;
const BEGINNING = /^<(?:!doctype html|(?:html|head|body|main|article)(?=[\s/>]))/i;

/** What only the feed's own markup has, for pieces of pages that begin anywhere. */
const MARKS: readonly [RegExp, string][] = [
  [/\sdata-props=["']\{/, 'holds data-props="{'],
  [
    /<h3(?:\s[^<>]{0,400})?>\s{0,20}<a\s[^<>]{0,400}?href="(?:https:\/\/huggingface\.co)?\/papers\//i,
    'holds <h3><a href="/papers/',
  ],
];

const withoutPreamble = (head: string): string => {
  let rest = head.replace(/^\ufeff/, '');
  for (let found = PREAMBLE.exec(rest); found; found = PREAMBLE.exec(rest))
    rest = rest.slice(found[0].length);
  return rest;
};

/** Tells HTML by how it begins or by the feed's own markup; a tag inside a line of text is neither. */
export const detect = (head: string): string | null => {
  const beginning = BEGINNING.exec(withoutPreamble(head))?.[0];
  if (beginning !== undefined)
    return `begins with ${beginning.toLowerCase()}${beginning.endsWith('>') ? '' : '>'}`;
  return MARKS.find(([pattern]) => pattern.test(head))?.[1] ?? null;
};
