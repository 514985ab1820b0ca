import type { Comparison } from './compare.js';

export interface Result extends Comparison {
  /** A paper is missing, mixed or invented, and there is no warning. */
  silent: boolean;
}

/** Converter → input → what came of it. */
export type Results = Map<string, Map<string, Result>>;

/** Percent of the fields that the text shows and that were read right, and what went wrong. */
const cell = ({ right, shown, invented, mixed, silent }: Result): string =>
  [
    shown === 0 ? '–' : `${Math.floor((100 * right) / shown)}`,
    ...(invented > 0 ? [`${invented} invented`] : []),
    ...(mixed > 0 ? [`${mixed} mixed`] : []),
    ...(silent ? ['silent'] : []),
  ].join(', ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const tableOf = (results: Results): string => {
  const inputs = [...new Set([...results.values()].flatMap((byInput) => [...byInput.keys()]))];
  const head = ['converter', ...inputs];
  const lines = [...results].map(([name, byInput]) =>
    row([
      name,
      ...inputs.map((input) => {
        const result = byInput.get(input);
        return result ? cell(result) : '–';
      }),
    ]),
  );
  return `${[row(head), row(head.map(() => '---')), ...lines].join('\n')}\n`;
};
