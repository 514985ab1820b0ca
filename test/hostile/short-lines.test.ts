import { expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';

const MANY = 100;
const paper = (upvotes: string, title: string) =>
  [
    upvotes,
    `### ${title}`,
    '',
    `We fold ${'paper '.repeat(40)}cranes.`,
    '',
    '- 3 authors',
    '·',
    'May 19, 2025',
  ].join('\n');

/** Lines of a few hundred characters that offer a pattern more ways to part them than there are atoms. */
const LINES: readonly [string, string][] = [
  [
    'attributes that nothing closes',
    `### [Cranes](https://huggingface.co/papers/2606.00001){.${'.'.repeat(MANY)}`,
  ],
  ['attributes of a span', `### [Cranes]{${'.a'.repeat(MANY)}"}`],
  ['labels', `${'GitHub '.repeat(20)}${'Upvote '.repeat(8)}x`],
];

it.each(LINES)('a line of %s is read like any other', async (_, line) => {
  const { papers } = await read(`${paper('7', 'Boats')}\n\n${line}\n\n${paper('8', 'Kites')}\n`);
  expect(papers.map(({ title }) => title)).toContain('Boats');
  expect(papers.map(({ title }) => title)).toContain('Kites');
});

it('data in a page that never closes its query is read up to there', async () => {
  const value = `{&quot;dailyPapers&quot;:[{&quot;paper&quot;:{&quot;id&quot;:&quot;2606.00001&quot;,&quot;title&quot;:&quot;Cranes&quot;}}],&quot;query&quot;:&quot;${'\\&quot;:'.repeat(MANY)}`;
  const { papers } = await read(`<!doctype html><div data-props="${value}"></div>`);
  expect(papers.map(({ title }) => title)).toEqual(['Cranes']);
});
