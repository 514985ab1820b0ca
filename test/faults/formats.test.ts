import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { WRITERS } from '../../src/writers/index.js';
import { COMMAND } from '../helpers/built.js';
import { HERE, where } from '../helpers/here.js';
import { SEED } from '../helpers/read-case.js';
import { OLD, place } from './place.js';
import { reached, start } from './process.js';

/** What each format is of the sample, written by a run without faults. */
const EVERY = WRITERS.map(({ name }) => ({
  format: name,
  whole: execFileSync(process.execPath, [COMMAND, 'parse', SEED, '-q', '-f', name], { encoding: 'utf8' }),
}));
const NO_SPACE = 'no space left on the device (ENOSPC)';

/** All formats in one bash: starting it takes longer than a run. */
const onSmallDisk = (line: string): string =>
  `mkdir disk
   unshare --map-root-user --mount bash -c '
     mount -t tmpfs -o size=8k tmpfs disk
     for format in ${EVERY.map(({ format }) => format).join(' ')}; do
       cp papers.jsonl disk/old; ${line}; echo "$format $? $(ls -A disk) $(cat disk/old)"; rm -f disk/*
     done'`;

where(HERE.mounts, 'a disk that fills up', () => {
  it('leaves the old file as it was, whatever the format', () => {
    const { stdout, stderr } = place().bash(onSmallDisk('papers parse dump.txt -q -f $format -o disk/old'));
    for (const { format } of EVERY) expect(stdout).toContain(`${format} 3 old ${OLD}`);
    expect(stderr.match(/cannot write disk\/old: no space/g)).toHaveLength(EVERY.length);
  });
});

where(HERE.linux, 'a full device', () => {
  it.each(EVERY)('takes nothing of $format, and the run says so', ({ format }) => {
    expect(place().bash(`papers parse dump.txt -q --no-escape-formulas -f ${format} > /dev/full`)).toEqual({
      code: 3,
      stdout: '',
      stderr: `papers: cannot write standard output: ${NO_SPACE}\n`,
    });
  });
});

