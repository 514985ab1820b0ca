import { readFileSync } from 'node:fs';

/** Forms of lines, links and values that the feed has, and what other formats use in their place. */
const LINES = [
  'Submitted by',
  'Submitted by akhaliq',
  '  • 3 authors',
  '- 14 authors',
  '1 author',
  '·',
  'Â·',
  'May 19, 2025 2',
  'Feb 4 5',
  'May 914',
  'Feb 29',
  'Feb 30, 2025',
  'Published on Oct 4, 2026',
  'Upvote',
  '117',
  '3.29k',
  '-',
  'GitHub 3.29k',
  'arXiv Page',
  'cranelab Crane Lab',
  '[[cranelab] Crane Lab][38]',
  '[- 3 authors](https://huggingface.co/papers/2606.00002)',
  '[101](https://huggingface.co/login?next=%2Fpapers%2F2606.00001)',
  '### [Folding Paper Cranes](https://huggingface.co/papers/2606.00001)',
  '### Folding Paper Cranes][36]',
  'https://huggingface.co/papers/2606.00003#community',
  '[Previous](https://huggingface.co/papers/date/2026-10-01)',
  '[Crane Lab](https://huggingface.co/cranelab) · Published on Oct 4, 2026',
  '  12. https://huggingface.co/papers/2407.00001',
  '[12]Models',
  'retrieved: 2026-10-02',
  'Captured (UTC): 2026-06-29T16:31:22',
  '```text',
  '---',
  '| 1 | [Folding](https://huggingface.co/papers/2505.00001) | 5 |',
  'No papers found',
  'Week 40',
  'Aug',
  `We fold cranes ${'and boats '.repeat(30)}of paper.`,
];

const SCRAPS = [
  '[',
  ']',
  '](',
  '][',
  '![',
  '[]',
  '[ ]',
  '[-]',
  '\\',
  '\\\\',
  '# ',
  '### ',
  '> ',
  '  • ',
  '* ',
  '| ',
  '&amp;',
  '&quot;',
  '&#x1f600;',
  '&#1114112;',
  '{.line-clamp-3}',
  '\t',
  '  ',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\0',
  '\u001b[31m',
  '\u009b1m',
  '\ud83d\ude00',
  '999999999999999999999',
  '=1+1',
  '::error::',
];

const JSON_SCRAPS = [
  '{"paper":{"id":"2505.00001","title":"Folding","publishedAt":"2025-05-01T23:59:59-23:59"}}',
  '{"title":"Folding","arxivId":"2505.00001","links":["https://x.example/"]}',
  '{"dailyPapers":[',
  '"searchResults":[]',
  '"dateString":"2026-10-02"',
  '"periodType":"week"',
  '"upvotes":-1',
  '"numComments":1e3',
  '"authors":[{"name":""}]',
  '"organization":{"name":"x","fullname":null}',
  '"__proto__":{"a":1}',
  '"\\ud800"',
  '"\\u0000"',
  '[[[[',
  ']]',
  '}',
  ',',
  ':',
  'null',
  '1e400',
  '\u001e',
  "{'paper': None}",
];

const HTML_SCRAPS = [
  '<!doctype html>',
  '<html>',
  '<article>',
  '</article>',
  '<h3><a href="/papers/2505.00001">Folding</a></h3>',
  '<a href="/papers/2505.00001#community">5</a>',
  '<a href="/login?next=%2Fpapers%2F2505.00001"><input type="checkbox">94</a>',
  '<a href="/cranelab"><img alt="cranelab">Crane Lab</a>',
  '<time datetime="2025-05-01T00:00:00Z">May 1</time>',
  '<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[',
  "<div data-props='{",
  '<meta property="og:url" content="https://huggingface.co/papers/2505.00001">',
  '<p>',
  '<!--',
  '-->',
  '<svg>',
  '</',
  '<br>',
  'Submitted by',
];

/** The words that pages print, as the reader lists them. */
const pageWords = (): string[] =>
  [...readFileSync('src/readers/text/words.ts', 'utf8').matchAll(/= `\n([^`]+)`/g)].flatMap(
    ([, words = '']) => words.trim().split('\n'),
  );

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

export interface Tokens {
  /** Each a line of its own. */
  lines: readonly string[];
  /** Anywhere. */
  scraps: readonly string[];
}

/** The dictionary, one character a byte. */
export const readTokens = (): Tokens => ({
  lines: [...LINES, ...pageWords()].map(bytesOf),
  scraps: [...SCRAPS, ...JSON_SCRAPS, ...HTML_SCRAPS].map(bytesOf),
});
