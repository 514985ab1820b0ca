import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';

type Words = Record<string, string>;

interface Step {
  id?: string;
  name?: string;
  uses?: string;
  with?: Record<string, string | number | boolean>;
  run?: string;
  env?: Words;
}

interface Action {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

interface Workflow {
  jobs: Record<string, { steps: Step[] }>;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** `action.yml` of this repository. */
export const ACTION: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

/** The steps of a workflow with one job. */
export const stepsOf = (workflow: string): Step[] =>
  Object.values((parse(workflow) as Workflow).jobs).flatMap(({ steps }) => steps);

/** What a step leaves: its exit code, its log, and what it gave to the runner's files. */
export interface Ended {
  code: number | null;
  log: string;
  outputs: Words;
  summary: string;
}

/** `name<<MARK`, the value, `MARK`. */
const outputsIn = (text: string): Words =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n?^\2\n/gm)].map(([, name, , value]) => [name, value]),
  );

/**
 * Runs steps as GitHub's runner does: each in a new bash that stops at the first error, with files for its outputs, its
 * summary and the PATH of later steps.
 */
export const openRunner = (cwd: string, env: Words = {}) => {
  const temp = mkdtempSync(join(tmpdir(), 'papers-runner-'));
  onTestFinished(() => rmSync(temp, { recursive: true }));
  const path: string[] = env.PATH ? [env.PATH] : [dirname(process.execPath), process.env.PATH ?? ''];
  let number = 0;

  const runStep = (script: string, more: Words): Ended => {
    number += 1;
    const fileOf = (name: string) => join(temp, `${name}-${number}`);
    const files = {
      GITHUB_OUTPUT: fileOf('output'),
      GITHUB_STEP_SUMMARY: fileOf('summary'),
      GITHUB_PATH: fileOf('path'),
    };
    for (const file of Object.values(files)) writeFileSync(file, '');
    writeFileSync(fileOf('script'), script);
    const { status, stdout } = spawnSync(
      'bash',
      [
        '--noprofile',
        '--norc',
        '-c',
        'exec bash --noprofile --norc -eo pipefail "$0" 2>&1',
        fileOf('script'),
      ],
      {
        cwd,
        encoding: 'utf8',
        env: {
          ...env,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: cwd,
          GITHUB_ACTION_PATH: ROOT,
          RUNNER_TEMP: temp,
          HOME: temp,
          SOURCE_DATE_EPOCH: '1795392000',
          ...files,
          ...more,
          PATH: path.join(delimiter),
        },
      },
    );
    const read = (file: string) => readFileSync(file, 'utf8');
    path.unshift(...read(files.GITHUB_PATH).split('\n').filter(Boolean));
    return {
      code: status,
      log: stdout,
      outputs: outputsIn(read(files.GITHUB_OUTPUT)),
      summary: read(files.GITHUB_STEP_SUMMARY),
    };
  };

  /** A step that uses the action: its steps, up to one that fails. */
  const useAction = (given: Step['with'] = {}): Ended => {
    const unknown = Object.keys(given).filter((name) => !(name in ACTION.inputs));
    if (unknown.length > 0) throw new Error(`inputs that the action does not have: ${unknown}`);
    const inputs = Object.fromEntries(
      Object.entries(ACTION.inputs).map(([name, { default: usual = '' }]) => [
        name,
        String(given[name] ?? usual),
      ]),
    );
    const steps: Record<string, Words> = {};
    const filled = (text: string) =>
      text.replace(
        /\$\{\{ (?:inputs\.([\w-]+)|steps\.(\w+)\.outputs\.([\w-]+)) \}\}/g,
        (_, name, step, output) => (name ? (inputs[name] ?? '') : (steps[step]?.[output] ?? '')),
      );
    let ended: Ended = { code: 0, log: '', outputs: {}, summary: '' };
    for (const { id, run = '', env: own = {} } of ACTION.runs.steps) {
      if (ended.code !== 0) break;
      const environment = Object.fromEntries(
        Object.entries(own).map(([name, value]) => [name, filled(value)]),
      );
      ended = runStep(run, environment);
      if (id) steps[id] = ended.outputs;
    }
    const outputs = Object.entries(ACTION.outputs).map(([name, { value }]) => [name, filled(value)]);
    return { ...ended, outputs: Object.fromEntries(outputs) };
  };

  return { runStep: (script: string, more: Words = {}) => runStep(script, more), useAction };
};
