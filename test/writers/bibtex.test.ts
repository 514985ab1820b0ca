import { readFileSync } from 'node:fs';
import { Cite, type CslItem, type CslName } from '@citation-js/core';
import { PAPER_FIELDS, type PaperRecord } from '../../src/paper.js';
import '@citation-js/plugin-bibtex';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import { visible } from '../../src/words.js';
import { escapeLatex, escapeTitle } from '../../src/writers/bibtex.js';
import { citationKeys, citationStem, type Person, person } from '../../src/writers/citation.js';
import { anyPaper, nastyText, paper, written } from '../helpers/paper.js';
import { read as readSample, SEED } from '../helpers/read-case.js';

const read = (bibtex: string): CslItem[] => (bibtex === '' ? [] : new Cite(bibtex).data);

/** What a line of a bibliography can show of a text. */
const shown = (text: string): string => visible(text).replace(/ +/g, ' ').trim().normalize('NFC');

/** What an address can be written as: no controls, and signs of other languages as `%` and numbers. */
const percented = (address: string): string => encodeURI(visible(address)).replaceAll('%25', '%');

/** What stands between commas: a list and its items are told apart by nothing else. */
const commaParts = (list: string): string[] =>
  list
    .normalize('NFC')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** The reader does not know every letter and sign of mathematics; latex.test.ts shows that LaTeX does. */
const FORMULAS = /(?![βΩ])[\p{Script=Greek}\u00b5\u{1d400}-\u{1d7ff}\u2032\u2070-\u209c\u2100-\u22ff★⋆]/gu;
const withoutFormulas = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(FORMULAS, ''));

/** A nasty text of which something is left. */
const SIGNS = [
  '{',
  '}',
  '{}',
  '\\',
  '\\&',
  '$x$',
  '%',
  '#',
  '_',
  '^',
  '~',
  '&',
  ' and ',
  ', ',
  '--',
  "''",
  '@misc{',
];
const latexText = fc
  .array(
    fc.oneof(fc.constantFrom(...SIGNS), nastyText, fc.constantFrom('LLM', 'word', 'Ōta', 'β', 'Ω', 'U-Net')),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => withoutFormulas(parts.join('')))
  .filter((text) => shown(text) !== '');

/** Readers may compose letters and marks. */
const composed = <T extends object>(name: T): T =>
  Object.fromEntries(Object.entries(name).map(([part, text]) => [part, String(text).normalize('NFC')])) as T;

/** How the reader gives a name that was written whole. */
const asRead = (name: Person): CslName => {
  if ('literal' in name) return { family: name.literal };
  const { particle, ...rest } = name;
  return { ...rest, ...(particle && { 'non-dropping-particle': particle }) };
};

test('any title, name and address comes back from a BibTeX reader', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyPaper, latexText, fc.array(latexText, { maxLength: 3 })), { maxLength: 4 }),
      async (drafts) => {
        const papers = drafts.map(
          ([any, title, authors]): PaperRecord => ({
            ...withoutFormulas(any),
            title,
            authors,
          }),
        );
        const back = read(await written(papers, 'bibtex', { fields: PAPER_FIELDS }));
        expect(back.map(({ title }) => title.normalize('NFC'))).toEqual(
          papers.map(({ title }) => shown(title)),
        );
        back.forEach((entry, at) => {
          const { authors, arxivId, published, url, abstract, keywords } = papers[at] as PaperRecord;
          const names = authors.flatMap((name) => person(name) ?? []);
          if (names.length > 0) expect(entry.author?.map(composed)).toEqual(names.map(asRead).map(composed));
          expect(entry.DOI ?? null).toBe(arxivId === null ? null : `10.48550/arXiv.${arxivId}`);
          expect(entry.URL === undefined ? null : percented(entry.URL)).toBe(url && percented(url));
          expect((entry.abstract ?? '').normalize('NFC')).toBe(shown(abstract ?? ''));
          expect(commaParts(entry.keyword ?? '')).toEqual(commaParts(keywords.map(shown).join(', ')));
          if (published !== null) {
            expect(entry.issued?.['date-parts'][0]).toEqual(published.split('-').slice(0, 2).map(Number));
          }
        });
        expect(new Set(back.map(({ id }) => id)).size).toBe(papers.length);
      },
    ),
  );
});

