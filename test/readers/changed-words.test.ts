import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/parse.js';
import { SEED } from '../helpers/read-case.js';

const sample = readFileSync(SEED, 'utf8');
const options = { today: '2026-11-23' };
const { papers: right } = await parseText(sample, options);

/** What a changed feed could print in place of `6 authors`, and how the message names it. */
const FORMS: readonly (readonly [printed: (count: string) => string, form: string])[] = [
  [(count) => `${count} contributors`, 'N contributors'],
  [(count) => `${count} auteurs`, 'N auteurs'],
  [(count) => `${count}人の著者`, 'N人の著者'],
  [(count) => `by ${count} people`, 'by N people'],
  [(count) => `Authors: ${count}`, 'Authors: N'],
];

describe.each(FORMS)('a feed that changed its word for authors', (printed, form) => {
  const changed = sample.replace(/(\d+) authors$/gm, (_, count) => printed(count));

  it(`keeps all papers and reads no count and no organization out of “${form}”`, async () => {
    const { papers } = await parseText(changed, options);
    expect(papers).toEqual(right.map((paper) => ({ ...paper, authorCount: null })));
    expect(papers).toHaveLength(48);
  });

  it(`names “${form}” once, with its number`, async () => {
    const { diagnostics } = await parseText(changed, options);
    const warnings = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(warnings.map(({ code }) => code)).toEqual(['form-unknown']);
    expect(warnings[0]?.message).toContain(`“${form}”`);
    expect(warnings[0]?.message).toMatch(/\b45\b/);
  });
});

it('takes the singular for the same form', async () => {
  let nth = 0;
  const changed = sample.replace(/(\d+) authors$/gm, (_, count) =>
    nth++ % 9 === 0 ? '1 contributor' : `${count} contributors`,
  );
  const { papers, diagnostics } = await parseText(changed, options);
  expect(papers.map(({ organization }) => organization)).toEqual(
    right.map(({ organization }) => organization),
  );
  expect(diagnostics.filter(({ code }) => code === 'form-unknown')).toHaveLength(1);
});

it('takes no organization with a number in its name for a count', async () => {
  const lines = ['01-ai 01.AI', '42labs 42 Labs', 'Qwen2 Qwen', '01-ai 01.AI', '42labs 42 Labs', 'Studio 54'];
  let nth = 0;
  const changed = sample.replace(/ {2}• (\d+) authors$/gm, (line) => lines[nth++] ?? line);
  const { papers, diagnostics } = await parseText(changed, options);
  const found = papers.flatMap(({ authorCount, organization }) => (authorCount === null ? organization : []));
  expect(found.slice(0, 5)).toEqual(['01.AI', '42 Labs', 'Qwen', '01.AI', '42 Labs']);
  expect(diagnostics.map(({ code }) => code)).not.toContain('form-unknown');
});
