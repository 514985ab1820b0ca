import { cutEnd } from './cut-end.js';

const LINK = /\[([^[\]]*)\]\([^()]*\)/g;
const IN_BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
const PART = /[,;，、&]|\band\b/;
const REST = /^(?:et al\.?|(?:and )?\d+ (?:others|more)|\.\.\.|…)?$/i;

/** The names of authors in a list: `Ada Quill, Ben Ochre and Fay Gale`. */
export const namesIn = (list: string): string[] =>
  list
    .replace(LINK, '$1')
    .replace(IN_BRACKETS, ' ')
    .replace(/\bet al\.?|…|\.\.\.$/g, ' ')
    .split(PART)
    .map((name) => cutEnd(name.replace(/^[\s*_`]+/, ''), ' *_`.').replace(/\s+/g, ' '))
    .filter((name) => !REST.test(name));
