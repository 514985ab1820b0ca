import { expect, it } from 'vitest';
import type { PageReport } from '../../../src/options.js';
import { parse } from '../../../src/parse.js';

const LINK = 'https://huggingface.co/papers/date/2025-11-03';
const PAPER =
  '\n\n## [Lamps for Ferrymen](https://huggingface.co/papers/2511.07430)\n\nA lamp is shown to him.\n';

it.each([
  ['an address alone names it', `# Daily Papers\n\n${LINK}${PAPER}`, '2025-11-03'],
  ['a link names it', `# Daily Papers\n\n[The page of the day](${LINK})${PAPER}`, '2025-11-03'],
  [
    'below the day itself, the address is that of the day before',
    `# Daily Papers\n\nNov 4\n\n${LINK}${PAPER}`,
    '2025-11-04',
  ],
  ['an arrow leads to the day before', `# Daily Papers\n\n[](${LINK})${PAPER}`, '2025-11-04'],
])('the day of a page: %s', async (_, data, day) => {
  const pages: PageReport[] = [];
  const onPage = (page: PageReport) => pages.push(page);
  for await (const _ of parse([{ name: 'day.md', data }], { today: '2025-12-01', onPage }));
  expect(pages.map((page) => page.day)).toEqual([day]);
});
