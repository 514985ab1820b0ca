import { describe, expect, it } from 'vitest';
import { withoutPrefixes } from '../../../src/readers/text/prefixes.js';

const LINES = [
  'Daily Papers',
  'Oct 2',
  '',
  'Paper Boats',
  '57',
  '· 3 authors',
  '12',
  'Lanterns',
  '8',
  '· 2 authors',
];

const prefixed = (prefix: (line: string, at: number) => string): string[] => LINES.map(prefix);
/** As most programs leave empty lines: without the space at the end. */
const trimmed = (lines: readonly string[]): string[] => lines.map((line) => line.trimEnd());

describe('what a program put before every line goes', () => {
  it.each<[string, (line: string, at: number) => string]>([
    ['cat -n', (line, at) => `${String(at + 1).padStart(6)}\t${line}`],
    ['grep -n', (line, at) => `${at + 1}:${line}`],
    ['grep -Hn', (line, at) => `saved/day.txt:${at + 1}:${line}`],
    ['bat', (line, at) => `${String(at + 1).padStart(4)} │ ${line}`],
    ['an agent', (line, at) => `${String(at + 1).padStart(6)}→${line}`],
    ['an editor', (line, at) => `${String(at + 1).padStart(4)} ${line}`],
    ['numbers of lines with a letter', (line, at) => `L${at + 1}: ${line}`],
    ['levels of a log', (line) => `[INFO] ${line}`],
    ['a log', (line, at) => `2025-05-01 09:00:0${at},123 INFO scraper: ${line}`],
    ['a log in brackets', (line) => `[2025-05-01T09:00:00Z] ${line}`],
    ['a container', (line) => `scraper_1  | ${line}`],
    ['a comment', (line) => `# ${line}`],
    ['a change', (line) => `+${line}`],
  ])('%s', (_, prefix) => {
    expect(trimmed(withoutPrefixes(prefixed(prefix)))).toEqual(LINES);
  });

  it('a box', () => {
    const boxed = ['╭──────╮', ...prefixed((line) => `│ ${line.padEnd(14)} │`), '╰──────╯'];
    expect(trimmed(withoutPrefixes(boxed))).toEqual(['', ...LINES, '']);
  });

  it('the head of a change', () => {
    const change = ['diff --git a/day.txt b/day.txt', '--- /dev/null', '+++ b/day.txt', '@@ -0,0 +1,10 @@'];
    expect(withoutPrefixes([...change, ...prefixed((line) => `+${line}`)])).toEqual([
      '',
      '',
      '',
      '',
      ...LINES,
    ]);
  });
});

describe('what only some lines begin with stays', () => {
  it.each<[string, string[]]>([
    ['no prefix', LINES],
    ['one line without', [...prefixed((line) => `# ${line}`), 'Kites']],
    ['numbers that do not go up', prefixed((line) => `7:${line}`)],
    ['a first column', LINES.map((line, at) => `${at}  ${line}  4`)],
    ['a table', prefixed((line) => `| ${line} | 4 |`)],
    ['items', prefixed((line) => `- ${line}`)],
    ['few lines', LINES.slice(0, 4).map((line, at) => `${at + 1}:${line}`)],
  ])('%s', (_, lines) => {
    expect(withoutPrefixes(lines)).toEqual(lines);
  });
});
