const LINK = /\[([^[\]]*)\]\([^()]*\)/g;
const IN_BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
const PART = /\s*(?:,|;|，|、|\band\b|&)\s*/;
const REST = /^(?:et al\.?|(?:and )?\d+ (?:others|more)|\.\.\.|…)?$/i;

/** The names of authors in a list: `Ada Quill, Ben Ochre and Fay Gale`. */
export const namesIn = (list: string): string[] =>
  list
    .replace(LINK, '$1')
    .replace(IN_BRACKETS, ' ')
    .replace(/\bet al\.?|…|\.\.\.$/g, ' ')
    .split(PART)
    .map((name) => name.replace(/^[\s*_`]+|[\s*_`.]+$/g, '').replace(/\s+/g, ' '))
    .filter((name) => !REST.test(name));
