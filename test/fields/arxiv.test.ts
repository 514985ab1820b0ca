import { describe, expect, it } from 'vitest';
import { arxivId, bareTitle, hubPaperUrl } from '../../src/fields/arxiv.js';

describe('arxivId', () => {
  it.each([
    ['2505.13379', '2505.13379'],
    ['2505.13379v3', '2505.13379'],
    [' arXiv:2505.13379 ', '2505.13379'],
    ['0704.0001', '0704.0001'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['math.GT/0309136', 'math.GT/0309136'],
    ['https://arxiv.org/abs/2505.13379v2', '2505.13379'],
    ['https://www.arxiv.org/pdf/2505.13379v1.pdf', '2505.13379'],
    ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.2505.13379', '2505.13379'],
    ['https://huggingface.co/papers/2505.13379#community', '2505.13379'],
    ['/papers/2505.13379', '2505.13379'],
    ['https://huggingface.co/login?next=%2Fpapers%2F2606.00001', '2606.00001'],
    ['see arXiv:2505.13379, and more', '2505.13379'],
  ])('%s → %s', (text, id) => {
    expect(arxivId(text)).toBe(id);
  });

  it.each([
    '',
    '2505',
    '2513.13379',
    '2505.133790',
    '12505.13379',
    'version 2505.13379 of it',
    'https://doi.org/10.48550/12345',
    '/papers/date/2026-10-01',
    '/papers/2505.133791',
    'HEP-TH/9901001',
    'https://github.com/cranelab/2505.13379',
  ])('%s is none', (text) => {
    expect(arxivId(text)).toBeNull();
  });
});

describe('hubPaperUrl', () => {
  it('is the page of the paper', () => {
    expect(hubPaperUrl('2505.13379')).toBe('https://huggingface.co/papers/2505.13379');
  });
});

describe('bareTitle', () => {
  it.each([
    ['Paper page - Cranes', 'Cranes'],
    ['2505.13379: Cranes', 'Cranes'],
    ['[2505.13379v1] Cranes', 'Cranes'],
    ['Cranes (arXiv:2505.13379v1 [cs.CL])', 'Cranes'],
    ['Paper page - 2505.13379 Cranes', 'Cranes'],
    ['Paper page -', 'Paper page -'],
    ['2505.13379', '2505.13379'],
    ['1.58-bit Cranes (2505)', '1.58-bit Cranes (2505)'],
  ])('%s → %s', (title, bare) => {
    expect(bareTitle(title)).toBe(bare);
  });
});
