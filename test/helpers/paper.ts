import * as fc from 'fast-check';
import { type Paper, type PaperRecord, paperSchema } from '../../src/paper.js';
import { type FormatName, write } from '../../src/writers/index.js';
import type { WriteOptions } from '../../src/writers/writer.js';

/** A paper that shows nothing but its title, with these fields set. */
export const paper = (fields: Partial<PaperRecord> = {}): PaperRecord => ({
  title: 'Rivers That Run Uphill',
  published: null,
  yearInferred: false,
  upvotes: null,
  comments: null,
  authorCount: null,
  organization: null,
  organizationSlug: null,
  submittedBy: null,
  submittedOn: null,
  arxivId: null,
  url: null,
  githubRepo: null,
  githubStars: null,
  projectPage: null,
  authors: [],
  keywords: [],
  links: [],
  aiSummary: null,
  abstract: null,
  ...fields,
});

export const written = async (
  papers: readonly PaperRecord[],
  format: FormatName,
  options: WriteOptions = {},
): Promise<string> => {
  let text = '';
  for await (const piece of write(papers, format, options)) text += piece;
  return text;
};

const NASTY = [
  '=1+1',
  '+49',
  '-2',
  '@SUM(A1)',
  '\t=x',
  ' =x',
  '＝x',
  '\u200b=x',
  '"quoted"',
  '"',
  "'",
  ',',
  ';',
  '\r\n',
  '\n',
  '\r',
  '\t',
  '\u2028',
  '\u0085',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u001b]8;;https://x.example\u0007',
  '\u009b2J',
  '\u007f',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '\udc00',
  '__proto__',
  ' ',
  '  ',
  '\u00a0',
  '日本語',
  '👩‍👩‍👧',
  'e\u0301',
  '#',
  '## ',
  '*',
  '**bold**',
  '* ',
  '_',
  '__x__',
  'snake_case',
  '_em_',
  '`',
  '``code``',
  '~',
  '~~gone~~',
  '~5 and 6~',
  '<think>',
  '</p>',
  '<!-- ',
  '<a@b.example>',
  '< ',
  '&amp;',
  '&#35;',
  '&',
  '[x]',
  '[x](javascript:alert(1))',
  '![i](https://img.example/a.png)',
  '[^1]: ',
  '[a]: https://x.example ',
  '](',
  '[',
  ']',
  '|',
  '\\',
  '\\*',
  '\\|',
  '$x_1 * y_2$',
  '1. ',
  '12) ',
  '- ',
  '+ ',
  '> ',
  '---',
  '===',
  '- - -',
  '~~~',
  'https://code.example/a_b/~c',
  'https://code.example/a_/*b*(c).',
  'https://code.example/?q=&amp;x',
  'https://code.example/x*',
  'http://a.example/\\',
  'https://',
  'www.code.example/_x_',
  'me_@mail.example',
  '@someone',
  'word',
  'Two words',
  '9',
] as const;

/** Text made of what CSV, spreadsheets, Markdown and terminals take for signs. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

const count = fc.option(fc.nat(), { nil: null });
const text = fc.option(nastyText, { nil: null });
const address = fc
  .tuple(
    fc.constantFrom('https://site.example/', 'http://Ü.example:8080/', 'HTTPS://x.example?'),
    fc.oneof(
      fc.constantFrom(
        'a',
        'a_b',
        '~c/*d*',
        '(e)',
        '<f>',
        '`g`',
        '|h',
        '"i"',
        '[j]',
        '\\k',
        'l&amp;m',
        '日',
        '{n}',
        '%41',
        '#o',
      ),
      nastyText.map((text) => text.replace(/\s/g, '')),
    ),
  )
  .map((parts) => parts.join(''));
const maybeAddress = fc.option(address, { nil: null });

const day = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const id = fc.oneof(
  fc.constantFrom('2410.05430', 'hep-th/9901001'),
  fc.stringMatching(/^\d{4}\.\d{4,5}$/),
  fc.stringMatching(/^[a-z-]{1,9}(?:\.[A-Z]{2})?\/\d{7}$/),
);

/** Any record that the schema lets through. */
export const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    title: nastyText,
    published: fc.option(fc.oneof(day, fc.constant('2024-02-29')), { nil: null }),
    yearInferred: fc.boolean(),
    upvotes: count,
    comments: count,
    authorCount: count,
    organization: text,
    organizationSlug: text,
    submittedBy: text,
    submittedOn: fc.option(day, { nil: null }),
    arxivId: fc.option(id, { nil: null }),
    url: maybeAddress,
    githubRepo: maybeAddress,
    githubStars: count,
    projectPage: maybeAddress,
    authors: fc.array(nastyText, { maxLength: 3 }),
    keywords: fc.array(nastyText, { maxLength: 3 }),
    links: fc.uniqueArray(address, { maxLength: 3 }),
    aiSummary: text,
    abstract: text,
  })
  .map((record) => paperSchema.parse(record));
