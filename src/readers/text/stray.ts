import { diagnostic, type Report } from '../../diagnostic.js';

interface Range {
  from: number;
  to: number;
  lines: number;
  text: string;
}

/** Collects lines that belong nowhere and reports each run of them once. */
export interface StrayLines {
  add(piece: { line: number; text: string }): void;
  end(): void;
}

/** Lines at most this far apart, blank ones between them, are one run. */
const NEAR = 3;

export const strayLines = (report: Report): StrayLines => {
  let open: Range | null = null;
  const flush = (): void => {
    if (!open) return;
    const { from, to, lines, text } = open;
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    const message =
      lines === 1
        ? `belongs to no paper: “${shown}”`
        : `${lines} lines that belong to no paper, from “${shown}” on`;
    report(diagnostic('unrecognised-line', { message, line: from, ...(to > from ? { endLine: to } : {}) }));
    open = null;
  };
  return {
    add({ line, text }) {
      if (open && (line < open.from || line - open.to > NEAR)) flush();
      if (!open) open = { from: line, to: line, lines: 1, text };
      else if (line > open.to) {
        open.to = line;
        open.lines++;
        open.text ||= text;
      }
    },
    end: flush,
  };
};
