import type { Diagnostic, DiagnosticCode } from '../index.js';
import type { Paint } from './color.js';
import { safeText } from './safe-text.js';

/** `dump.txt:41:1: warning: message [code]`, and the hint on a line of its own. */
export const diagnosticText = (diagnostic: Diagnostic, paint: Paint): string => {
  const { file = 'papers', line, column = 1, severity, message, code, hint } = diagnostic;
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const said = `${safeText(message)} ${paint('code', `[${code}]`)}`;
  const mend = hint === undefined ? '' : `    ${paint('hint', safeText(hint))}\n`;
  return `${paint('place', `${safeText(place)}:`)} ${paint(severity, `${severity}:`)} ${said}\n${mend}`;
};

/** Takes hints away that the run has given before. */
export const openHints = (): ((diagnostic: Diagnostic) => Diagnostic) => {
  const given = new Set<string>();
  return (diagnostic) => {
    const { hint, ...rest } = diagnostic;
    if (hint === undefined || given.has(hint)) return rest;
    given.add(hint);
    return diagnostic;
  };
};

/** The last line of a code that has more to say than is shown. */
export const foldText = (file: string, code: DiagnosticCode, more: number, paint: Paint): string =>
  `${paint('place', `${safeText(file)}:`)} … and ${more} more ${paint('code', `[${code}]`)}\n`;
