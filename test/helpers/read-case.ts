import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { InputReport, ParseOptions } from '../../src/options.js';
import type { Paper } from '../../src/paper.js';
import { parse } from '../../src/parse.js';

export const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
export const SEED = join(FIXTURES, 'daily-papers.txt');
/** Goldens must not depend on the day on which the tests run. */
const TODAY = '2026-11-23';

/** One folder below `fixtures/read/<reader>/`: an input, what it must give, and options where it needs some. */
export interface ReadCase {
  name: string;
  folder: string;
  input: string;
  bytes: Uint8Array;
  options: ParseOptions;
}

export const readCases = (): ReadCase[] =>
  readdirSync(join(FIXTURES, 'read')).flatMap((reader) =>
    readdirSync(join(FIXTURES, 'read', reader)).map((shows) => readCase(join('read', reader, shows))),
  );

const readCase = (name: string): ReadCase => {
  const folder = join(FIXTURES, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (!input) throw new Error(`${name} has no input.*`);
  const options = join(folder, 'options.json');
  const given = existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {};
  return {
    name,
    folder,
    input,
    bytes: readFileSync(join(folder, input)),
    // `"today": null` is a caller who does not know the day.
    options: given.today === null ? { ...given, today: undefined } : given,
  };
};

export interface Outcome {
  papers: Paper[];
  diagnostics: Diagnostic[];
  inputs: InputReport[];
}

/** Everything that one input gives. */
export const read = async (
  data: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: ParseOptions = {},
  name = 'input',
): Promise<Outcome> => {
  const outcome: Outcome = { papers: [], diagnostics: [], inputs: [] };
  const all: ParseOptions = {
    today: TODAY,
    ...options,
    onDiagnostic: (found) => outcome.diagnostics.push(found),
    onInput: (report) => outcome.inputs.push(report),
  };
  for await (const paper of parse([{ name, data }], all)) outcome.papers.push(paper);
  return outcome;
};

/** Cuts bytes at the given places. */
export async function* cutAt(bytes: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const to of [...places, bytes.length]) {
    yield bytes.slice(from, to);
    from = to;
  }
}

/** A line a diagnostic, as in `expected.diagnostics`. */
export const diagnosticLines = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(({ line, column, severity, message, code, hint }) => {
      const place = [line, column].filter((part) => part !== undefined).join(':');
      return `${place || '-'} ${severity}: ${message} [${code}]${hint ? `\n    ${hint}` : ''}\n`;
    })
    .join('');
