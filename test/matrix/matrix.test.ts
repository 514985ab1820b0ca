import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';
import { compare } from './compare.js';
import { type Converter, PACKAGES } from './converters.js';
import { SPACINGS } from './element.js';
import { inventPapers } from './invent.js';
import { FORMS, type Form, lossesOf } from './losses.js';
import { KINDS, type Kind, PAGE_DAY, renderPage } from './pages.js';
import { ABSENT, INSTALLED } from './programs.js';
import { type Results, tableOf } from './table.js';

interface TestPage {
  name: string;
  kind: Kind;
  spacing: string;
  made: ReturnType<typeof inventPapers>;
  html: string;
}

/** Every page has papers of its own. */
const PAGES: TestPage[] = KINDS.flatMap((kind, k) =>
  Object.entries(SPACINGS).map(([spacing, space], s) => {
    const made = inventPapers(100 * k + s);
    return { name: `${kind}, ${spacing}`, kind, spacing, made, html: renderPage(kind, made, space) };
  }),
);
const ITSELF = 'none: the HTML itself';
const CONVERTERS: Record<string, Converter> = { ...PACKAGES, ...INSTALLED, [ITSELF]: (html) => html };
/** Programs run side by side; each browser has processes of its own. */
const MOST_AT_ONCE = 4;
const results: Results = new Map();

const formOf = (name: string): Form => {
  const form = FORMS[name];
  if (!form) throw new Error(`losses.ts does not say what ${name} shows`);
  return form;
};

const tryPage = async (converter: string, text: string, { name, kind, spacing, made }: TestPage) => {
  const form = formOf(converter);
  const losses = lossesOf(form, kind, spacing);
  const { papers, diagnostics } = await read(text, { asOf: PAGE_DAY });
  const comparison = compare(kind, made, papers, form, losses);
  results.set(converter, (results.get(converter) ?? new Map()).set(name, comparison));
  const codes = new Set(diagnostics.map(({ code }) => code));
  const unsaid = losses
    .filter(({ says }) => says && !says.some((code) => codes.has(code)))
    .map(({ what }) => `not said: ${what}`);
  return [...comparison.wrong, ...unsaid].map((wrong) => `${name}: ${wrong}`);
};

describe('invented pages through real converters', () => {
  it.each(Object.keys(CONVERTERS))(
    '%s: gives every paper back that it still shows',
    async (converter) => {
      const wrong: string[] = [];
      for (let from = 0; from < PAGES.length; from += MOST_AT_ONCE) {
        const some = PAGES.slice(from, from + MOST_AT_ONCE);
        const texts = await Promise.all(some.map(({ html }) => CONVERTERS[converter]?.(html) ?? ''));
        for (const [i, page] of some.entries())
          wrong.push(...(await tryPage(converter, texts[i] ?? '', page)));
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(ABSENT)('$name: not run, because $program is not installed', ({ name }) => {
    expect(Object.keys(FORMS)).toContain(name);
  });

  it('says for every converter what it destroys, and for no other', () => {
    const names = [...Object.keys(CONVERTERS), ...ABSENT.map(({ name }) => name)];
    expect(Object.keys(FORMS).sort()).toEqual(names.sort());
  });
});

afterAll(() => {
  const file = process.env.MATRIX_TABLE;
  if (file) writeFileSync(file, tableOf(results));
});
