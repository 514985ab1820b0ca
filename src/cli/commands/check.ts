import type { Command } from 'commander';
import type {
  Diagnostic,
  DiagnosticCode,
  InputReport,
  LineRecord,
  PageReport,
  Severity,
} from '../../index.js';
import { fieldsNotShown } from '../../paper.js';
import { counted, listInLines } from '../../words.js';
import { loadRuler } from '../../writers/ruler.js';
import type { Context } from '../context.js';
import { usageError } from '../errors.js';
import { manyOf } from '../field-words.js';
import { type ExitCode, failsRun, verdict } from '../gates.js';
import { findInputs } from '../input.js';
import { addOptions, choice, option, type ReadingOptions, readingOptions } from '../options.js';
import { openReporter, openRun, readPapers } from '../read.js';
import { diagnosticText, FOLD_AFTER, foldText, isReported, openHints, summaries } from '../report.js';
import { columnsOf, type Paint, printable, ROLE_STYLES, safeJson, safeText } from '../terminal.js';

const CHECK_FORMATS = ['text', 'json', 'jsonl'] as const;
type CheckFormat = (typeof CHECK_FORMATS)[number];

interface CheckOptions extends ReadingOptions {
  format: CheckFormat;
  annotate: boolean;
}

export const examples = [
  'papers check dump.txt',
  'papers check dumps/*.txt -f jsonl | jq .papers',
  'papers check dump.txt --annotate | less -R',
  'papers check - --strict --allow year-assumed < dump.txt',
];

export const description =
  'Reads like parse, and reports what it found: pages, lines, fields and problems. ' +
  'Without a file, or with -, reads standard input.';

