import { isAbsolute, relative, resolve } from 'node:path';
import type { Severity } from '../index.js';
import { openHints } from './diagnostic-text.js';
import type { Io } from './io.js';
import { isShown, openTrouble } from './loudness.js';
import type { MakeReporter } from './reporter.js';
import { safeText } from './safe-text.js';
import { STDIN_NAME } from './sources.js';
import { textReporter } from './text-reporter.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A step shows so many annotations of a severity and drops the rest. */
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

/** As the runner wants it: seen from the root of the repository, which a step may have left. */
export const annotatedPath = (file: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string => {
  const path = relative(env.GITHUB_WORKSPACE || cwd, resolve(cwd, file));
  const isOutside = path.startsWith('..') || isAbsolute(path);
  return (isOutside ? file : path).replaceAll('\\', '/');
};

/** Annotations for GitHub Actions; what is more than a step can show stands in the log as text. */
export const githubReporter: MakeReporter = (context, loudness) => {
  const { io, stderr } = context;
  const text = textReporter(context, loudness);
  const trouble = openTrouble();
  const hintOnce = openHints();
  const made: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const annotate = (severity: Severity, properties: string, message: string): void => {
    made[severity] += 1;
    stderr.write(`::${COMMANDS[severity]}${properties && ` ${properties}`}::${escaped(message)}\n`);
  };
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (!isShown(diagnostic, loudness)) return;
      const { severity, file, line, message, code } = diagnostic;
      if (made[severity] >= MOST) return text.diagnostic(diagnostic);
      const { hint } = hintOnce(diagnostic);
      const place = [
        ...(file === undefined || file === STDIN_NAME
          ? []
          : [`file=${escapedProperty(annotatedPath(file, io))}`]),
        ...(line === undefined ? [] : [`line=${line}`]),
      ];
      const mend = hint === undefined ? '' : `\n${safeText(hint)}`;
      annotate(severity, place.join(','), `${safeText(message)} [${code}]${mend}`);
    },
    endInput: (name) => {
      text.endInput(name);
      return trouble.drain();
    },
    complain: (message) => {
      if (made.error >= MOST) text.complain(message);
      else annotate('error', '', message.split('\n').map(safeText).join('\n'));
    },
    note: text.note,
  };
};
