import { describe, expect, it } from 'vitest';
import { type Gates, gatekeeper } from '../../src/cli/gates.js';
import type { Diagnostic, LocatedPaper } from '../../src/index.js';

const watch = (gates: Partial<Gates>) => {
  const passed: Diagnostic[] = [];
  const keeper = gatekeeper({ strict: false, allow: [], require: [], minPapers: 1, ...gates }, (diagnostic) =>
    passed.push(diagnostic),
  );
  return { keeper, passed, codes: () => passed.map(({ code }) => code) };
};
const nothing: Diagnostic = { code: 'no-papers', severity: 'error', message: 'the input is empty' };
const empty: Diagnostic = { code: 'page-empty', severity: 'error', message: 'the page says so' };
const undated: Diagnostic = { code: 'date-missing', severity: 'warning', message: 'no date' };

describe('--min-papers', () => {
  it('adds nothing where an error has said why there are none', () => {
    const { keeper, codes } = watch({ minPapers: 1 });
    keeper.diagnostic(nothing);
    keeper.endInput('a.txt', 0);
    expect(codes()).toEqual(['no-papers']);
  });

  it('looks at each input by itself', () => {
    const { keeper, passed } = watch({ minPapers: 3 });
    keeper.diagnostic(nothing);
    keeper.endInput('a.txt', 0);
    keeper.endInput('b.txt', 2);
    keeper.endInput('c.txt', 3);
    expect(passed.map(({ code, file }) => [code, file])).toEqual([
      ['no-papers', undefined],
      ['too-few-papers', 'b.txt'],
    ]);
    expect(keeper.counts).toMatchObject({ papers: 5, errors: 2 });
  });

  it('names the way to accept an empty page, where the command has one', () => {
    const named = { ...empty, hint: 'to accept it: --allow page-empty' };
    const { keeper, passed } = watch({ minPapers: 1 });
    keeper.diagnostic(named);
    expect(passed).toEqual([named]);
    const fixed = watch({ minPapers: 1, areFixed: true });
    fixed.keeper.diagnostic(named);
    expect(fixed.passed).toEqual([empty]);
  });

  it.each<[string, Partial<Gates>]>([
    ['--min-papers 0', { minPapers: 0 }],
    ['--allow page-empty', { allow: ['page-empty'], minPapers: 20 }],
  ])('%s accepts a page that says it is empty, and nothing else', (_, gates) => {
    const { keeper, passed } = watch({ ...gates, strict: true });
    keeper.diagnostic(empty);
    keeper.endInput('a.txt', 0);
    expect(passed).toEqual([{ ...empty, severity: 'info' }]);
    expect(keeper.counts.errors).toBe(0);
    keeper.diagnostic(nothing);
    keeper.endInput('b.txt', 0);
    expect(keeper.counts.errors).toBe(1);
  });
});

describe('--strict', () => {
  it('counts warnings except those allowed', () => {
    const { keeper } = watch({ strict: true, allow: ['year-assumed'] });
    keeper.diagnostic(undated);
    keeper.diagnostic({ ...undated, code: 'year-assumed' });
    expect([...keeper.counts.strict]).toEqual([['date-missing', 1]]);
    expect(keeper.counts.warnings).toBe(2);
  });
});

describe('--require', () => {
  it('names the paper, its place and its number in the input', () => {
    const { keeper, passed } = watch({ require: ['arxivId', 'links', 'yearInferred'] });
    const paper = {
      title: 'Cranes',
      arxivId: null,
      links: [],
      yearInferred: false,
      source: 'a.txt',
      line: 7,
    };
    keeper.paper({
      ...paper,
      arxivId: '2505.13379',
      links: ['https://example.org'],
    } as unknown as LocatedPaper);
    keeper.paper(paper as unknown as LocatedPaper);
    expect(passed.map(({ field, line, record }) => [field, line, record])).toEqual([
      ['arxivId', 7, 2],
      ['links', 7, 2],
    ]);
    expect(passed[0]?.message).toBe('no arXiv id for “Cranes”');
  });
});
