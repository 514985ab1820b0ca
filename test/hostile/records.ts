import { paper } from '../helpers/paper.js';

/** Titles that mean something to a terminal, a CI runner, a spreadsheet, a renderer of Markdown or LaTeX. */
const HOSTILE_TITLES: Readonly<Record<string, string>> = {
  'moves the cursor and clears the screen': 'Cranes\u001b[2J\u001b[1;1H\u001b[31m in red',
  'puts a link and the clipboard into the terminal':
    'Cranes \u001b]8;;https://x.example\u0007here\u001b]8;;\u0007 \u001b]52;c;cm0=\u0007',
  'controls of eight bits': 'Cranes \u009b2J \u009d0;title\u009c \u0090payload\u009c',
  'turns the writing round': 'Cranes \u202egnp.exe\u202c \u2066hidden\u2069 \u200f',
  'commands of CI runners': '::error file=a,line=1::Cranes ##[error] ::set-output name=x::y',
  'a command of CI runners behind a line end': 'Cranes\n::error::x\r::stop-commands::y\u2028::z::',
  'a formula': '=HYPERLINK("https://x.example","Cranes")',
  'a formula behind spaces': '   @SUM(A1:A9)*cmd|calc!A0',
  'a formula behind a line end and NUL': '\n\u0000+1+1',
  'a formula in full width': '＝1+1',
  'HTML that runs': '<img src=x onerror=alert(1)> Cranes <script>alert(2)</script> <!-- x -->',
  'a link that runs': '[Cranes](javascript:alert(1)) ![x](data:text/html,y) <javascript:alert(3)>',
  'marks of Markdown': '# Cranes | and ` boats `` * _ ~ | \\',
  'an underline that makes a heading': 'Cranes\n===',
  'definition and entity': '[x]: https://x.example "y" &lt;b&gt; &#x3c;i&#x3e;',
  LaTeX: 'Cranes} @article{x, title = {\\input{/etc/passwd} \\write18{ls} % & $ # _ ^ ~ "#',
  'unbalanced braces': '}}}{{{ Cranes {',
  'ends of CDATA, of a script and of a comment':
    'Cranes ]]> </script> --> </title></textarea> %3Cscript%3E &#60;script&#62;',
  'half of a pair, and what is no character': 'Cranes \ud83d here \udc00 \ufffe \uffff \ufeff',
  'quotes that end an attribute': `Cranes" onmouseover="alert(4)" x='y' \u0060z\u0060`,
};

export const hostilePapers = Object.values(HOSTILE_TITLES).map((title, i) =>
  paper({
    title,
    published: '2025-05-19',
    organization: title,
    arxivId: `2505.${String(10_000 + i)}`,
    url: `https://huggingface.co/papers/2505.${10_000 + i}`,
    authors: [title],
    keywords: [title],
    githubRepo: `https://x.example/"onclick=alert(5)/${i}`,
    projectPage: `https://x.example/'><script>alert(6)</script>`,
    links: ['https://x.example/)[y](javascript:alert(7))'],
    abstract: `${title} and more`,
  }),
);

/** The same as an input: what JSON can say, a scrape can hold. */
export const hostileJson = JSON.stringify(hostilePapers);

/** The same as a page of text, each title on its line as far as lines go. */
export const hostileText = [
  'Daily Papers',
  ...hostilePapers.flatMap(({ title }) => [
    '',
    title,
    '',
    `We fold ${'paper '.repeat(40)}cranes ${title.replaceAll(/[\r\n\u2028]/g, ' ')}.`,
    '',
    '  • 3 authors',
    '·',
    'May 19, 2025',
  ]),
  '',
].join('\n');
