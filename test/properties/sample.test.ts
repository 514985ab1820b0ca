import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper.js';
import { cutAt, read, SEED } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';

const text = readFileSync(SEED, 'utf8');
const lines = text.split('\n');
const whole = await read(text);
const byTitle = new Map(whole.papers.map((paper) => [paper.title, paper]));

/** What stands after a year may be gone: then it is another year that is inferred. */
const isOtherYear = (paper: Paper, own: Paper, field: keyof Paper): boolean =>
  field === 'published' &&
  paper.yearInferred &&
  paper.published?.slice('2026'.length) === own.published?.slice('2026'.length);

/** Facts that a paper has from somewhere else than its own entry. */
const foreign = (papers: readonly Paper[]): string[] =>
  papers.flatMap((paper) => {
    const own = byTitle.get(paper.title);
    if (!own) return [`invented: ${paper.title}`];
    const facts = [
      'abstract',
      'authorCount',
      'organization',
      'organizationSlug',
      'published',
      'comments',
    ] as const;
    return facts
      .filter(
        (field) => paper[field] !== null && paper[field] !== own[field] && !isOtherYear(paper, own, field),
      )
      .map((field) => `${paper.title}: ${field} is ${paper[field]}`);
  });

const utf16 = (words: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
const windows = (words: string): Uint8Array =>
  Buffer.from(words.replaceAll('•', '\x95').replaceAll('·', '\xb7'), 'latin1');

const SAME_RECORDS: Record<string, string | Uint8Array> = {
  CRLF: text.replaceAll('\n', '\r\n'),
  'CR alone': text.replaceAll('\n', '\r'),
  'a byte-order mark': `\ufeff${text}`,
  'UTF-16LE with byte-order mark': utf16(text),
  'UTF-16BE without byte-order mark': Buffer.from(text, 'utf16le').swap16(),
  'windows-1252': windows(text),
  'dot and bullet as ?': text.replace(/[·•]/g, '?'),
  'dot and bullet as ??': text.replace(/[·•]/g, '??'),
  'dot and bullet as â€¢': text.replace(/[·•]/g, 'â€¢'),
  'dot as Â·': text.replaceAll('·', 'Â·'),
  'dot and bullet as U+FFFD': text.replace(/[·•]/g, '\ufffd'),
  'no bullets': text.replaceAll('  • ', ''),
  'bullets as -': text.replaceAll('•', '-'),
  'bullets as *': text.replaceAll('•', '*'),
  'no dots': text.replaceAll('·\n', ''),
  'author instead of authors': text.replace(/(\d+) authors/g, '$1 author'),
  'tabs in front': text.replace(/^/gm, '\t'),
  'spaces behind': text.replace(/$/gm, '   '),
  'NBSP for every space': text.replaceAll(' ', '\u00a0'),
  'zero-width spaces': text.replaceAll(' ', ' \u200b'),
  'quoted as in a mail': text.replace(/^/gm, '> '),
  'a blank line after every line': text.replaceAll('\n', '\n\n'),
  'no blank lines': text.replace(/\n\n+/g, '\n'),
  'no header': lines.slice(12).join('\n'),
  'a footer': `${text}\n\nPrevious\n\nNext\n\nCompany\n\nTOS\n\nPrivacy\n\nAbout\n\nJobs\n\nModels\nDatasets\n`,
};

describe('the sample, damaged as a whole', () => {
  it.each(Object.entries(SAME_RECORDS))('gives the same records with %s', async (_, damaged) => {
    expect((await read(damaged)).papers).toEqual(whole.papers);
  });

  it.each([80, 100, 120])('gives the same records wrapped at %i columns', async (width) => {
    const wrapped = lines.map((line) => wrap(line, width)).join('\n');
    expect((await read(wrapped)).papers).toEqual(whole.papers);
  });

  it.each(['\n', ''])(
    'gives every paper twice when it stands twice in one file, joined by %j',
    async (seam) => {
      const { papers } = await read(text + seam + text);
      expect(papers).toEqual([...whole.papers, ...whole.papers]);
    },
  );

  it('gives the same records in pieces cut anywhere', async () => {
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 20 }), async (places) => {
        const { papers } = await read(
          cutAt(
            bytes,
            places.sort((a, b) => a - b),
          ),
        );
        expect(papers).toEqual(whole.papers);
      }),
      runs(20),
    );
  });
});

