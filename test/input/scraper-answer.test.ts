import { describe, expect, it } from 'vitest';
import { mayBeEnvelope, pagesOfEnvelope } from '../../src/input/unpack.js';

const PAGE = Array.from({ length: 12 }, (_, i) => `Paper Boats, part ${i}, on a river of lanterns`).join(
  '\n',
);
const HTML = '<!doctype html><html><body><h1>Daily Papers</h1></body></html>'.padEnd(300);

const pages = (value: unknown): string | null => {
  const json = JSON.stringify(value);
  expect(mayBeEnvelope(json)).toBe(true);
  return pagesOfEnvelope(json);
};

describe('the page in the answer of a scraper', () => {
  it.each<[string, unknown, string]>([
    ['Markdown', { success: true, data: { markdown: PAGE, metadata: { title: 'x' } } }, PAGE],
    ['raw Markdown', { url: 'https://a.example', markdown: { raw_markdown: PAGE, fit_markdown: '' } }, PAGE],
    ['text', { url: 'https://a.example', title: 'Daily Papers', text: PAGE }, PAGE],
    ['HTML rather than its text', { text: PAGE, html: HTML }, HTML],
    ['several pages', [{ content: PAGE }, { content: PAGE }], `${PAGE}\n${PAGE}`],
  ])('%s', (_, value, expected) => {
    expect(pages(value)).toBe(expected);
  });

  it('of lines, a page each', () => {
    const line = JSON.stringify({ url: 'https://a.example', markdown: PAGE });
    expect(pagesOfEnvelope(`${line}\n${line}\n`)).toBe(`${PAGE}\n${PAGE}`);
  });

  it.each<[string, unknown]>([
    ['an abstract', [{ title: 'Paper Boats', content: 'Boats of paper float on small rivers. '.repeat(9) }]],
    ['the page of a record that is a paper', { title: 'Paper Boats', authors: ['Ada Quill'], text: PAGE }],
    [
      'records beside it',
      [
        { title: 'Paper Boats', arxiv_id: '2505.00011' },
        { url: 'x', text: PAGE },
      ],
    ],
    ['papers beside it', { papers: [{ title: 'Paper Boats' }], text: PAGE }],
  ])('is not %s', (_, value) => {
    expect(pages(value)).toBe(null);
  });

  it('is not damaged JSON, nor text', () => {
    expect(pagesOfEnvelope(JSON.stringify({ text: PAGE }).slice(0, -3))).toBe(null);
    expect(mayBeEnvelope(PAGE)).toBe(false);
  });
});
