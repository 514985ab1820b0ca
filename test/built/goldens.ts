import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'vitest';
import { runBuilt } from '../helpers/built.js';
import { cliCases } from '../helpers/cli-cases.js';
import { runIn } from '../helpers/harness.js';
import { HERE } from '../helpers/here.js';
import { diagnosticLines, FIXTURES, type ReadCase, readCases } from '../helpers/read-case.js';
import { writeCases } from '../helpers/write-cases.js';

/** What is written down; where the run was expected to say nothing there may be no file. */
const golden = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Cases that only a run inside of the tests can show, and why. */
const IN_PROCESS_ONLY: Readonly<Record<string, string>> = {
  'read/text/year-unknown': 'the command always knows what day it is',
  progress: 'a second must pass on its clock',
};

/** A test of a case, left out with the reason in its name where the command or the machine cannot show it. */
const shown = (name: string, needsTerminal: boolean, test: (context: TestContext) => Promise<void>): void => {
  const reason = IN_PROCESS_ONLY[name] ?? (needsTerminal ? HERE.python : null);
  if (reason === null) it.concurrent(name, test);
  else it.skip(`${name} (not run: ${reason})`, test);
};

/** The cases of each reader; those with a day of their own, and those left out, apart. */
const readGroups = (): Map<string, ReadCase[]> => {
  const groups = new Map<string, ReadCase[]>();
  for (const one of readCases()) {
    const { name, options } = one;
    const asOf = options.asOf === undefined ? '' : `, as of ${options.asOf}`;
    const group = name in IN_PROCESS_ONLY ? name : dirname(name) + asOf;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return groups;
};

/** Runs every golden case through a built command, in a process of its own; the inputs of a reader share one. */
export const runGoldens = (command: string): void => {
  describe('fixtures/read', () => {
    for (const [group, cases] of readGroups())
      shown(group, false, async ({ expect }) => {
        const asOf = cases[0]?.options.asOf;
        const files = cases.map(({ name, input }) => join(name, input));
        const argv = ['parse', ...files, '-f', 'jsonl', '-v', '--diagnostics', 'jsonl'];
        if (asOf !== undefined) argv.push('--as-of', asOf);
        const { stdout, stderr } = await runBuilt(command, argv, { cwd: FIXTURES });
        const said = stderr.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
        const saidOf = (wanted: string) => diagnosticLines(said.filter(({ file }) => file === wanted));
        const wanted = (file: string) => cases.map(({ folder }) => golden(join(folder, file)));
        expect(stdout).toBe(wanted('expected.jsonl').join(''));
        expect(files.map(saidOf)).toEqual(wanted('expected.diagnostics'));
        expect(said.filter(({ file }) => !files.includes(file))).toEqual([]);
      });
  });

  // Some of these records are such as only the library is given: reading them tidies them first. So what a run inside of
  // the tests makes of them is what the command must make of them.
  describe('fixtures/write', () => {
    for (const { name, format, folder, options } of writeCases())
      shown(name, options.width !== undefined, async ({ expect }) => {
        const { fields, escapeFormulas = true, excel = false, width, feedUrl, feedTitle } = options;
        const argv = ['parse', 'input.jsonl', '-q', '--min-papers', '0', '-f', format];
        if (fields) argv.push('--fields', fields.join());
        if (!escapeFormulas) argv.push('--no-escape-formulas');
        if (excel) argv.push('--excel');
        if (feedUrl !== undefined) argv.push('--feed-url', feedUrl);
        if (feedTitle !== undefined) argv.push('--feed-title', feedTitle);
        const terminal = width === undefined ? {} : ({ terminals: ['stdout'], columns: width } as const);
        const world = { cwd: folder, env: { NO_COLOR: '1' }, ...terminal };
        expect(await runBuilt(command, argv, world)).toEqual(await runIn(argv, world));
      });
  });

  describe('fixtures/cli', () => {
    for (const { name, argv, world, writes, expected, furnish } of cliCases())
      shown(name, world.terminals !== undefined, async ({ expect, onTestFinished }) => {
        const cwd = mkdtempSync(join(tmpdir(), 'papers-built-'));
        onTestFinished(() => rmSync(cwd, { recursive: true }));
        furnish(cwd);
        const before = readdirSync(cwd);
        const { code, stdout, stderr } = await runBuilt(command, argv, { ...world, cwd });
        expect(stdout).toBe(golden(expected('stdout')));
        expect(stderr).toBe(golden(expected('stderr')));
        expect(`${code}\n`).toBe(golden(expected('exit-code')));
        for (const file of writes) expect(readFileSync(join(cwd, file), 'utf8')).toBe(golden(expected(file)));
        expect(readdirSync(cwd).sort()).toEqual([...new Set([...before, ...writes])].sort());
      });
  });
};
