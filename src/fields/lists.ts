import { cutEnd } from './text.js';

/** What is between the items of a list, the surest first; line breaks alone only where there is nothing else. */
const SEPARATORS = [';', '；', '|', '·', '•', '、', '，', ',', '\n'];

/** What Notion writes behind a name that has a page. */
const PAGE_BEHIND = / \(https?:\/\/[^\s()]{1,400}\)$/;

const withoutComma = (item: string): string => cutEnd(item.trim(), ' ,');

/** The items of a list that people wrote: `a; b`, `a | b`, `a, b`, a line each. */
export const itemsIn = (list: string): string[] =>
  list
    .split(SEPARATORS.find((one) => list.includes(one)) ?? ',')
    .map((item) => withoutComma(item).replace(PAGE_BEHIND, ''))
    .filter(Boolean);

/** The authors that a list names. */
export interface AuthorList {
  names: string[];
  /** There are no others. */
  areAll: boolean;
}

/** How an incomplete list ends: `et al.`, `and others`, `and 4 more authors`, `(+12 others)`, `+3`. */
const AND_OTHERS =
  /(?:^|[\s,;])\(?(?:et\.? ?al\.?|(?:and )?others|(?:and )?\+? ?\d{1,4} (?:more|others?)(?: authors?| items?)?|\+ ?\d{1,4})\)?$/i;
/** What may come before that, or be all of it. */
const AND_SO_ON = /(?:…|\.{3})$/;

/** Names without an ending that only says that there are others. */
export const authorsAmong = (names: readonly string[]): AuthorList => {
  const last = (names.at(-1) ?? '').trim();
  const named = withoutComma(last.replace(AND_OTHERS, '')).replace(AND_SO_ON, '');
  if (named === withoutComma(last)) return { names: [...names], areAll: true };
  return { names: [...names.slice(0, -1), withoutComma(named)].filter(Boolean), areAll: false };
};

/** One name, the last first: `Quill, Ada`, `van der Berg, Ida M.` */
const LAST_FIRST = /^(?:[a-z]{1,9} ){0,3}[^\s,;|[]{1,60}, [^\s,;|]{1,60}(?: \p{Lu}\.?){0,3}$/u;
/** Before the last name, or between two. */
const AND = /(?:^|\s)(?:and|&)\s/;

/**
 * The authors in a text: `Ada Quill, Ben Ochre and Cy Dee`, `Quill, Ada; Ochre, Ben`, `Quill, Ada and Ochre, Ben`, `By Ada
 * Quill et al.`
 */
export const readAuthors = (text: string): AuthorList => {
  const { names, areAll } = authorsAmong([text.trim().replace(/^[Bb]y (?=\p{Lu})/u, '')]);
  const [list = ''] = names;
  const parts = list.split(AND).map(withoutComma);
  if (parts.every((part) => LAST_FIRST.test(part))) return { names: parts, areAll };
  return { names: itemsIn(list).flatMap((item) => item.split(AND).filter(Boolean)), areAll };
};