/** Adds the options. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    choice('Output', '-f, --format <name>', CHECK_FORMATS).default('text'),
    option(
      'Output',
      '--annotate',
      'print every line with its role instead; with -f jsonl, also how certain each role is',
    ).default(false),
    ...readingOptions(),
  );

/** The same reading and the same gates as `parse`, and a report in place of the papers. */
export const run = async (
  files: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> => {
  const out = context.stdout;
  const fails = failsRun(options);
  const reporter = openReporter(options, context);
  const names = await findInputs(files, options, context.io, reporter);
  if (!names) return 3;
  if (options.annotate && options.format === 'json') usageError('--annotate prints text or jsonl, not json');
  const view = options.annotate
    ? await annotatedView(options.format, names.length > 1, context)
    : VIEWS[options.format](context.paintOut, (found) =>
        isReported(found, { ...options, verbose: true, fails }),
      );
  // Programs read stderr, so diagnostics go there even if stdout shows them.
  const repeats = !view.showsDiagnostics || options.diagnostics !== 'text';
  const inspector = openInspector();
  const reading = openRun(options, context, reporter, out, (found) => {
    inspector.diagnostic(found);
    if (repeats) reporter.diagnostic(found);
  });
  const isQuiet = options.quiet || (view.showsDiagnostics && names.length === 1);
  const summary = summaries(names.length, reporter, isQuiet);
  let inputs = 0;

  const papers = readPapers(names, reading, {
    onPage: inspector.page,
    ...(view.line && { onLine: (line, source) => out.write(view.line?.(line, source) ?? '') }),
    onEnd: (name, input) => {
      out.write(view.input(inspector.end(name, input), inputs));
      summary.endInput(input, reporter.endInput(name));
      if (options.annotate && input?.reader && input.reader !== 'text') {
        reporter.reportProblem(`--annotate works on text only; ${name} was read as ${input.reader}`);
      }
      inputs += 1;
    },
  });
  for await (const _ of papers) if (out.failure()) break;
  out.write(view.end(inputs));
  const { counts } = reading.gates;
  const code = await verdict({ name: 'standard output', out }, counts, options.maxErrors, reporter);
  if (!out.failure()) summary.end(counts);
  return code;
};

/** A line of an input as it is printed. */
type LineText = (line: LineRecord, source: string) => string;

/** One way to show what was read. */
interface View {
  /** The report on input number `index`, counted from 0. */
  input: (inspection: Inspection, index: number) => string;
  /** What follows the last of `inputs`. */
  end: (inputs: number) => string;
  line?: LineText;
  /** If true, stderr need not repeat them. */
  showsDiagnostics: boolean;
}

type OpenView = (paint: Paint, isShown: (diagnostic: Diagnostic) => boolean) => View;

const VIEWS: Readonly<Record<CheckFormat, OpenView>> = {
  text: (paint, isShown) => {
    const hintOnce = openHints();
    const show = (found: Diagnostic) => diagnosticText(hintOnce(found), paint);
    return {
      input: (inspection, index) =>
        (index > 0 ? '\n' : '') + inspectionText(inspection, paint, isShown, show),
      end: () => '',
      showsDiagnostics: true,
    };
  },
  json: () => ({
    input: (inspection, index) =>
      (index > 0 ? ',' : '[') + safeJson([inspection], 2).slice('['.length, -'\n]'.length),
    end: (inputs) => (inputs > 0 ? '\n]\n' : '[]\n'),
    showsDiagnostics: false,
  }),
  jsonl: () => ({
    input: (inspection) => `${safeJson(inspection)}\n`,
    end: () => '',
    showsDiagnostics: false,
  }),
};

/** Every line with its role: for people on a terminal, for programs elsewhere. */
const annotatedView = async (format: CheckFormat, areMany: boolean, context: Context): Promise<View> => {
  const ofText = async (): Promise<LineText> => {
    const text = context.io.stdout.isTTY ? await annotatedForPeople(context) : annotatedRow;
    return areMany ? belowNames(text) : text;
  };
  return {
    input: () => '',
    end: () => '',
    line: format === 'jsonl' ? annotatedJson : await ofText(),
    showsDiagnostics: false,
  };
};

/** Above the lines of each input its name, as `head` and `tail` print it. */
const belowNames = (text: LineText): LineText => {
  let last: string | null = null;
  return (line, source) => {
    const head = source === last ? '' : `${last === null ? '' : '\n'}==> ${printable(source)} <==\n`;
    last = source;
    return head + text(line, source);
  };
};

/** A line of the input with its role, for programs: `line⇥paper⇥role⇥text`. */
const annotatedRow: LineText = ({ line, paper, role, text }) =>
  `${line}\t${paper ?? ''}\t${role}\t${printable(text)}\n`;

/** The same as an object, with the label that the text reader gave the line, what that cost, and how close the next reading was. */
const annotatedJson: LineText = ({ line, paper, role, text, reading }, source) => {
  const rounded = (cost: number | null | undefined): number | null =>
    cost == null ? null : Math.round(cost * 100) / 100;
  const { label = null, cost, margin } = reading ?? {};
  const told = { label, cost: rounded(cost), margin: rounded(margin) };
  return `${safeJson({ source, line, paper, role, ...told, text })}\n`;
};

/** The same for people: cut to the terminal and coloured by role. */
const annotatedForPeople = async ({ io: { stdout }, paintOut }: Context): Promise<LineText> => {
  const ruler = await loadRuler();
  return ({ line, role, text }) => {
    const start = `${String(line).padStart(6)}  ${role.padEnd('unrecognised'.length)}  `;
    const shown = ruler.cut(printable(text), Math.max(columnsOf(stdout) - start.length, 1));
    return `${start}${paintOut(ROLE_STYLES[role], shown)}`.trimEnd().concat('\n');
  };
};

/** All diagnostics of one code in one input; only the first few are kept. */
interface CodeCount {
  code: DiagnosticCode;
  severity: Severity;
  count: number;
  first: Diagnostic[];
}

/** What `papers check` knows about one input; its JSON form. `reader`: `null` where nothing could be read. */
interface Inspection {
  source: string;
  reader: InputReport['reader'] | null;
  why: string | null;
  encoding: string | null;
  papers: number;
  /** Only text has lines. */
  lines: InputReport['lines'] | null;
  /** For each field, how many papers have it. */
  shown: InputReport['shown'] | null;
  pages: Omit<PageReport, 'source'>[];
  diagnostics: CodeCount[];
}

/** Collects one input after the other. */
interface Inspector {
  diagnostic: (diagnostic: Diagnostic) => void;
  page: (page: PageReport) => void;
  /** Closes an input and starts the next. */
  end: (source: string, input: InputReport | undefined) => Inspection;
}

/** An inspector at the start of its first input. */
const openInspector = (): Inspector => {
  let pages: Inspection['pages'] = [];
  let codes = new Map<DiagnosticCode, CodeCount>();
  return {
    diagnostic: (diagnostic) => {
      const { code, severity } = diagnostic;
      const seen = codes.get(code) ?? { code, severity, count: 0, first: [] };
      seen.count += 1;
      if (seen.first.length < FOLD_AFTER) seen.first.push(diagnostic);
      codes.set(code, seen);
    },
    page: ({ source: _, ...page }) => pages.push(page),
    end: (source, input) => {
      const inspection: Inspection = {
        source,
        reader: input?.reader ?? null,
        why: input?.why ?? null,
        encoding: input?.encoding ?? null,
        papers: input?.papers ?? 0,
        lines: input?.reader === 'text' ? input.lines : null,
        shown: input?.shown ?? null,
        pages,
        diagnostics: [...codes.values()],
      };
      pages = [];
      codes = new Map();
      return inspection;
    },
  };
};

type FactRow = readonly [label: string, value: string];

/** Of the longest usual label, so that the values of all inputs stand below each other. */
const LABEL_WIDTH = 16;
/** With the label before it, a line fits 80 columns. */
const LIST_WIDTH = 60;
/** At most this many pages of one input are listed. */
const PAGES_LISTED = 5;

/** `395 lines = 240 in papers + 6 header/footer + 149 blank + 0 unrecognised`. */
const linesByRole = ({
  total,
  inPapers,
  page,
  blank,
  dropped,
  unrecognised,
}: InputReport['lines']): string => {
  const parts = [
    `${inPapers} in papers`,
    `${page} header/footer`,
    `${blank} blank`,
    ...(dropped > 0 ? [`${dropped} in dropped entries`] : []),
    `${unrecognised} unrecognised`,
  ];
  return `${counted(total, 'line')} = ${parts.join(' + ')}`;
};

/** The report of `papers check` on one input, for people. */
const inspectionText = (
  inspection: Inspection,
  paint: Paint,
  isShown: (diagnostic: Diagnostic) => boolean,
  show: (diagnostic: Diagnostic) => string,
): string => {
  const { source, diagnostics } = inspection;
  const blocks = [
    `${paint('heading', safeText(source))}\n${rows(inputFacts(inspection), paint)}`,
    fieldFacts(inspection, paint),
    rows(
      diagnostics.map(({ code, severity, count }) => [code, `${count} ${paint(severity, severity)}`]),
      paint,
    ),
    diagnostics
      .map(({ code, count, first }) => {
        if (!first.some(isShown)) return '';
        const cut = count - first.length;
        const rest = cut > 0 ? foldText(source, code, cut, paint) : '';
        return first.map(show).join('') + rest;
      })
      .join(''),
  ];
  return blocks.filter((block) => block !== '').join('\n');
};

const inputFacts = ({ reader, why, encoding, papers, pages, lines }: Inspection): FactRow[] => [
  ['read as', `${reader ?? 'nothing'}: ${why}`],
  ...(encoding === null || encoding === 'utf-8' ? [] : [['encoding', encoding] as const]),
  ...pageFacts(pages),
  ['papers', String(papers)],
  ...(lines === null ? [] : [['lines', linesByRole(lines)] as const]),
];

/** The fields that papers have, with counts, and those that none has. */
const fieldFacts = ({ papers, shown }: Inspection, paint: Paint): string => {
  if (shown === null || papers === 0) return '';
  const present = Object.entries(shown).filter(([, count]) => count > 0);
  const width = String(papers).length;
  const table = present.map(
    ([field, count]): FactRow => [field, `${String(count).padStart(width)} of ${papers}`],
  );
  const notShown = listInLines(fieldsNotShown(shown).map(manyOf), LIST_WIDTH).map(
    (line, index): FactRow => [index === 0 ? 'not shown' : '', line],
  );
  return rows([...table, ...notShown], paint);
};

const rows = (pairs: readonly FactRow[], paint: Paint): string => {
  const width = Math.max(LABEL_WIDTH, ...pairs.map(([label]) => label.length));
  return pairs.map(([label, value]) => `  ${paint('term', label.padEnd(width))}  ${value}\n`).join('');
};

type InspectedPage = Inspection['pages'][number];

/** What one page, or the first of many, says about itself. */
const pageFacts = (pages: readonly InspectedPage[]): FactRow[] => {
  const [page] = pages;
  if (page === undefined) return [];
  return pages.length === 1 ? onePage(page) : manyPages(pages);
};

const day = ({ day, dayFrom }: InspectedPage): string | null =>
  day === null || dayFrom === null ? day : `${day} (${safeText(dayFrom)})`;

const onePage = (page: InspectedPage): FactRow[] => {
  const { kind, query, captured } = page;
  const known: (readonly [string, string | null])[] = [
    ['page', kind ?? 'unknown kind'],
    ['page day', day(page) ?? 'unknown'],
    ['query', query && `"${safeText(query)}"`],
    ['captured', captured],
  ];
  return known.filter((row): row is FactRow => row[1] !== null);
};

const manyPages = (pages: readonly InspectedPage[]): FactRow[] => {
  const rows: FactRow[] = [
    ['pages', String(pages.length)],
    ...pages.slice(0, PAGES_LISTED).map((page, index): FactRow => [`page ${index + 1}`, inOneLine(page)]),
  ];
  return pages.length > PAGES_LISTED ? [...rows, ['', `… and ${pages.length - PAGES_LISTED} more`]] : rows;
};

const inOneLine = (page: InspectedPage): string =>
  [
    page.kind,
    page.firstLine === null ? null : `lines ${page.firstLine}–${page.lastLine}`,
    counted(page.papers, 'paper'),
    day(page),
    page.query && `query "${safeText(page.query)}"`,
    page.captured && `captured ${page.captured}`,
  ]
    .filter((part) => part)
    .join(', ');
