import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Converter } from './converters.js';

/** Debian's packages are of its own Python, which need not be the first. */
const PYTHONS = ['python3', '/usr/bin/python3'];
const SCRIPT = join(import.meta.dirname, 'converters.py');

/** A Python that has the module. */
export const pythonWith = (module: string): string | undefined =>
  PYTHONS.find((python) => {
    try {
      execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });

interface Asked {
  child: ChildProcess;
  waiting: ((text: string) => void)[];
}
const running = new Map<string, Asked>();

/** One process for all pages: starting it takes longer than converting them. */
const start = (python: string): Asked => {
  const child = spawn(python, [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  const asked: Asked = { child, waiting: [] };
  createInterface({ input: child.stdout }).on('line', (line) => asked.waiting.shift()?.(JSON.parse(line)));
  running.set(python, asked);
  return asked;
};

export const inPython =
  (python: string, form: string): Converter =>
  (html) =>
    new Promise((resolve) => {
      const { child, waiting } = running.get(python) ?? start(python);
      waiting.push(resolve);
      child.stdin?.write(`${JSON.stringify([form, html])}\n`);
    });

export const closePython = (): void => {
  for (const { child } of running.values()) child.stdin?.end();
};
