import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';
import { compare } from './compare.js';
import { INPUTS, type Saved } from './inputs.js';
import { KNOWN_FAULTS } from './known-faults.js';
import { FORMS, type Form, lossesOf } from './losses.js';
import { PAGE_DAY } from './pages.js';
import type { Converters } from './programs.js';
import { type Results, tableOf } from './table.js';

/** Programs run side by side; each browser has processes of its own. */
const MOST_AT_ONCE = 4;

/** The day stands at the top of a page, not on its cards. */
const formOf = (name: string, { isCards }: Saved): Form => {
  const form = FORMS[name];
  if (!form) throw new Error(`losses.ts does not say what ${name} shows`);
  return isCards ? { ...form, hides: [...form.hides, 'submittedOn'] } : form;
};

const tryInput = async (results: Results, converter: string, text: string, saved: Saved) => {
  const form = formOf(converter, saved);
  const losses = lossesOf(form, saved);
  const { papers, diagnostics } = await read(text, { asOf: PAGE_DAY });
  const comparison = compare(saved.kind, saved.made, papers, form, losses);
  const isSaid = diagnostics.some(({ severity }) => severity !== 'info');
  const isWrong = comparison.missing + comparison.mixed + comparison.invented > 0;
  const silent = isWrong && !isSaid;
  const row = results.get(converter) ?? new Map();
  results.set(converter, row.set(saved.name, { ...comparison, silent }));
  const codes = new Set(diagnostics.map(({ code }) => code));
  const unsaid = losses
    .filter(
      ({ says, papers: lost }) =>
        says && (!lost || comparison.missing > 0) && !says.some((code) => codes.has(code)),
    )
    .map(({ what }) => `not said: ${what}`);
  const of = (faults: readonly string[]): string[] => faults.map((fault) => `${saved.name}: ${fault}`);
  return {
    unread: of(comparison.unread),
    untrue: of([
      ...comparison.untrue,
      ...unsaid,
      ...(silent ? ['papers are missing, and nothing is said'] : []),
    ]),
  };
};

interface Text {
  saved: Saved;
  text: string;
}

const tryTexts = async (results: Results, converter: string, texts: readonly Text[]): Promise<void> => {
  const unread: string[] = [];
  const untrue: string[] = [];
  for (const { saved, text } of texts) {
    const faults = await tryInput(results, converter, text, saved);
    unread.push(...faults.unread);
    untrue.push(...faults.untrue);
  }
  const known = KNOWN_FAULTS[converter] ?? 0;
  const faults = [...untrue, ...unread];
  expect(faults.length <= known ? [] : [`${faults.length} faults, not ${known} at most`, ...faults]).toEqual(
    [],
  );
};

const keep = (group: string, results: Results): void => {
  const folder = process.env.MATRIX_TABLE;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${group.replaceAll(' ', '-')}.md`), tableOf(results));
};

/** Every input through each of the converters, back to papers. `MATRIX_TABLE=folder` keeps the figures. */
export const tryConverters = (group: string, { installed, absent }: Converters): void => {
  const results: Results = new Map();
  describe(`invented pages and cards through ${group}`, () => {
    for (const { name, program } of absent) it.skip(`${name} (not run: ${program} is not installed)`);
    it.each(Object.entries(installed))(
      '%s: gives every paper back that it still shows',
      async (name, convert) => {
        const texts: Text[] = [];
        for (let from = 0; from < INPUTS.length; from += MOST_AT_ONCE) {
          const some = INPUTS.slice(from, from + MOST_AT_ONCE);
          const converted = some.map(async (saved) => ({ saved, text: await convert(saved.html) }));
          texts.push(...(await Promise.all(converted)));
        }
        await tryTexts(results, name, texts);
      },
    );
  });
  afterAll(() => keep(group, results));
};

/** The same with texts that a program made once, where it cannot be run from here. */
export const tryKept = (name: string, kept: readonly (Saved & { text: string })[]): void => {
  const results: Results = new Map();
  it(`${name}: gives every paper back that it still shows`, async () => {
    await tryTexts(
      results,
      name,
      kept.map(({ text, ...saved }) => ({ saved, text })),
    );
  });
  afterAll(() => keep(name, results));
};
