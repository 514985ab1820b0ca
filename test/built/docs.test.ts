import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/program.js';
import { COMMAND } from '../helpers/built.js';
import { HERE, where } from '../helpers/here.js';

const ROOT = join(import.meta.dirname, '..', '..');
const made = (script: string) => execFileSync('node', [join(ROOT, 'bin', script)], { encoding: 'utf8' });
const kept = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8');
const FLAG = /(?<![\w-])--[a-z][\w-]+/g;

describe('the man page', () => {
  it('is the one that the help makes; `npm run docs` renews it', () => {
    expect(kept('papers.1')).toBe(made('man.mjs'));
  });

  it('is installed with the package', () => {
    const { man, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    // npm links a page for a global install only if it is in a list.
    expect(man).toEqual(['docs/papers.1']);
    expect(files).toContain('docs/papers.1');
  });

  const hasMan = spawnSync('sh', ['-c', 'command -v man']).status === 0;
  it.skipIf(!hasMan)(
    `shows every option of every command${hasMan ? '' : ' (not run: there is no man)'}`,
    () => {
      const { stdout, stderr } = spawnSync('sh', ['-c', 'man --warnings -l docs/papers.1'], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MANPAGER: 'cat' },
      });
      expect(stderr).toBe('');
      const sections = stdout.split(/^(?=\S)/m);
      for (const name of COMMAND_NAMES) {
        const help = execFileSync('node', [COMMAND, name, '--help'], { encoding: 'utf8' });
        const section = sections.find((text) => text.startsWith(`papers ${name}\n`)) ?? '';
        expect(new Set(section.match(FLAG)), name).toEqual(new Set(help.match(FLAG)));
      }
    },
  );
});

where(HERE.python, 'the picture of a terminal', () => {
  it('is the one that the command makes; `npm run docs` renews it', () => {
    expect(kept('terminal.svg')).toBe(made('terminal.mjs'));
  });

  it('cuts off no line', () => {
    const [, width] = /width="(\d+)"/.exec(kept('terminal.svg')) ?? [];
    const spans = [...kept('terminal.svg').matchAll(/ x="([\d.]+)" textLength="([\d.]+)"/g)];
    expect(spans.length).toBeGreaterThan(20);
    for (const [, x, length] of spans) expect(Number(x) + Number(length)).toBeLessThan(Number(width));
  });
});
