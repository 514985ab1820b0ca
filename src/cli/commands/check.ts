import type { Command } from 'commander';
import type { Diagnostic, LineRecord } from '../../index.js';
import { type Paint, ROLE_STYLES } from '../color.js';
import type { Context } from '../context.js';
import { usageError } from '../errors.js';
import { type ExitCode, failsRun, verdict } from '../gates.js';
import { findInputs } from '../input.js';
import { type Inspection, inspectionText, openInspector } from '../inspection.js';
import { addOptions, choice, option, type ReadingOptions, readingOptions } from '../options.js';
import { openReporter, openRun, readPapers } from '../read.js';
import { diagnosticText, isReported, openHints } from '../report.js';
import { printable, safeJson } from '../safe-text.js';
import { summaries } from '../summary.js';

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
      'print every line with its role instead; with jsonl also how sure it is',
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
  const reporter = await openReporter(options, context);
  const names = await findInputs(files, options, context.io, reporter);
  if (!names) return 3;
  if (options.annotate && options.format === 'json') usageError('--annotate prints text or jsonl, not json');
  const view = options.annotate
    ? annotatedView(options.format, context)
    : VIEWS[options.format](context.paintOut, (found) =>
        isReported(found, { ...options, verbose: true, fails }),
      );
  // Programs read stderr, whatever is on stdout.
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
    ...(view.line && { onLine: (line) => out.write(view.line?.(line) ?? '') }),
    onEnd: (name, input) => {
      out.write(view.input(inspector.end(name, input), inputs));
      summary.endInput(input, reporter.endInput(name));
      if (options.annotate && input && input.reader !== 'text') {
        reporter.reportProblem(`${name}: ${input.reader} has no lines to annotate`);
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

/** One way to show what was read. */
interface View {
  /** The report on input number `index`, counted from 0. */
  input: (inspection: Inspection, index: number) => string;
  /** What follows the last of `inputs`. */
  end: (inputs: number) => string;
  line?: (line: LineRecord) => string;
  /** Then stderr need not repeat them. */
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
const annotatedView = (format: CheckFormat, { io: { stdout }, paintOut }: Context): View => ({
  input: () => '',
  end: () => '',
  line:
    format === 'jsonl'
      ? annotatedJson
      : stdout.isTTY
        ? (line) => annotatedLine(line, stdout.columns ?? 80, paintOut)
        : annotatedRow,
  showsDiagnostics: false,
});

/** A line of the input with its role, for programs: `line⇥paper⇥role⇥text`. */
export const annotatedRow = ({ line, paper, role, text }: LineRecord): string =>
  `${line}\t${paper ?? ''}\t${role}\t${printable(text)}\n`;

/** The same as an object, with the label that the text reader gave the line, what that cost, and how close the next reading was. */
const annotatedJson = ({ line, paper, role, text, reading }: LineRecord): string => {
  const rounded = (cost: number | null | undefined): number | null =>
    cost == null ? null : Math.round(cost * 100) / 100;
  const { label = null, cost, margin } = reading ?? {};
  return `${safeJson({ line, paper, role, label, cost: rounded(cost), margin: rounded(margin), text })}\n`;
};

/** The same for people: cut to the terminal and coloured by role. */
const annotatedLine = ({ line, role, text }: LineRecord, columns: number, paint: Paint): string => {
  const start = `${String(line).padStart(6)}  ${role.padEnd('unrecognised'.length)}  `;
  const room = Math.max(columns - start.length, 1);
  const letters = [...printable(text.slice(0, room + 1))];
  const shown = letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : letters.join('');
  return `${start}${paint(ROLE_STYLES[role], shown)}`.trimEnd().concat('\n');
};
