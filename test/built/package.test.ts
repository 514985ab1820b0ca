import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SEED } from '../helpers/read-case.js';
import { runGoldens } from './goldens.js';

const ROOT = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'papers-packed-'));
const command = join(home, 'node_modules', '.bin', 'papers');
const npm = (...args: string[]) =>
  execFileSync('npm', args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

describe('prepare, which npm runs after `npm ci`, before packing and for a git install', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const prepare = (cwd: string) => spawnSync('bash', ['-c', scripts.prepare], { cwd, encoding: 'utf8' });
  const folder = (): string => {
    const cwd = mkdtempSync(join(tmpdir(), 'papers-prepared-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    return cwd;
  };

  it('builds a clone whose dependencies are installed', () => {
    const cwd = folder();
    for (const name of ['bin', 'src', 'fixtures/daily-papers.txt', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, name), join(cwd, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(cwd, 'node_modules'));
    expect(prepare(cwd)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const { stdout } = spawnSync('node', [join(cwd, 'bin', 'papers.js'), '--version'], { encoding: 'utf8' });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['development dependencies are missing', ['src', 'package.json', 'node_modules/zod']],
    ['only the package.json is there yet', ['package.json', 'node_modules/esbuild']],
  ])('does nothing where %s', (_, there) => {
    const cwd = folder();
    for (const name of there) cpSync(join(ROOT, name), join(cwd, name), { recursive: true });
    expect(prepare(cwd)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });
});

describe('the packed package, installed in an empty folder', () => {
  beforeAll(() => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}');
    npm('install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', join(home, packed.filename));
  }, 300_000);
  afterAll(() => rmSync(home, { recursive: true }));

  const installed = join(home, 'node_modules', 'papers');
  runGoldens(join(installed, 'bin', 'papers.js'));

  it('runs the files of the clone, byte by byte: what the one gives, the other gives', () => {
    const built = readdirSync(join(ROOT, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)));
    const bytesOf = (folder: string, file: string) => readFileSync(join(folder, file));
    const files = ['bin/papers.js', 'bin/package.json', 'package.json', ...built];
    expect(files).toContain('dist/bundle/papers.cjs');
    expect(files.filter((file) => !bytesOf(installed, file).equals(bytesOf(ROOT, file)))).toEqual([]);
  });

  it('reads standard input, and ends quietly when its reader goes away', () => {
    const shell = (script: string) =>
      spawnSync('bash', ['-o', 'pipefail', '-c', script], { cwd: home, encoding: 'utf8' });
    expect(shell(`cat ${SEED} | ${command} parse - -f jsonl | wc -l`).stdout.trim()).toBe('48');
    writeFileSync(join(home, 'big.txt'), readFileSync(SEED, 'utf8').concat('\n').repeat(60));
    const early = shell(`${command} parse big.txt -f csv -q | head -1`);
    expect(early).toMatchObject({ stderr: '', status: 0 });
    expect(early.stdout).toMatch(/^title,published,/);
  });

  it('works as a library', () => {
    const script = `
      import { parseText, paperSchema, write } from 'papers';
      const { papers, diagnostics } = await parseText(${JSON.stringify('Daily Papers\n\nFolding Cranes\n\n• 3 authors\n·\nMay 19, 2025\n')});
      let csv = '';
      for await (const piece of write(papers, 'csv', { fields: ['title', 'published'] })) csv += piece;
      console.log(JSON.stringify({ csv, diagnostics, valid: paperSchema.safeParse(papers[0]).success }));`;
    const { stdout } = spawnSync('node', ['--input-type=module', '-e', script], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual({
      csv: 'title,published\nFolding Cranes,2025-05-19\n',
      diagnostics: [],
      valid: true,
    });
  });

  it('has types: the program of the README passes the compiler, a wrong one does not', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, program] = /```ts\n([^`]*)```/.exec(readme) ?? [];
    const compile = (more: string) => {
      writeFileSync(join(home, 'program.ts'), `${program}${more}`);
      const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules', '@types')];
      const args = [
        '--noEmit',
        '--strict',
        '--target',
        'es2023',
        '--module',
        'nodenext',
        ...types,
        'program.ts',
      ];
      const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), args, {
        cwd: home,
        encoding: 'utf8',
      });
      return stdout
        .trimEnd()
        .split('\n')
        .filter(Boolean)
        .map((line) => line.replace(/^.*error /, ''));
    };
    expect(compile('papers[0]?.title.trim();')).toEqual([]);
    expect(compile('papers[0]?.upvotes.toFixed();')).toEqual([expect.stringContaining("possibly 'null'")]);
  });
});