where(HERE.bash, 'in every format', () => {
  it.each(EVERY)('$format: a reader that goes away early ends the run quietly', ({ format }) => {
    const { code, stdout, stderr } = place().bash(`set -o pipefail
      papers parse ${'dump.txt '.repeat(20)} -q --no-escape-formulas -f ${format} | head -c 3`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toHaveLength(3);
  });

  it.each(EVERY)(
    '$format: streams that are closed do not keep -o from writing the file',
    ({ format, whole }) => {
      const { bash, read, added } = place();
      expect(bash(`papers parse dump.txt -q -f ${format} -o out <&- >&- 2>&-`).code).toBe(0);
      expect(read('out')).toBe(whole);
      expect(added()).toEqual(['out']);
    },
  );

  it.each(EVERY)(
    '$format: an input that cannot be read fails the run, and the old file stays',
    ({ format }) => {
      const { bash, read, added } = place();
      const { code, stderr } = bash(`papers parse dump.txt gone.txt -q -f ${format} -o papers.jsonl`);
      expect(code).toBe(3);
      expect(stderr).toContain('papers: cannot read gone.txt: no such file or directory (ENOENT)\n');
      expect(read('papers.jsonl')).toBe(OLD);
      expect(added()).toEqual([]);
    },
  );

  const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  it.each(EVERY.map(({ format }, at) => ({ format, signal: SIGNALS[at % 3] as NodeJS.Signals })))(
    '$format: $signal leaves the old file and no other',
    async ({ format, signal }) => {
      const { cwd, read, added, at } = place();
      const { child, ended } = start(['parse', '-', '-f', format, '-o', 'papers.jsonl'], cwd);
      child.stdin.write(readFileSync(SEED));
      await reached(cwd, () => added().some((name) => statSync(at(name)).size >= 0), [ended]);
      child.kill(signal);
      expect(await ended).toEqual({ code: null, signal, stderr: '' });
      expect(read('papers.jsonl')).toBe(OLD);
      expect(added()).toEqual([]);
    },
  );
});

const written = (format: string): string => EVERY.find((one) => one.format === format)?.whole ?? '';
const PAGE = `<!doctype html><body>${Array.from(
  { length: 60 },
  (_, i) =>
    `<article><h3><a href="/papers/2505.${10_000 + i}">Cranes ${i}</a></h3><p>${'We fold. '.repeat(20)}</p></article>\n`,
).join('')}</body></html>\n`;
const MAIL = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${PAGE}--b--\r\n`;
const PYTHON = `[${Array.from(
  { length: 80 },
  (_, i) =>
    `"{'paper': {'id': '2405.${10_000 + i}', 'title': 'Cranes ${i}', 'summary': '${'We fold. '.repeat(20)}'}}"`,
).join(',\n')}]`;
const NUMBERS = Array.from({ length: 400 }, (_, i) => `{"title":"Cranes ${i * 7919}","upvotes":${i}}\n`).join(
  '',
);

/** Each kind of input, and what is said where it breaks off. */
const KINDS: readonly [kind: string, content: string | Uint8Array, broken: RegExp][] = [
  ['csv', written('csv'), /malformed-csv|entry-truncated|field-invalid|^$/],
  ['atom', written('atom'), /entry-truncated/],
  ['rss', written('rss'), /entry-truncated/],
  ['json-feed', written('json-feed'), /malformed-json/],
  ['json', written('json'), /malformed-json/],
  ['gzip', gzipSync(NUMBERS), /not-text/],
  ['mail', MAIL, /^$/],
  ['python', PYTHON, /malformed-json|schema-mismatch/],
  ['html', PAGE, /^$/],
];

const folder = mkdtempSync(join(tmpdir(), 'papers-kinds-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(KINDS)('an input of the kind %s', (kind, content, broken) => {
  const file = join(folder, kind);
  const half = join(folder, `${kind}-half`);
  const bytes = Buffer.from(content);
  writeFileSync(file, bytes);
  writeFileSync(half, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  const TORN = `python3 ${join(import.meta.dirname, 'torn.py')}`;
  const titles = (stdout: string): string[] =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).title);
  const all = titles(
    spawnSync(process.execPath, [COMMAND, 'parse', file, '-q', '-f', 'jsonl'], { encoding: 'utf8' }).stdout,
  );

  it('has papers', () => expect(all.length).toBeGreaterThan(30));

  where(HERE.python, 'and a device that fails midway', () => {
    it('gives what came before, names the input, and the old file stays', () => {
      const { bash, read, added } = place();
      const { code, stdout, stderr } = bash(`${TORN} ${file} papers parse - -f jsonl`);
      expect(code).toBe(3);
      expect(stderr).toContain('papers: cannot read <stdin>: device error (EIO)\n');
      expect(all.slice(0, titles(stdout).length)).toEqual(titles(stdout));
      expect(bash(`${TORN} ${file} papers parse - -q -o papers.jsonl`).code).toBe(3);
      expect(read('papers.jsonl')).toBe(OLD);
      expect(added()).toEqual([]);
    });
  });

  where(HERE.bash, 'and', () => {
    it('a pipe gives the same', () => {
      expect(
        titles(place().bash(`mkfifo pipe; cat ${file} > pipe & papers parse pipe -q -f jsonl`).stdout),
      ).toEqual(all);
    });

    it('a file that breaks off gives papers that the whole one has, and says so', () => {
      const { stdout, stderr } = place().bash(`papers parse ${half} -f jsonl`);
      const found = titles(stdout);
      expect(found.length).toBeGreaterThan(0);
      // The last one may be cut.
      expect(all.slice(0, found.length - 1)).toEqual(found.slice(0, -1));
      const said = [...stderr.matchAll(/(?:error|warning): .*\[([\w-]+)\]$/gm)].map(([, code]) => code);
      expect(said.join()).toMatch(broken);
    });
  });
});
