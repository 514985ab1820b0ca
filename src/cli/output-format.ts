import { findWriter, WRITERS, type Writer, writerForFile } from '../index.js';
import type { Target } from './target.js';
import { misused } from './usage.js';

/** The names that `--format` takes. */
export const formatNames = (): string =>
  WRITERS.map(({ name, aliases }) => (aliases.length > 0 ? `${name} (${aliases.join(', ')})` : name)).join(
    ', ',
  );

/** The writer that `--format` names. */
export const namedFormat = (name: string): Writer =>
  findWriter(name) ?? misused(`--format: unknown format "${name}"; use: ${formatNames()}`);

/** Without `--format`: by the name of the output file, else a table for eyes and JSON for programs. */
export const impliedFormat = (target: Target, isTerminal: boolean): Writer => {
  if (target.kind === 'stdout') return namedFormat(isTerminal ? 'table' : 'json');
  const writer = writerForFile(target.name);
  if (writer !== undefined) return writer;
  if (target.kind === 'stream') return namedFormat('json');
  const extensions = WRITERS.flatMap((known) => known.extensions).join(' ');
  return misused(
    `the name ${target.name} does not say which format to write; add --format <name>, or end it in one of: ${extensions}`,
  );
};