test('braces are always balanced, as BibTeX counts them', () => {
  fc.assert(
    fc.property(latexText, (text) => {
      for (const escaping of [escapeLatex, escapeTitle]) {
        let depth = 0;
        for (const [brace] of escaping(text).matchAll(/[{}]/g)) {
          depth += brace === '{' ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }
    }),
  );
});

test.each([
  ['50% & $5', String.raw`50\% \& \$5`],
  ['{a} b', String.raw`\{a\} b`],
  ['a } b', String.raw`a \textbraceright{} b`],
  ['a -- b', 'a -{}- b'],
  ['x_1 ~ y^2', String.raw`x\_1 \textasciitilde{} y\textasciicircum{}2`],
  ['GPT-4 and the iPhone in 3D', '{GPT-4} and the {iPhone} in {3D}'],
  ['Plain Words Only: Self-Supervised Élan', 'Plain Words Only: Self-Supervised Élan'],
  ['U-Net, V-JEPA and a Z-loss', '{U-Net}, {V-JEPA} and a {Z-loss}'],
  ['Vitamin D, Hepatitis A', 'Vitamin {D}, Hepatitis {A}'],
  ['Thinkless: A Study of A Word', 'Thinkless: A Study of A Word'],
  ['Constructing variables: Via faceted Rasch scales', 'Constructing variables: Via faceted {Rasch} scales'],
  ['β-VAE on τ²-bench and Δ', String.raw`{$\beta$-VAE} on {$\tau$}²-bench and {$\Delta$}`],
  ['CO₂ → 𝛼', String.raw`{CO$_2$} {$\to$} {$\alpha$}`],
])('the title %s is written %s', (title, latex) => {
  expect(escapeTitle(title)).toBe(latex);
});

test.each([
  ['Ida Quill', { given: 'Ida', family: 'Quill' }],
  ['  Ida   B. Quill ', { given: 'Ida B.', family: 'Quill' }],
  ['Ren van der Marsh', { given: 'Ren', particle: 'van der', family: 'Marsh' }],
  ['Nguyen Van Anh', { given: 'Nguyen Van', family: 'Anh' }],
  ['Bo Fenn Jr.', { given: 'Bo', family: 'Fenn', suffix: 'Jr.' }],
  ['Bo Fenn, Jr.', { given: 'Bo', family: 'Fenn', suffix: 'Jr.' }],
  ['Quill Marsh, Ida', { given: 'Ida', family: 'Quill Marsh' }],
  ['Quill', { literal: 'Quill' }],
  ['Sluice and Weir', { literal: 'Sluice and Weir' }],
  ['Tidal Team', { literal: 'Tidal Team' }],
  ['Jean-Luc J.-P. d’Arbre', { given: 'Jean-Luc J.-P.', family: 'd’Arbre' }],
  ['Pumps 4 All', { literal: 'Pumps 4 All' }],
  ['李 明', { literal: '李 明' }],
  ['a, b, c', { literal: 'a, b, c' }],
  [' \u200b', null],
])('the name “%s” is split safely', (name, parts) => {
  expect(person(name)).toEqual(parts);
});

describe('citation keys', () => {
  test.each([
    ['Thinkless: LLM Learns When to Think', 2025, 'thinkless2025'],
    ['On the Loss of Context-awareness', 2024, 'losscontextawareness2024'],
    ['Large Language Models Can Swim in Rivers and Seas', 2024, 'largelanguagemodelsswim2024'],
    ['STAR: Swimming in Tidal Rivers', 2024, 'starswimmingtidal2024'],
    ['TidePool: Swimming in Rivers', undefined, 'tidepoolswimmingrivers'],
    ['Éclairage: A Study', undefined, 'eclairage'],
    ['GPT-4 at 10: What Now?', 2023, 'gpt4now2023'],
    ['水は上る', 2025, 'paper2025-d3dcui'],
    ['GPT は上る', 2025, 'gpt2025-1q1zxd3'],
    ['The Of', 2025, 'theof2025'],
  ])('%s (%s) is %s', (title, year, key) => {
    expect(citationStem(title, year)).toBe(key);
  });

  const same = { title: 'Rivers That Run', published: '2025-01-01' };

  test('do not depend on what else is in the file', async () => {
    const { papers } = await readSample(readFileSync(SEED));
    const together = read(await written(papers, 'bibtex')).map(({ id }) => id);
    const alone = papers.map(async (one) => read(await written([one], 'bibtex'))[0]?.id);
    expect(together).toEqual(await Promise.all(alone));
  });

  test('tell papers of the same key apart by what they are', async () => {
    const text = await written(
      [paper({ ...same, arxivId: '2501.00001' }), paper({ ...same, title: 'Rivers. Run?' })],
      'bibtex',
    );
    expect(read(text).map(({ id }) => id)).toEqual([
      'riversrun2025-2501.00001',
      expect.stringMatching(/^riversrun2025-[a-z\d]{3,7}$/),
    ]);
  });

  test('number the copies of one paper', () => {
    expect(citationKeys([1, 2, 3].map(() => ({ stem: 'a', identity: 'x' })))).toEqual(['a', 'a-2', 'a-3']);
  });

  test('do not depend on the order of the papers', () => {
    const entry = fc.record({
      stem: fc.constantFrom('a', 'b', 'c'),
      identity: fc.constantFrom('1', '2', '3'),
    });
    const distinct = fc.uniqueArray(entry, { selector: ({ stem, identity }) => stem + identity });
    fc.assert(
      fc.property(distinct, (entries) => {
        const keys = citationKeys(entries);
        expect(citationKeys(entries.toReversed())).toEqual(keys.toReversed());
        expect(new Set(keys).size).toBe(entries.length);
      }),
    );
  });

  test('do not depend on the fields that are asked for', async () => {
    const record = paper({ title: 'Thinkless: X', published: '2025-05-19', arxivId: '2505.13379' });
    const keyIn = async (fields: 'all' | 'title'): Promise<string | undefined> =>
      read(await written([record], 'bibtex', fields === 'all' ? {} : { fields: ['title'] }))[0]?.id;
    expect([await keyIn('all'), await keyIn('title')]).toEqual(['thinkless2025', 'thinkless2025']);
  });
});

test('an organization stands in for names, and a key for both', async () => {
  const [byGroup, byNobody] = (
    await written([paper({ organization: 'Sluice and Weir Inc.' }), paper({ title: 'Other' })], 'bibtex')
  ).split('\n\n');
  expect(byGroup).toContain('author = {{Sluice and Weir Inc.}}');
  expect(byGroup).not.toContain('key =');
  expect(byNobody).toContain('key = {Other}');
  expect(byNobody).not.toContain('author =');
});

test.each(['bibtex', 'csl-json'] as const)(
  '%s says once how many entries have neither names nor an id',
  async (format) => {
    const found: Diagnostic[] = [];
    const onDiagnostic = (diagnostic: Diagnostic): void => void found.push(diagnostic);
    const thin = paper({ organization: 'Tidal Lab' });
    await written([thin, thin, paper({ arxivId: '2501.00001' })], format, { onDiagnostic });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'citation-incomplete', severity: 'warning' });
    expect(found[0]?.message).toMatch(/^2 entries have neither /);
    found.length = 0;
    await written([thin], format, { onDiagnostic });
    expect(found[0]?.message).toMatch(/^1 entry has neither /);
    found.length = 0;
    await written([paper({ authors: ['Ida Quill'] })], format, { onDiagnostic });
    expect(found).toEqual([]);
  },
);
