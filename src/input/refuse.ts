import { type Diagnostic, diagnostic } from '../diagnostic.js';

/** What is about papers and cannot be read, by a line of its beginning, and what to do instead. */
const REFUSED: readonly { line: RegExp; message: string; hint: string }[] = [
  {
    line: /^ID +TITLE +(?:SUMMARY +)?UPVOTES +(?:COMMENTS +)?PUBLISHED_AT\b/,
    message: 'the table that hf prints for people, which cuts the titles',
    hint: 'save its JSON: hf papers ls --format json > papers.json',
  },
  {
    line: /^@[a-z]{3,20} ?\{ ?[^\s{},]{1,100},\s*$/i,
    message: 'a bibliography in BibTeX, which has little of a paper',
    hint: 'keep papers as JSON Lines to read them again: papers parse … -f jsonl',
  },
];
/** A prompt may come before the table. */
const LINES = 5;

/** Why an input is not read at all; `null` for most. */
export const refusalOf = (head: string): Diagnostic | null => {
  const lines = head.split('\n', LINES);
  const found = REFUSED.find(({ line }) => lines.some((text) => line.test(text)));
  return found ? diagnostic('no-papers', { message: found.message, hint: found.hint }) : null;
};
