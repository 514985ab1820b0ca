// Prints a picture of a terminal with real output of the built command: node bin/terminal.mjs > docs/terminal.svg
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const COLUMNS = 92;
const COMMANDS = [
  'papers parse daily-papers.txt --sort -comments --limit 6',
  'papers parse daily-papers.txt --limit 1 -f json --fields title,published,comments',
];

const CELL = { width: 8.4, height: 19 };
const MARGIN = 16;
const BACKGROUND = '#1d2129';
const TEXT = '#d5d9e0';
/** What the command's colours look like here. */
const COLORS = { 32: '#8fc983', 33: '#e2b75f', 36: '#6cc3d5' };

/** What a command writes to a terminal, standard output only. */
const outputOf = (command) =>
  execFileSync(
    'python3',
    [
      join(ROOT, 'test', 'helpers', 'terminals.py'),
      String(COLUMNS),
      'stdout',
      process.execPath,
      join(ROOT, 'bin', 'papers.js'),
      ...command.split(' ').slice(1),
      '--quiet',
    ],
    {
      cwd: join(ROOT, 'fixtures'),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' },
    },
  );

/** Lines of pieces of one look, each with the column where it begins. */
const piecesOf = (output) => {
  let look = {};
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      let column = 0;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how colours are written
      return line.split(/\u001b\[(\d+)m/).flatMap((part, at) => {
        if (at % 2 === 1) {
          const code = Number(part);
          look =
            code === 1
              ? { ...look, bold: true }
              : code === 22
                ? { ...look, bold: false }
                : { ...look, color: COLORS[code] };
          return [];
        }
        const piece = { ...look, text: part, column };
        column += part.length;
        return part.trim() === '' ? [] : [piece];
      });
    });
};

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const number = (value) => Number(value.toFixed(1));

const span = ({ text, column, bold, color }) => {
  const indent = text.length - text.trimStart().length;
  const shown = text.trim();
  const attributes = [
    `x="${number(MARGIN + (column + indent) * CELL.width)}"`,
    // Whatever the font, columns stay where they are.
    `textLength="${number(shown.length * CELL.width)}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(color ? [`fill="${color}"`] : []),
  ];
  return `<tspan ${attributes.join(' ')}>${escaped(shown)}</tspan>`;
};

const lines = COMMANDS.flatMap((command, at) => [
  ...(at === 0 ? [] : [[]]),
  ...piecesOf(`\u001b[32m$\u001b[39m \u001b[1m${command}\u001b[22m`),
  ...piecesOf(outputOf(command)),
]);
const width = Math.ceil(2 * MARGIN + COLUMNS * CELL.width);
const height = Math.ceil(2 * MARGIN + lines.length * CELL.height);
const rows = lines
  .map((pieces, row) => ({ pieces, y: MARGIN + row * CELL.height + 14 }))
  .filter(({ pieces }) => pieces.length > 0)
  .map(({ pieces, y }) => `    <text y="${y}">${pieces.map(span).join('')}</text>\n`);

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
  <title>papers on a terminal</title>
  <rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>
  <g fill="${TEXT}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
${rows.join('')}  </g>
</svg>
`);
