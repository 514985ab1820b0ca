// npm run bench [-- profile|memory]: times the command against its peers, round by round in turn, and prints medians.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const PAPERS = here('../../bin/papers.js');
const SAMPLE = here('../../fixtures/daily-papers.txt');
const [mode = 'time'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'papers-bench-'));
const input = (name) => join(folder, name.replaceAll(' ', '-'));
const MB = 1e6;

const papers = (file, format) => ['node', PAPERS, 'parse', file, '-q', '-f', format];
const plain = (file, format) => ['python3', here('plain-script.py'), format, file];
const isThere = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

const once = ([command, ...args]) => {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / MB;
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs both in turn, so that a slow moment of the machine meets both. */
const versus = (ours, peer, rounds) => {
  once(ours);
  once(peer);
  const pairs = Array.from({ length: rounds }, () => [once(ours), once(peer)]);
  return {
    ours: median(pairs.map(([a]) => a)),
    peer: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
};

const time = () => {
  const pages = input('pages.txt');
  const records = input('records.jsonl');
  generate('pages', pages, 100 * MB);
  spawnSync('node', [...papers(pages, 'jsonl').slice(1), '-o', records]);
  const rows = [
    ['start: the sample, against node -e 0', papers(SAMPLE, 'json'), ['node', '-e', '0'], 30, 2.5],
    [
      '100 MB of pages → jsonl, against a plain Python script',
      papers(pages, 'jsonl'),
      plain(pages, 'jsonl'),
      7,
      1.2,
    ],
    [
      'the same, against bare decoding',
      papers(pages, 'jsonl'),
      ['node', here('decode-only.mjs'), pages],
      7,
      2.5,
    ],
    [
      '100 MB of pages → csv, against a plain Python script',
      papers(pages, 'csv'),
      plain(pages, 'csv'),
      7,
      0.7,
    ],
  ];
  if (isThere('mlr'))
    rows.push([
      'these records, jsonl → csv, against Miller',
      papers(records, 'csv'),
      ['mlr', '--ijsonl', '--ocsv', 'cat', records],
      3,
      1,
    ]);
  if (isThere('jq'))
    rows.push([
      'the same, against jq',
      papers(records, 'csv'),
      ['jq', '-r', '[.title,.published,.authorCount,.abstract]|@csv', records],
      3,
      1,
    ]);
  console.log('| what | ms | peer ms | ratio | bound |\n|---|---:|---:|---:|---:|');
  for (const [what, ours, peer, rounds, bound] of rows) {
    const found = versus(ours, peer, rounds);
    console.log(
      `| ${what} | ${found.ours.toFixed(0)} | ${found.peer.toFixed(0)} | ${found.ratio.toFixed(2)} | ${bound} |`,
    );
  }
};

/** Megabytes of each kind of input, and how many it may take of memory. */
const SIZES = [
  ['pages', 100, 150],
  ['pages', 1000, 150],
  ['one page', 1000, 150],
  ['no line end', 1000, 150],
  ['random lines', 1000, 150],
  ['jsonl', 1000, 150],
  ['json array', 1000, 150],
  ['html page', 15, 300],
];

/** Peak memory and time by GNU time. */
const memory = () => {
  console.log('| input | MB | peak MB | bound | seconds |\n|---|---:|---:|---:|---:|');
  for (const [kind, size, bound] of SIZES) {
    const file = input(kind);
    generate(kind, file, size * MB);
    const args = ['-f', '%M %e', ...papers(file, 'jsonl'), '-o', '/dev/null'];
    const { stderr } = spawnSync('/usr/bin/time', args, { encoding: 'utf8' });
    const [kilobytes, seconds] = stderr.trim().split('\n').at(-1).split(' ');
    console.log(`| ${kind} | ${size} | ${Math.round(kilobytes / 1024)} | ${bound} | ${seconds} |`);
    rmSync(file);
  }
};

const profile = () => {
  const pages = input('pages.txt');
  generate('pages', pages, 100 * MB);
  spawnSync('node', ['--cpu-prof', '--cpu-prof-name=bench.cpuprofile', ...papers(pages, 'jsonl').slice(1)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(
    `bench.cpuprofile (${statSync('bench.cpuprofile').size} bytes): open it in the developer tools of a browser`,
  );
};

const versionOf = (tool) =>
  spawnSync(tool, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? `no ${tool}`;
const versions = ['node', 'python3', 'mlr', 'jq'].map(versionOf).join(', ');
console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model}, ${versions}\n`);
({ time, memory, profile })[mode]();
rmSync(folder, { recursive: true });
