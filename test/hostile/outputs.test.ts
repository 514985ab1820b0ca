import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as readCsv } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterAll, describe, expect, it } from 'vitest';
import { WRITERS } from '../../src/writers/index.js';
import { type Result, runIn } from '../helpers/harness.js';
import { hostileJson, hostilePapers, hostileText } from './records.js';

const folder = mkdtempSync(join(tmpdir(), 'papers-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The name of the file says what it can, too. */
const INPUTS: Readonly<Record<string, string>> = {
  json: 'cranes\u001b[31m::error::\u202e.json',
  text: '##[error]cranes\u009b2J.txt',
};
writeFileSync(join(folder, INPUTS.json as string), hostileJson);
writeFileSync(join(folder, INPUTS.text as string), hostileText);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const RUNNER_COMMAND = /::(?!(?:error|warning|notice) file=)|##\[/;

const on = (argv: readonly string[], columns?: number): Promise<Result> =>
  runIn(argv, { cwd: folder, ...(columns && { terminals: ['stdout', 'stderr'], columns }) });

const COMMANDS: readonly (readonly string[])[] = [
  ['check', '-v'],
  ['check', '--annotate'],
  ['check', '-f', 'json'],
  ['check', '--diagnostics', 'jsonl'],
  ['stats'],
  ['stats', '-f', 'json'],
  ['parse', '-f', 'table'],
  ['parse', '-f', 'markdown'],
  ['parse', '-f', 'markdown-table'],
  ['parse', '-f', 'tsv', '-v'],
  ['parse', '-f', 'bibtex'],
  ['parse', '-f', 'jsonl', '--require', 'submittedBy'],
  ['parse', '-f', 'jsonl', '--require', 'submittedBy', '--diagnostics', 'jsonl'],
];

describe.each(Object.entries(INPUTS))('hostile %s', (kind, name) => {
  it.each(COMMANDS.map((words) => [words.join(' '), words] as const))(
    'papers %s brings no control to a terminal',
    async (_, words) => {
      for (const columns of [undefined, 20, 120]) {
        const { stdout, stderr } = await on([...words, '--color', 'never', name], columns);
        const said = words.includes('jsonl') && words[0] === 'parse' ? stderr : stdout + stderr;
        expect(said).not.toBe('');
        // Progress erases its own line on a terminal.
        expect(CONTROLS.exec(said.replaceAll('\r\u001b[K', ''))?.[0]).toBeUndefined();
      }
    },
  );

  it('says nothing on stderr that a CI runner obeys, except what annotations are', async () => {
    for (const form of ['text', 'jsonl', 'github']) {
      const { stderr } = await on(['check', '-v', name, '--diagnostics', form, '--color', 'never']);
      for (const line of stderr.split('\n'))
        expect(RUNNER_COMMAND.exec(line.replace(/^::(?:error|warning|notice) [^:]*::/, ''))).toBeNull();
    }
  });

  it('gives every format an output, whole', async () => {
    for (const { name: format } of WRITERS) {
      const { code, stdout } = await on(['parse', '-q', '-f', format, name]);
      // A title that is two lines of a page is none of its papers any more, and that is an error.
      expect([format, code]).toEqual([format, kind === 'json' ? 0 : 1]);
      expect(stdout.length).toBeGreaterThan(100);
    }
  });
});

describe('a hostile record', () => {
  const json = INPUTS.json as string;

  it('is the same record in jsonl', async () => {
    const { stdout } = await on(['parse', '-q', '-f', 'jsonl', json]);
    const titles = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).arxivId);
    expect(titles).toEqual(hostilePapers.map(({ arxivId }) => arxivId));
  });

  it('is no formula in a cell of csv or tsv', async () => {
    for (const format of ['csv', 'tsv']) {
      const { stdout } = await on(['parse', '-q', '-f', format, json]);
      const options = format === 'csv' ? {} : { delimiter: '\t', relax_quotes: true };
      const rows: string[][] = readCsv(stdout, options);
      expect(rows).toHaveLength(hostilePapers.length + 1);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
    }
  });

  it('is neither HTML nor a link that runs in Markdown', async () => {
    for (const format of ['markdown', 'markdown-table']) {
      const { stdout } = await on(['parse', '-q', '-f', format, json]);
      const seen: string[] = [];
      const visit = (node: { type: string; url?: string; children?: unknown[] }): void => {
        if (['html', 'image', 'definition', 'code', 'thematicBreak'].includes(node.type))
          seen.push(node.type);
        if (node.url !== undefined && !/^https:\/\/(?:huggingface\.co|x\.example)/.test(node.url))
          seen.push(node.url);
        for (const child of node.children ?? []) visit(child as typeof node);
      };
      visit(fromMarkdown(stdout, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
      expect(seen).toEqual([]);
    }
  });
});
