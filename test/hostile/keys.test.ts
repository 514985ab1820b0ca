import { expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

it.each(NAMES)('a record with the key %s is read, and nothing else changes', async (name) => {
  const record = `{"title":"Cranes","${name}":{"title":"Boats","polluted":true},"upvotes":3}`;
  const feed = `{"paper":{"id":"2505.00001","title":"Kites","${name}":{"polluted":true}},"${name}":{"polluted":1}}`;
  const { papers } = await read(`[${record},${feed},{"title":"Planes"}]`);
  expect(papers.map(({ title }) => title)).toEqual(['Cranes', 'Kites', 'Planes']);
  expect(papers[0]).toMatchObject({ upvotes: 3 });
  expect(Object.keys(papers[0] ?? {})).not.toContain(name);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(papers[0])).toBe(Object.prototype);
});

it.each(NAMES)('%s alone is no paper', async (name) => {
  const { papers, diagnostics } = await read(`[{"${name}":{"title":"Boats"}}]`);
  expect(papers).toEqual([]);
  expect(diagnostics.length).toBeGreaterThan(0);
});
