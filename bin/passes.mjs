// node bin/passes.mjs FILE [pass]: what each pass of the text reader makes of a file, one line for each thing it gives.
import { readFileSync } from 'node:fs';
import { draftsOf } from '../dist/readers/text/entries.js';
import { weigh } from '../dist/readers/text/evidence.js';
import { openLabeller } from '../dist/readers/text/labels.js';
import { layoutOf } from '../dist/readers/text/layout.js';
import { linesOf } from '../dist/readers/text/lines.js';
import { pagesOf } from '../dist/readers/text/pages.js';
import { tokensOf } from '../dist/readers/text/tokens.js';

const PASSES = ['lines', 'tokens', 'layout', 'labels', 'entries'];
const [file, wanted] = process.argv.slice(2);
if (file === undefined || (wanted !== undefined && !PASSES.includes(wanted))) {
  console.error(`usage: npm run passes -- FILE [${PASSES.join('|')}]`);
  process.exitCode = 2;
} else {
  const show = (pass, text) => {
    if (wanted === undefined || wanted === pass)
      console.log(wanted === undefined ? `--- ${pass}\n${text}` : text);
  };
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  const lines = linesOf(text.split(/\r\n?|\n/), 1);
  show(
    'lines',
    lines
      .map(
        ({ number, gap, indent, text: said }) => `${number} +${gap} indent=${indent} ${JSON.stringify(said)}`,
      )
      .join('\n'),
  );
  const labeller = openLabeller();
  for (const page of pagesOf(tokensOf(lines))) {
    show('tokens', page.map(printToken).join('\n'));
    const layout = layoutOf(page);
    show('layout', JSON.stringify({ ...layout, forms: [...layout.forms] }, null, 2));
    const labelled = labeller.label(page, layout, { margins: true });
    show('labels', labelled.map(printLabel).join('\n'));
    const drafts = draftsOf(labelled, layout);
    const weights = weigh(drafts, labelled);
    show(
      'entries',
      drafts
        .map((draft, i) => `evidence ${weights[i].toFixed(1)} with its page: ${JSON.stringify(draft.entry)}`)
        .join('\n'),
    );
  }
}

function printLabel({ token, label, entry, cost, margin }) {
  const place = [`${token.line}`.padStart(5), (entry === 0 ? '' : `${entry}`).padStart(4), label.padEnd(15)];
  const costs = [
    cost.toFixed(1).padStart(6),
    (Number.isFinite(margin) ? margin.toFixed(1) : '-').padStart(6),
  ];
  return [...place, ...costs, token.fact.kind.padEnd(12), token.text.slice(0, 70)].join(' ');
}

function printToken({
  line,
  gap,
  indent,
  fact,
  text,
  heading,
  bullet,
  target,
  link,
  record,
  shared,
  doubled,
  joined,
}) {
  const { kind, ...values } = fact;
  const said = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const about = [
    heading > 0 ? `h${heading}` : '',
    bullet === '' ? '' : `bullet=${JSON.stringify(bullet)}`,
    target === null ? '' : `→${target.kind}${target.id === null ? '' : `:${target.id}`}`,
    link === 0 ? '' : `link=${link}`,
    record === 0 ? '' : `record=${record}`,
    indent === 0 ? '' : `indent=${indent}`,
    shared ? 'shared' : '',
    doubled ? 'doubled' : '',
    joined.length > 0 ? `joined=${joined.join(',')}` : '',
  ].filter((part) => part !== '');
  const words = text.length > 60 ? `${text.slice(0, 60)}…(${text.length})` : text;
  return [`${line}`, `+${gap}`, kind, ...said, ...about, JSON.stringify(words)].join(' ');
}
