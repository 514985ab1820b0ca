import { describe, expect, it } from 'vitest';
import { contentAt, headFirst } from '../../src/readers/above.js';
import { read } from '../helpers/read-case.js';

const CONTENTS = {
  feed: '<rss><channel><item><title>Cranes</title><link>https://arxiv.org/abs/2505.00001</link></item></channel></rss>',
  json: '[{"title": "Cranes", "arxiv_id": "2505.00001"}]',
  html: '<!doctype html><h1>Daily Papers</h1><article><h3><a href="/papers/2505.00001">Cranes</a></h3></article>',
  csv: 'title,arxiv_id\nCranes,2505.00001',
} as const;

const ABOVE = {
  'a byte-order mark': '\ufeff',
  'headers of a server': 'HTTP/1.1 200 OK\r\nContent-Type: x/y\r\nDate: Mon, 5 May 2025 10:00:00 GMT\r\n\r\n',
  'headers of two servers': 'HTTP/2 301 \nlocation: /x\n\nHTTP/2 200 \ncontent-type: x/y\n\n',
  'what curl -v says':
    '*   Trying 1.2.3.4:443...\n> GET /papers HTTP/2\n> \n< HTTP/2 200 \n< content-type: x/y\n< \n',
  'a fence': '```xml\n',
  'a prompt': '$ curl -s https://huggingface.co/papers\n',
  'a prompt of Python': '>>> print(papers)\n',
  'lines of a log': '2025-05-05 10:00:00 INFO fetching\n[10:00:01] saved\nINFO done\n\n',
} as const;

const pairs = Object.entries(CONTENTS).flatMap(([reader, content]) =>
  Object.entries(ABOVE).map(([what, above]) => [reader, what, above + content] as const),
);

describe('what every reader knows to be above its content', () => {
  it.each(pairs)('%s below %s', async (reader, _, text) => {
    const { papers, inputs, diagnostics } = await read(text);
    expect(papers.map(({ title, arxivId }) => [title, arxivId])).toEqual([['Cranes', '2505.00001']]);
    expect([inputs[0]?.reader, diagnostics]).toEqual([reader, []]);
  });

  it.each(['Daily Papers\n', '5 May 2025\n', 'Title: Cranes\n', '`code`\n', '<html>'])(
    'is not %j',
    (text) => {
      expect(contentAt(text)).toBe(0);
    },
  );
});

it('the first piece has as much as is asked for, and the text stays as it is', async () => {
  async function* pieces() {
    yield* ['a', 'bc', 'def', 'g'];
  }
  const taken: string[][] = [];
  for (const least of [0, 2, 3, 9]) {
    const found: string[] = [];
    for await (const piece of headFirst(pieces(), least)) found.push(piece);
    taken.push(found);
  }
  expect(taken).toEqual([['a', 'bc', 'def', 'g'], ['abc', 'def', 'g'], ['abc', 'def', 'g'], ['abcdefg']]);
});
