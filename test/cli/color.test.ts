import { describe, expect, it } from 'vitest';
import { type ColorChoice, colorChoice, loadPaint, plain, wantsColor } from '../../src/cli/terminal.js';

const terminal = { isTTY: true };
const pipe = {};

describe('wantsColor', () => {
  it.each<[string, ColorChoice, { isTTY?: boolean }, Record<string, string>, boolean]>([
    ['a terminal', 'auto', terminal, {}, true],
    ['a pipe', 'auto', pipe, {}, false],
    ['NO_COLOR', 'auto', terminal, { NO_COLOR: '1' }, false],
    ['NO_COLOR that is empty', 'auto', terminal, { NO_COLOR: '' }, true],
    ['NO_COLOR before FORCE_COLOR', 'auto', pipe, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR', 'auto', pipe, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', 'auto', terminal, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR before TERM=dumb', 'auto', terminal, { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    ['TERM=dumb', 'auto', terminal, { TERM: 'dumb' }, false],
    ['--color=always before NO_COLOR', 'always', pipe, { NO_COLOR: '1' }, true],
    ['--color=never before FORCE_COLOR', 'never', terminal, { FORCE_COLOR: '1' }, false],
  ])('%s', (_, choice, stream, env, wanted) => {
    expect(wantsColor(choice, stream, env)).toBe(wanted);
  });
});

describe('colorChoice', () => {
  it.each([
    [['parse', '--color', 'never'], 'never'],
    [['parse', '--color=always', 'x'], 'always'],
    [['--color=always', '--color=never'], 'never'],
    [['--color'], 'auto'],
    [['--color=sometimes'], 'auto'],
    [[], 'auto'],
  ])('%j is %s', (argv, choice) => {
    expect(colorChoice(argv)).toBe(choice);
  });
});

describe('loadPaint', () => {
  it('leaves text as it is where there is no colour', async () => {
    expect(await loadPaint(false)).toBe(plain);
    expect(plain('error', 'x')).toBe('x');
  });

  it('colours by style, whatever the environment says', async () => {
    const paint = await loadPaint(true);
    expect(paint('error', 'x')).toBe('\u001b[31mx\u001b[39m');
  });
});
