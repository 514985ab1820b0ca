import assert from 'node:assert/strict';
import { parse as parseCsv } from 'csv-parse/sync';
import { FIELD_NAMES, PAPER_FIELDS, type Paper } from '../../src/paper.js';
import { WRITERS } from '../../src/writers/index.js';
import type { WriteOptions } from '../../src/writers/writer.js';
import { written } from '../helpers/paper.js';
import type { Random } from '../helpers/random.js';
import { read } from '../helpers/read-case.js';

/** Writes in every format; what can be read back is read back. */
export const writesEverything = async (papers: readonly Paper[]): Promise<void> => {
  const texts: Record<string, string> = {};
  for (const { name } of WRITERS) texts[name] = await written(papers, name);
  assert.deepEqual(JSON.parse(texts.json ?? ''), papers, 'json does not give the same records');
  const lines = (texts.jsonl ?? '').split('\n').slice(0, -1);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    papers,
    'jsonl does not give the same records',
  );
  for (const name of ['json', 'jsonl']) {
    const back = papers.length === 0 ? papers : (await read(texts[name] ?? '')).papers;
    assert.deepEqual(back, papers, `${name} is not read back as it was written`);
  }
  const shape = papers.concat(papers.slice(0, 1)).map(() => PAPER_FIELDS.length);
  for (const [name, delimiter] of [['csv', ','] as const, ['tsv', '\t'] as const]) {
    const rows: string[][] = parseCsv(texts[name] ?? '', { delimiter, relax_quotes: name === 'tsv' });
    assert.deepEqual(
      rows.map((row) => row.length),
      papers.length === 0 ? [PAPER_FIELDS.length] : shape,
      `${name} has rows of another shape`,
    );
  }
};

/** Any fields and options. */
export const writesAsAsked = async (papers: readonly Paper[], random: Random): Promise<void> => {
  const fields = FIELD_NAMES.filter(() => random.below(3) === 0);
  const options: WriteOptions = {
    ...(fields.length > 0 ? { fields } : {}),
    ...(random.below(2) === 0 ? { width: 1 + random.below(120) } : {}),
    excel: random.below(2) === 0,
    escapeFormulas: random.below(2) === 0,
    onDiagnostic: () => undefined,
  };
  await written(papers, random.pick(WRITERS).name, options);
};
