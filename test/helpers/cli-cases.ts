import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './harness.js';
import { FIXTURES, SEED } from './read-case.js';

/** One folder of `fixtures/cli/`: a command line, the world it runs in, and what it must say and leave behind. */
export interface CliCase {
  name: string;
  argv: string[];
  world: World;
  /** Files that the run must leave behind, compared with those in `expected/`. */
  writes: string[];
  /** Where what is expected is written down: `stdout`, `stderr`, `exit-code` and the files. */
  expected: (file: string) => string;
  /** Fills a folder with the sample as `dump.txt` and what the case brings. */
  furnish: (cwd: string) => void;
}

const CLI = join(FIXTURES, 'cli');

const cliCase = (name: string): CliCase => {
  const at = (file: string): string => join(CLI, name, file);
  const { argv, writes = [], ...world } = JSON.parse(readFileSync(at('case.json'), 'utf8'));
  return {
    name,
    argv,
    world: existsSync(at('stdin')) ? { ...world, stdin: readFileSync(at('stdin')) } : world,
    writes,
    expected: (file) => at(join('expected', file)),
    furnish: (cwd) => {
      if (existsSync(at('input'))) cpSync(at('input'), cwd, { recursive: true });
      cpSync(SEED, join(cwd, 'dump.txt'));
    },
  };
};

export const cliCases = (): CliCase[] => readdirSync(CLI).map(cliCase);
