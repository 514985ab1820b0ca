import type { Comparison } from './compare.js';

/** Converter → page → fields right. */
export type Results = Map<string, Map<string, Comparison>>;

const percent = ({ right, shown }: Comparison): string =>
  shown === 0 ? '–' : `${Math.floor((100 * right) / shown)}`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Percent of the fields that a converter's text shows and that were read right, as a Markdown table. */
export const tableOf = (results: Results): string => {
  const pages = [...new Set([...results.values()].flatMap((byPage) => [...byPage.keys()]))];
  const head = ['converter', ...pages];
  const lines = [...results].map(([name, byPage]) =>
    row([
      name,
      ...pages.map((page) => {
        const comparison = byPage.get(page);
        return comparison ? percent(comparison) : '–';
      }),
    ]),
  );
  return `${[row(head), row(head.map(() => '---')), ...lines].join('\n')}\n`;
};
