import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completionScript, SHELLS } from '../../src/cli/commands/completion.js';
import { actionOf, flagsOf, grammarOf } from '../../src/cli/completion/grammar.js';
import type { Io } from '../../src/cli/context.js';
import { openContext } from '../../src/cli/context.js';
import { buildProgram, COMMAND_NAMES } from '../../src/cli/program.js';
import { FIELD_NAMES, READERS, WRITERS } from '../../src/index.js';
import { runIn } from '../helpers/harness.js';

const stream = { on: () => undefined } as never;
const context = await openContext({ stdout: stream, stderr: stream, env: {} } as unknown as Io, 'never');
const program = await buildProgram(COMMAND_NAMES, context, { code: 0, usageMessage: '' });
const grammar = grammarOf(program);
const parse = grammar.commands.find(({ name }) => name === 'parse');
const placeAfter = (flag: string) => parse?.options.find(({ long }) => long === flag)?.value?.place;

describe('grammarOf', () => {
  it('knows every command, and help', () => {
    expect(grammar.commands.map(({ name }) => name)).toEqual([...COMMAND_NAMES, 'help']);
  });

  it.each([
    ['format', 'words', WRITERS.flatMap(({ name, aliases }) => [name, ...aliases])],
    ['fields', 'list', FIELD_NAMES],
    ['sort', 'list', FIELD_NAMES],
    ['require', 'list', FIELD_NAMES],
    ['input-format', 'words', READERS.map(({ name }) => name)],
    ['output', 'file', []],
    ['files0-from', 'file', []],
    ['since', 'anything', []],
  ])('knows what follows --%s', (flag, kind, words) => {
    expect(placeAfter(flag)).toEqual({ kind, words });
  });

  it.each([
    ['parse', 'file'],
    ['diff', 'file'],
    ['schema', undefined],
    ['completion', 'words'],
    ['help', 'words'],
  ])('knows what the operands of %s are', (name, kind) => {
    expect(grammar.commands.find((command) => command.name === name)?.operands?.kind).toBe(kind);
  });
});

describe.each(SHELLS)('the script for %s', (shell) => {
  const script = completionScript(shell, grammar);

  it('names every command, every option and every word', () => {
    for (const { name, options, operands } of grammar.commands) {
      expect(script).toContain(name);
      for (const option of options) {
        expect(script).toContain(shell === 'fish' ? `-l ${option.long} ` : flagsOf(option).at(-1));
      }
      const places = [operands, ...options.map(({ value }) => value?.place)];
      for (const word of places.flatMap((place) => place?.words ?? [])) expect(script).toContain(word);
    }
  });

  it('is what the command prints', async () => {
    expect(await runIn(['completion', shell])).toEqual({ code: 0, stdout: script, stderr: '' });
  });
});

it('gives a shell the words with a space between', () => {
  const actions = {
    words: (words: string) => `<${words}>`,
    list: () => '',
    file: () => 'file',
    anything: () => '',
  };
  expect(actionOf(actions, { kind: 'words', words: ['a', 'b'] })).toBe('<a b>');
  expect(actionOf(actions, { kind: 'file', words: [] })).toBe('file');
});

describe('bash', () => {
  /** What bash offers for the last of the words. */
  const offered = (...words: string[]): string[] => {
    const line = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _papers; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `${completionScript('bash', grammar)}\n${line}`, 'bash', 'papers', ...words],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  };

  it.each<[string[], string[]]>([
    [['st'], ['stats']],
    [
      ['parse', '--min-'],
      ['--min-upvotes', '--min-comments', '--min-papers'],
    ],
    [
      ['parse', '-f', 'b'],
      ['bibtex', 'bib'],
    ],
    [
      ['parse', '--format', '=', 'cs'],
      ['csv', 'csl-json'],
    ],
    [
      ['stats', '--format', '='],
      ['text', 'json'],
    ],
    [['parse', '--fields', 'title,pub'], ['title,published']],
    [['parse', '--fields', '+sou'], ['+source']],
    [['parse', '--sort', 'title,-comm'], ['title,-comments']],
    [['check', '--strict', '--allow', 'year-a'], ['year-assumed']],
    [['parse', 'dump.txt', '--since', '20'], []],
    [['parse', 'du'], []],
    [['help', 'sch'], ['schema']],
    [['completion', 'z'], ['zsh']],
  ])('%j', (words, found) => {
    expect(offered(...words)).toEqual(found);
  });
});
