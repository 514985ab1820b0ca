import { describe, expect, it } from 'vitest';
import { annotatedPath, githubReporter } from '../../src/cli/report.js';
import { diagnostic } from '../../src/diagnostic.js';

describe('annotatedPath', () => {
  it.each<[string, string, string | undefined, string]>([
    ['dumps/a.txt', '/repo', undefined, 'dumps/a.txt'],
    ['./dumps/../a.txt', '/repo', undefined, 'a.txt'],
    ['/repo/dumps/a.txt', '/repo', undefined, 'dumps/a.txt'],
    ['a.txt', '/repo/dumps', '/repo', 'dumps/a.txt'],
    ['../a.txt', '/repo/dumps', '/repo', 'a.txt'],
    ['/tmp/a.txt', '/repo', '/repo', '/tmp/a.txt'],
  ])('%s in %s', (file, cwd, workspace, path) => {
    const env = workspace === undefined ? {} : { GITHUB_WORKSPACE: workspace };
    expect(annotatedPath(file, { cwd, env })).toBe(path);
  });
});

describe('githubReporter', () => {
  it('escapes the controls of a file name', () => {
    let written = '';
    const io = { cwd: '/repo', env: {} };
    const stderr = { write: (text: string) => (written += text) };
    // biome-ignore lint/suspicious/noExplicitAny: only what it uses
    const reporter = githubReporter({ io, stderr } as any, {
      quiet: false,
      verbose: false,
      fails: () => true,
    });
    reporter.diagnostic(diagnostic('no-papers', { message: 'nothing', file: 'e\u001b[31m,.txt' }));
    expect(written).toBe('::error file=e\\u001b[31m%2C.txt::nothing [no-papers]\n');
  });
});
