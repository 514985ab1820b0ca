import type { Diagnostic, LineRecord } from '../index.js';
import { annotatedLine, annotatedRow } from './annotate.js';
import type { Context } from './context.js';
import { diagnosticText, openHints } from './diagnostic-text.js';
import type { Inspection } from './inspection.js';
import { inspectionText } from './inspection-text.js';
import { safeJson } from './safe-text.js';

/** `check --format`. */
export const CHECK_FORMATS = ['text', 'json', 'jsonl'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** One way to show what was read. */
export interface View {
  /** What stands before input number `index`, counted from 0, its report included. */
  input: (inspection: Inspection, index: number) => string;
  /** What stands after the last of `inputs`. */
  end: (inputs: number) => string;
  line?: (line: LineRecord) => string;
  /** The report holds the diagnostics; stderr need not repeat them. */
  tellsAll: boolean;
}

type Shown = (diagnostic: Diagnostic) => boolean;

const VIEWS: Readonly<Record<CheckFormat, (paint: Context['paintOut'], isShown: Shown) => View>> = {
  text: (paint, isShown) => {
    const hintOnce = openHints();
    const show = (found: Diagnostic) => diagnosticText(hintOnce(found), paint);
    return {
      input: (inspection, index) =>
        (index > 0 ? '\n' : '') + inspectionText(inspection, paint, isShown, show),
      end: () => '',
      tellsAll: true,
    };
  },
  json: () => ({
    input: (inspection, index) =>
      (index > 0 ? ',' : '[') + safeJson([inspection], 2).slice('['.length, -'\n]'.length),
    end: (inputs) => (inputs > 0 ? '\n]\n' : '[]\n'),
    tellsAll: false,
  }),
  jsonl: () => ({
    input: (inspection) => `${safeJson(inspection)}\n`,
    end: () => '',
    tellsAll: false,
  }),
};

/** Every line with its role: for eyes on a terminal, for programs elsewhere. */
const annotated = ({ io: { stdout }, paintOut }: Context): View => ({
  input: () => '',
  end: () => '',
  line: stdout.isTTY ? (line) => annotatedLine(line, stdout.columns ?? 80, paintOut) : annotatedRow,
  tellsAll: false,
});

/** The view that the options ask for. */
export const chooseView = (
  { format, annotate }: { format: CheckFormat; annotate: boolean },
  context: Context,
  isShown: Shown,
): View => (annotate ? annotated(context) : VIEWS[format](context.paintOut, isShown));
