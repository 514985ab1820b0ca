import { describe, expect, it } from 'vitest';
import { annotatedPath } from '../../src/cli/report.js';

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
