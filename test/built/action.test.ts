import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/program.js';
import { paper } from '../helpers/paper.js';
import { ACTION, openRunner, stepsOf } from '../helpers/runner.js';

/** A workspace with these files. */
const workspace = (files: Record<string, string> = {}): string => {
  const cwd = mkdtempSync(join(tmpdir(), 'papers-action-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
};

const url = 'https://huggingface.co/papers/2505.00001';
const cranes = paper({ title: 'Folding Cranes', arxivId: '2505.00001', url, upvotes: 3 });
const boats = paper({ title: 'Folding Boats', arxivId: '2505.00002', published: '2025-05-20' });
const hats = paper({ title: 'Folding Hats', arxivId: '2505.00003' });
const json = (...papers: unknown[]): string => JSON.stringify(papers);

describe('the action', () => {
  it('passes every input through the environment, and none into a shell', () => {
    const { using, steps } = ACTION.runs;
    expect(using).toBe('composite');
    for (const { run } of steps) expect(run).not.toContain('${{');
    const passed = steps.flatMap(({ env }) => Object.entries(env ?? {}));
    expect(passed).toEqual(
      Object.keys(ACTION.inputs).map((name) => [
        `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
        `\${{ inputs.${name} }}`,
      ]),
    );
  });

  it('installs in its own folder, once', () => {
    const home = workspace({ npm: '#!/bin/sh\necho "$PWD: npm $*"\n' });
    chmodSync(join(home, 'npm'), 0o755);
    const runner = openRunner(home, { PATH: [home, process.env.PATH].join(delimiter) });
    const install = () => runner.runStep(ACTION.runs.steps[0]?.run ?? '', { GITHUB_ACTION_PATH: home }).log;
    expect(install()).toBe(`${home}: npm ci --include=dev --no-audit --no-fund\n`);
    mkdirSync(join(home, 'dist', 'bundle'), { recursive: true });
    writeFileSync(join(home, 'dist', 'bundle', 'papers.cjs'), '');
    expect(install()).toBe('');
  });

  it('puts papers on the PATH of later steps', () => {
    const { useAction, runStep } = openRunner(workspace());
    const { code, log, outputs } = useAction({ 'install-only': true });
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(outputs).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), 'exit-code': '' });
    expect(runStep('papers --version').log).toBe(`${outputs.version}\n`);
  });

  it('parses, and shows a digest in the job summary', () => {
    const cwd = workspace({ 'today.json': json(cranes, boats) });
    const { code, outputs, summary } = openRunner(cwd).useAction({
      files: 'today.json',
      output: 'papers.csv',
    });
    expect({ code, ...outputs }).toMatchObject({
      code: 0,
      papers: '2',
      errors: '0',
      warnings: '0',
      added: '',
      output: 'papers.csv',
      'exit-code': '0',
    });
    expect(readFileSync(join(cwd, 'papers.csv'), 'utf8')).toMatch(
      /^title,.*\nFolding Cranes,.*\nFolding Boats,.*\n$/,
    );
    expect(summary).toBe(
      '## Papers\n\n1. [Folding Cranes](https://huggingface.co/papers/2505.00001) · 3 upvotes\n' +
        '2. [Folding Boats](https://huggingface.co/papers/2505.00002) · 20 May 2025\n\n',
    );
  });

  it('merges into a history, and says what is new in it', () => {
    const cwd = workspace({
      'papers.json': json(cranes, boats),
      'to day.json': json({ ...cranes, upvotes: 9 }, hats),
    });
    const { code, outputs, summary } = openRunner(cwd).useAction({
      files: 'papers.json\n  to day.json\n\n',
      output: 'papers.json',
      baseline: 'papers.json',
      args: '--unique\n--sort=title',
    });
    expect({ code, ...outputs }).toMatchObject({
      code: 0,
      papers: '3',
      added: '1',
      removed: '0',
      changed: '1',
    });
    expect(summary).toMatch(/^## Since the baseline\n\n/);
    expect(summary).toContain('Folding Hats');
    const kept = JSON.parse(readFileSync(join(cwd, 'papers.json'), 'utf8'));
    expect(kept.map(({ title, upvotes }: typeof cranes) => [title, upvotes])).toEqual([
      ['Folding Boats', boats.upvotes],
      ['Folding Cranes', 9],
      ['Folding Hats', hats.upvotes],
    ]);
  });

  it('fails with annotations where a gate fails, and keeps the old file', () => {
    const cwd = workspace({ 'today.json': json(cranes, { ...boats, arxivId: null }), 'papers.json': 'old' });
    const given = { files: 'today.json', output: 'papers.json', require: 'title\narxivId', 'min-papers': 5 };
    const { code, log, outputs } = openRunner(cwd).useAction(given);
    expect({ code, ...outputs }).toMatchObject({
      code: 1,
      papers: '2',
      errors: '2',
      output: '',
      'exit-code': '1',
    });
    expect(log).toMatch(/^::error file=today\.json.*\[field-required\]$/m);
    expect(log).toMatch(/^::error file=today\.json.*\[too-few-papers\]$/m);
    expect(readFileSync(join(cwd, 'papers.json'), 'utf8')).toBe('old');
    expect(openRunner(cwd).useAction({ ...given, fail: false })).toMatchObject({
      code: 0,
      outputs: { 'exit-code': '1' },
    });
  });

  it('checks: counts, and the report in the job summary', () => {
    const cwd = workspace({ 'a.txt': 'Daily Papers\n\nFolding Cranes\n\n• 3 authors\n·\nMay 32, 2025\n' });
    const { code, outputs, summary } = openRunner(cwd).useAction({ command: 'check', files: 'a.txt' });
    expect({ code, ...outputs }).toMatchObject({ code: 0, papers: '1', errors: '0', 'exit-code': '0' });
    expect(Number(outputs.warnings)).toBeGreaterThan(0);
    const quiet = { command: 'check', files: 'a.txt', args: '--quiet' };
    expect(openRunner(cwd).useAction(quiet).outputs.warnings).toBe(outputs.warnings);
    expect(summary).toMatch(/^## check\n\n {4}a\.txt\n {6}read as {11}text/);
    const strict = { command: 'check', files: 'a.txt', strict: true, summary: false };
    expect(openRunner(cwd).useAction(strict)).toMatchObject({ code: 1, summary: '' });
    const allow = /\[([a-z-]+)\]/g;
    const codes = [
      ...new Set([...openRunner(cwd).useAction(strict).log.matchAll(allow)].map(([, name]) => name)),
    ];
    expect(openRunner(cwd).useAction({ ...strict, allow: codes.join('\n') }).code).toBe(0);
  });

  it('compares two files', () => {
    const cwd = workspace({ 'old.json': json(cranes, boats), 'new.json': json(cranes, hats) });
    const given = { command: 'diff', files: 'old.json\nnew.json' };
    const { code, outputs, summary } = openRunner(cwd).useAction(given);
    expect({ code, ...outputs }).toMatchObject({
      code: 1,
      papers: '2',
      added: '1',
      removed: '1',
      changed: '0',
    });
    expect(summary).toMatch(/^## Difference\n\n/);
    expect(openRunner(cwd).useAction({ ...given, fail: false }).code).toBe(0);
  });

  it('counts papers', () => {
    const cwd = workspace({ 'a.json': json(cranes, boats) });
    const { code, outputs, log } = openRunner(cwd).useAction({ command: 'stats', files: 'a.json' });
    expect({ code, papers: outputs.papers }).toEqual({ code: 0, papers: '2' });
    expect(log).toContain('2 papers');
  });

  it('takes orders to the runner from nobody: not from a title, a name or an input', () => {
    const title = '::error::a title';
    const cwd = workspace({ 'a.json': json({ ...cranes, title }) });
    const { log } = openRunner(cwd).useAction({
      files: 'a.json',
      format: 'csv',
      args: '--fields=title\n--no-escape-formulas',
    });
    const [, mark] = /^::stop-commands::(\S+)$/m.exec(log) ?? [];
    expect(log).toContain(`::stop-commands::${mark}\ntitle\n${title}\n::${mark}::\n`);

    const evil = '$(touch evil)\n`touch evil`; touch evil\n"; touch evil #';
    const { code, outputs } = openRunner(cwd).useAction({
      files: evil,
      output: 'x\npapers=7.csv',
      baseline: evil,
      args: '',
    });
    expect({ code, papers: outputs.papers }).toEqual({ code: 3, papers: '0' });
    expect(() => readFileSync(join(cwd, 'evil'))).toThrow('ENOENT');
    expect(openRunner(cwd).useAction({ command: 'x\n::warning::y' })).toMatchObject({
      code: 2,
      log: '::error::command: x%0A::warning::y is not one of parse, check, stats, diff\n',
    });
  });

  it.each([
    [{ files: 'a.json', args: '-o\nb.csv' }, 'use the input output in place of -o'],
    [{ files: 'a.json', args: '--sorted' }, "unknown option '--sorted'"],
    [{ command: 'schema' }, 'command: schema is not one of'],
    [{ files: ' \n' }, 'files: name what to read, one file a line'],
  ])('refuses %j with exit code 2, whatever `fail` says', (given, message) => {
    const { code, log } = openRunner(workspace({ 'a.json': json(cranes) })).useAction({
      ...given,
      fail: false,
    });
    expect(code).toBe(2);
    expect(log).toContain(message);
  });

  it('runs the commands that read papers', () => {
    expect(COMMAND_NAMES).toEqual(expect.arrayContaining(['parse', 'check', 'stats', 'diff']));
    expect(ACTION.inputs.command?.description).toBe('parse, check, stats or diff');
  });
});

describe('the workflow of the README', () => {
  const ROOT = join(import.meta.dirname, '..', '..');
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, workflow = ''] = /```yaml\n(name:[^`]*)```/.exec(readme) ?? [];
  const page = (fixture: string) => join(ROOT, 'fixtures', 'read', 'html', fixture, 'input.html');

  it('has a row for every input and output', () => {
    const row = (name: string, about: string) => `| \`${name}\` | ${about} |\n`;
    for (const [name, { description, default: usual }] of Object.entries(ACTION.inputs))
      expect(readme).toContain(
        row(name, usual === undefined ? description : `${description} (default: ${usual})`),
      );
    for (const [name, { description }] of Object.entries(ACTION.outputs))
      expect(readme).toContain(row(name, description));
  });

  it('keeps a history, and shows each night what is new', () => {
    const home = workspace();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: home, encoding: 'utf8' });
    git('init', '--quiet', '--bare', '--initial-branch=main', 'origin.git');
    git('clone', '--quiet', 'origin.git', 'repository');
    const cwd = join(home, 'repository');

    const night = (html: string) => {
      writeFileSync(join(home, 'curl'), `#!/bin/sh\nfor last; do :; done\ncp '${html}' "$last"\n`);
      chmodSync(join(home, 'curl'), 0o755);
      const runner = openRunner(cwd, { PATH: [home, process.env.PATH].join(delimiter) });
      const used: unknown[] = [];
      const ended = stepsOf(workflow).map(({ uses, with: given, run = '' }) => {
        if (uses === 'OWNER/papers@v1') return runner.useAction(given);
        if (uses === undefined) return runner.runStep(run);
        used.push([uses, given]);
        return undefined;
      });
      expect(used).toEqual([
        ['actions/checkout@v7', undefined],
        ['actions/setup-node@v7', { 'node-version': 24 }],
      ]);
      for (const step of ended) if (step) expect(step.code, step.log).toBe(0);
      const { outputs, summary } = ended.find((step) => step?.outputs.version) ?? {};
      const history = JSON.parse(git('-C', 'origin.git', 'show', 'main:papers.json'));
      return { outputs, summary, history: history.map(({ arxivId }: { arxivId: string }) => arxivId) };
    };

    const first = night(page('day-page'));
    expect(first).toMatchObject({
      outputs: { papers: '2', added: '' },
      history: ['2405.00001', '2405.00002'],
    });
    expect(first.summary).toMatch(/^## Papers\n\n1\. \[Folding Paper Cranes/);

    const second = night(page('search-page'));
    expect(second).toMatchObject({ outputs: { papers: '5', added: '3', removed: '0', changed: '0' } });
    expect(second.history).toHaveLength(5);
    expect(second.summary).toMatch(/^## Since the baseline\n\n/);

    const empty = night(page('empty-page'));
    expect(empty).toMatchObject({ outputs: { papers: '5', added: '0' }, history: second.history });
    expect(git('-C', 'origin.git', 'rev-list', '--count', 'main')).toBe('2\n');
  });
});
