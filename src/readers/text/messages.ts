import { diagnostic, type Report } from '../../diagnostic.js';
import { shortened } from '../../words.js';
import type { Draft } from './entries.js';
import type { RoleOfLine } from './roles.js';
import type { Token } from './token.js';

/** For the page of one paper: it is not a list, even if parts of it look like papers. */
export const singlePaper = (tokens: readonly Token[]) =>
  diagnostic('no-papers', {
    message: 'the page of a single paper, not a list of papers',
    hint: 'save the list that the paper is on',
    ...(tokens[0] ? { line: tokens[0].line } : {}),
  });

const short = (text: string): string => shortened(text, 60);

/** A page that lost every title is reported once. */
export const reportUntitled = (untitled: readonly Draft[], papers: number, report: Report): void => {
  const [first] = untitled;
  if (papers === 0 && untitled.length > 1 && first) {
    report(
      diagnostic('no-papers', {
        message: `${untitled.length} entries, and none has a title: this copy of the page lost them`,
        line: first.entry.firstLine ?? 1,
        endLine: untitled.at(-1)?.entry.lastLine ?? 1,
        hint: 'save the page as HTML, or copy its text again',
      }),
    );
    return;
  }
  for (const { entry, tokens } of untitled) {
    const said =
      entry.fields.abstract ??
      tokens
        .map(({ token }) => token.text)
        .filter(Boolean)
        .join(' ');
    report(
      diagnostic('entry-without-title', {
        message: `no title before “${short(said)}”: this paper is left out`,
        line: entry.firstLine ?? 1,
        endLine: entry.lastLine ?? 1,
        field: 'title',
      }),
    );
  }
};

/** A line with the ends of several papers is a page that lost its line breaks. */
const ENDS_OF_PAPERS = /\d authors?(?![a-z])/g;
const BEGINNINGS = /Submitted by/g;
/** A shorter line holds no two papers. */
const SHORTEST_FOLDED = 120;

export const reportFolded = (tokens: readonly Token[], report: Report): void => {
  for (const { text, line } of tokens) {
    if (text.length < SHORTEST_FOLDED) continue;
    const papers = Math.max(text.match(ENDS_OF_PAPERS)?.length ?? 0, text.match(BEGINNINGS)?.length ?? 0);
    if (papers < 2) continue;
    const message = `about ${papers} papers on one line, and nothing shows where their titles end: they are left out`;
    const hint = 'save the page as HTML, or copy its text with line ends';
    report(diagnostic('entry-without-title', { message, line, field: 'title', hint }));
  }
};

/** What was joined or guessed in an entry. */
export const reportEntries = (papers: readonly Draft[], report: Report): void => {
  for (const { entry, ambiguous, paragraphs, tokens } of papers) {
    for (const { text, line } of ambiguous) {
      const message = `“${text}” can be read in two ways; it was read as comments`;
      report(diagnostic('count-ambiguous', { message, line, field: 'comments', actual: text }));
    }
    if (paragraphs < 2) continue;
    const second = tokens
      .filter(({ label }) => label === 'prose' || label === 'prose-on')
      .find(({ token }, i) => i > 0 && token.gap > 0);
    const message = `${paragraphs} paragraphs taken as one abstract of “${short(entry.fields.title ?? '?')}”`;
    report(
      diagnostic('abstract-joined', {
        message,
        line: second?.token.line ?? entry.line ?? 1,
        field: 'abstract',
      }),
    );
  }
};

/** Lines of papers that belong to no field, such as a digest's comments. */
export const reportOther = (papers: readonly Draft[], report: Report): void => {
  const others = papers.flatMap(
    ({ tokens }) => tokens.find(({ token: { fact } }) => fact.kind === 'other') ?? [],
  );
  const [first] = others;
  if (first === undefined) return;
  const { text, line } = first.token;
  const have = others.length === 1 ? 'a paper has' : `${others.length} papers have`;
  const message = `${have} words that no field takes, from “${short(text)}” on`;
  report(diagnostic('unrecognised-line', { message, line }));
};

/** Lines at most this far apart, blank ones between them, are one run. */
const NEAR = 3;

/** Reports lines that belong to no paper, each run once. */
export const reportStray = (roles: ReadonlyMap<number, RoleOfLine>, report: Report): void => {
  let run: { from: number; to: number; lines: number; text: string } | null = null;
  const flush = (): void => {
    if (run === null) return;
    const { from, to, lines, text } = run;
    const message =
      lines === 1
        ? `belongs to no paper: “${short(text)}”`
        : `${lines} lines that belong to no paper, from “${short(text)}” on`;
    report(diagnostic('unrecognised-line', { message, line: from, ...(to > from ? { endLine: to } : {}) }));
    run = null;
  };
  const stray = [...roles].filter(([, { role }]) => role === 'unrecognised');
  for (const [line, { text }] of stray.sort((a, b) => a[0] - b[0])) {
    if (run !== null && line - run.to > NEAR) flush();
    if (run === null) run = { from: line, to: line, lines: 1, text };
    else {
      run.to = line;
      run.lines++;
      run.text ||= text;
    }
  }
  flush();
};