describe('the sample with a line lost, doubled or moved', () => {
  it.each(lines.map((line, i) => ({ i, place: `line ${i + 1} (${line.slice(0, 24)})` })))(
    'gives 47 or 48 papers without $place, none mixed',
    async ({ i }) => {
      const { papers, diagnostics } = await read(lines.toSpliced(i, 1).join('\n'));
      expect([47, 48]).toContain(papers.length);
      expect(foreign(papers)).toEqual([]);
      const said = diagnostics.filter(({ severity }) => severity !== 'info');
      const lost = JSON.stringify(papers) !== JSON.stringify(whole.papers);
      expect(said.length > 0).toBe(lost);
      for (const { line } of said) expect(Math.abs((line ?? -100) - i)).toBeLessThanOrEqual(8);
    },
  );

  it.each([
    ['doubled', (at: number) => lines.toSpliced(at, 0, lines[at] as string)],
    [
      'swapped with the next',
      (at: number) => lines.toSpliced(at, 2, lines[at + 1] as string, lines[at] as string),
    ],
  ])('never mixes two papers with any one line %s', async (_, damage) => {
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const { papers } = await read(damage(at).join('\n'));
      expect([at, line.slice(0, 24), ...foreign(papers)]).toEqual([at, line.slice(0, 24)]);
      expect([47, 48]).toContain(papers.length);
    }
  });

  /**
   * Neighbouring lines lost at every place. One line is judged above, place by place. Eight lines are as long as an
   * entry: what is left is a well-formed one, and nothing can tell.
   */
  it.each([
    { gone: 2, mixed: 0 },
    { gone: 3, mixed: 0 },
    { gone: 5, mixed: 15 },
  ])(
    'with $gone neighbouring lines lost mixes two papers in at most $mixed places, invents nothing, and says so',
    async ({ gone, mixed }) => {
      const mixedAt: string[] = [];
      for (let at = 0; at + gone <= lines.length; at++) {
        const { papers, diagnostics } = await read(lines.toSpliced(at, gone).join('\n'));
        const faults = foreign(papers);
        expect(faults.filter((fault) => fault.startsWith('invented'))).toEqual([]);
        if (faults.length > 0) mixedAt.push(`lines ${at + 1}–${at + gone}: ${faults.join('; ')}`);
        const isSaid = diagnostics.some(({ severity }) => severity !== 'info');
        const isWhole = papers.length === whole.papers.length && faults.length === 0;
        expect([at, isWhole || isSaid]).toEqual([at, true]);
      }
      expect(mixedAt.slice(mixed)).toEqual([]);
    },
  );

  it('mixes and invents nothing with any line joined to the next', async () => {
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const { papers } = await read(lines.toSpliced(at, 2, `${line} ${lines[at + 1]}`).join('\n'));
      expect([at, ...foreign(papers)]).toEqual([at]);
      expect(papers).toHaveLength(whole.papers.length);
    }
  });

  it('mixes and invents nothing where it is cut off, at the end of any line or in its middle', async () => {
    let end = 0;
    for (const [at, line] of lines.entries()) {
      for (const cut of new Set([end + Math.floor(line.length / 2), end + line.length])) {
        const { papers } = await read(text.slice(0, cut));
        // Of the last one a fact may be cut: `Mar 17 1` of `Mar 17 12`.
        const last = papers.at(-1);
        expect([at, ...foreign(papers.slice(0, -1))]).toEqual([at]);
        expect([at, last === undefined || byTitle.has(last.title)]).toEqual([at, true]);
      }
      end += line.length + 1;
    }
  });

  it('never mixes two papers with three lines lost', async () => {
    const place = fc.nat(lines.length - 1);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { minLength: 3, maxLength: 3 }), async (gone) => {
        const { papers } = await read(lines.filter((_, at) => !gone.includes(at)).join('\n'));
        expect(papers.length).toBeGreaterThanOrEqual(45);
        expect(papers.length).toBeLessThanOrEqual(48);
        expect(foreign(papers)).toEqual([]);
      }),
      runs(100),
    );
  });

  it('keeps what is there of a last paper that is cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (gone) => {
        const { papers } = await read(text.slice(0, -gone));
        const cut = papers.at(-1);
        const isCut = cut !== undefined && !byTitle.has(cut.title);
        expect(isCut).toBe(false);
        expect(papers.length).toBeGreaterThanOrEqual(46);
        const last = papers.pop();
        expect(foreign(papers)).toEqual([]);
        expect(byTitle.get(last?.title ?? '')?.abstract).toContain(last?.abstract ?? '');
      }),
      runs(50),
    );
  });
});

function wrap(line: string, width: number): string {
  if (line.length <= width) return line;
  const out: string[] = [''];
  for (const word of line.split(' ')) {
    const current = out.at(-1) as string;
    if (current === '') out[out.length - 1] = word;
    else if (current.length + 1 + word.length > width) out.push(word);
    else out[out.length - 1] = `${current} ${word}`;
  }
  return out.join('\n');
}
