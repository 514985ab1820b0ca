import { isAbsolute, relative, resolve } from 'node:path';
import type { Severity } from '../index.js';
import type { Io } from './context.js';
import { STDIN_NAME } from './input.js';
import { isReported, type MakeReporter, openHints, openTroubles, textReporter } from './report.js';
import { safeText } from './safe-text.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A step shows at most this many annotations of a severity. */
const MOST = 10;

const ESCAPES: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

const escaped = (text: string): string => text.replace(/[%\r\n]/g, (found) => ESCAPES[found] as string);
const escapedProperty = (text: string): string =>
  text.replace(/[%\r\n:,]/g, (found) => ESCAPES[found] as string);

/** As the runner wants it: relative to the root of the repository, which a step may have left. */
export const annotatedPath = (file: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string => {
  const path = relative(env.GITHUB_WORKSPACE || cwd, resolve(cwd, file));
  const isOutside = path.startsWith('..') || isAbsolute(path);
  return (isOutside ? file : path).replaceAll('\\', '/');
};

/** Annotations for GitHub Actions; what is more than a step can show goes to the log as text. */
export const githubReporter: MakeReporter = (context, verbosity) => {
  const { io, stderr } = context;
  const text = textReporter(context, verbosity);
  const trouble = openTroubles();
  const hintOnce = openHints();
  const made: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const annotate = (severity: Severity, properties: string, message: string): void => {
    made[severity] += 1;
    stderr.write(`::${COMMANDS[severity]}${properties && ` ${properties}`}::${escaped(message)}\n`);
  };
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (!isReported(diagnostic, verbosity)) return;
      const { severity, file, line, message, code } = diagnostic;
      if (made[severity] >= MOST) return text.diagnostic(diagnostic);
      const { hint } = hintOnce(diagnostic);
      const place = [
        ...(file === undefined || file === STDIN_NAME
          ? []
          : [`file=${escapedProperty(annotatedPath(file, io))}`]),
        ...(line === undefined ? [] : [`line=${line}`]),
      ];
      const hintLines = hint === undefined ? '' : `\n${safeText(hint)}`;
      annotate(severity, place.join(','), `${safeText(message)} [${code}]${hintLines}`);
    },
    endInput: (name) => {
      text.endInput(name);
      return trouble.drain();
    },
    reportProblem: (message) => {
      if (made.error >= MOST) text.reportProblem(message);
      else annotate('error', '', message.split('\n').map(safeText).join('\n'));
    },
    note: text.note,
  };
};
