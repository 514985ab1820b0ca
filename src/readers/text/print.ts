import type { Token } from './token.js';

const LONGEST = 60;

/** One line for each token, to look at. */
export const printTokens = (tokens: readonly Token[]): string =>
  tokens
    .map(({ line, gap, indent, fact, text, heading, bullet, target, link, row, shared, doubled, joined }) => {
      const { kind, ...values } = fact;
      const said = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      const about = [
        heading > 0 ? `h${heading}` : '',
        bullet === '' ? '' : `bullet=${JSON.stringify(bullet)}`,
        target === null ? '' : `→${target.kind}${target.id === null ? '' : `:${target.id}`}`,
        link === 0 ? '' : `link=${link}`,
        row === 0 ? '' : `row=${row}`,
        indent === 0 ? '' : `indent=${indent}`,
        shared ? 'shared' : '',
        doubled ? 'doubled' : '',
        joined.length > 0 ? `joined=${joined.join(',')}` : '',
      ].filter((part) => part !== '');
      const words = text.length > LONGEST ? `${text.slice(0, LONGEST)}…(${text.length})` : text;
      return [`${line}`, `+${gap}`, kind, ...said, ...about, JSON.stringify(words)].join(' ');
    })
    .join('\n');
