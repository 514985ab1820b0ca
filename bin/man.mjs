// Prints the man page of the built command, made from its help: node bin/man.mjs > docs/papers.1
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, 'papers.js');
const papers = (...args) => execFileSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });

/** Text as roff takes it: signs that it would read as its own are written out, and so is what is beyond ASCII. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
    .replace(
      /[^\n -~]/gu,
      (sign) => `\\[u${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );

/**
 * The paragraphs of a help. One that begins with `Heading:` is a list of `  term  about` (or of examples), and a line
 * that is indented further goes on with what is above it; any other is text.
 */
const paragraphsOf = (help) =>
  help
    .trimEnd()
    .split('\n\n')
    .map((paragraph) => {
      const [first, ...lines] = paragraph.split('\n');
      if (!/^[A-Z][\w ]*:$/.test(first)) return { text: paragraph.replaceAll('\n', ' ') };
      const entries = [];
      for (const line of lines) {
        const [, term, about] = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
        if (term === undefined) entries.at(-1).about += ` ${line.trim()}`;
        else entries.push({ term, about: about ?? '' });
      }
      return { heading: first.slice(0, -1), entries };
    });

const list = (entries) =>
  entries.map(({ term, about }) => `.TP\n.B ${roff(term)}\n${roff(about)}\n`).join('');
const examples = (entries) => `.nf\n${entries.map(({ term }) => `${roff(term)}\n`).join('')}.fi\n`;
const section =
  (macro) =>
  ({ text, heading, entries }) =>
    text !== undefined
      ? `.PP\n${roff(text)}\n`
      : `.${macro} "${heading}"\n${heading === 'Examples' ? examples(entries) : list(entries)}`;

const isUsage = ({ text }) => text?.startsWith('Usage: ') ?? false;
const usageOf = (paragraphs) => paragraphs.find(isUsage).text.replace('Usage: ', '');
const examplesLast = (paragraphs) => [
  ...paragraphs.filter(({ heading }) => heading !== 'Examples'),
  ...paragraphs.filter(({ heading }) => heading === 'Examples'),
];

const whole = paragraphsOf(papers('--help'));
const about = whole.find((paragraph) => paragraph.text && !isUsage(paragraph)).text;
const names = whole
  .find(({ heading }) => heading === 'Commands')
  .entries.map(({ term }) => term.split(' ')[0])
  .filter((name) => name !== 'help');
const commands = names.map((name) => ({ name, paragraphs: paragraphsOf(papers(name, '--help')) }));
const [version] = papers('--version').split('\n');

process.stdout.write(
  [
    '.\\" Made by bin/man.mjs from the help.\n',
    `.TH PAPERS 1 "" "papers ${version}" "User Commands"\n`,
    `.SH NAME\npapers \\- ${roff(about.replace(/^Reads/, 'read').replace(/\.$/, ''))}\n`,
    `.SH SYNOPSIS\n.nf\n${commands.map(({ paragraphs }) => `.B ${roff(usageOf(paragraphs))}\n`).join('')}.fi\n`,
    '.SH DESCRIPTION\n',
    ...examplesLast(whole.filter((paragraph) => !isUsage(paragraph))).map(section('SS')),
    ...commands.flatMap(({ name, paragraphs }) => [
      `.SH "papers ${name}"\n`,
      ...examplesLast(paragraphs.filter((paragraph) => !isUsage(paragraph))).map(section('SS')),
    ]),
  ].join(''),
);
