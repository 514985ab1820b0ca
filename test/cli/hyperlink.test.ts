import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/context.js';
import { canLink, hyperlink } from '../../src/cli/terminal.js';

const terminal = { isTTY: true } as Io['stdout'];
const pipe = {} as Io['stdout'];

test.each<[Io['env'], boolean]>([
  [{}, false],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'vscode' }, true],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal' }, false],
  [{ TERM: 'xterm-256color', VTE_VERSION: '7200' }, true],
  [{ TERM: 'xterm-256color', VTE_VERSION: '4900' }, false],
  [{ WT_SESSION: 'x' }, true],
  [{ TERM: 'dumb', WT_SESSION: 'x' }, false],
  [{ TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
  [{ TERM: 'dumb', FORCE_HYPERLINK: '1' }, true],
])('a terminal with %o shows links: %s', (env, can) => {
  expect(canLink(terminal, env)).toBe(can);
});

test('a pipe gets none unless they are asked for', () => {
  expect(canLink(pipe, { TERM: 'xterm-kitty' })).toBe(false);
  expect(canLink(pipe, { FORCE_HYPERLINK: '1' })).toBe(true);
});

test('a link ends where its text ends', () => {
  expect(hyperlink('Tides', 'https://x.example')).toBe(
    '\u001b]8;;https://x.example\u001b\\Tides\u001b]8;;\u001b\\',
  );
});
