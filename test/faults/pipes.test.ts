import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { HERE, where } from '../helpers/here.js';
import { SEED } from '../helpers/read-case.js';
import { OLD, place, WHOLE } from './place.js';
import { start } from './process.js';

where(HERE.bash, 'a named pipe', () => {
  it('is read to its end', () => {
    const { bash } = place();
    expect(bash('mkfifo pipe; cat dump.txt > pipe & papers parse pipe -q -f jsonl')).toEqual({
      code: 0,
      stdout: WHOLE,
      stderr: '',
    });
  });

  it('is read beside files, and named in records', () => {
    const { bash } = place();
    const line =
      'mkfifo pipe; cat dump.txt > pipe & papers parse papers.jsonl pipe -q -f csv --fields source | uniq -c | tr -s " "';
    expect(bash(line).stdout).toBe(' 1 source\n 1 papers.jsonl\n 48 pipe\n');
  });

  it('may be one of many', () => {
    const line = 'mkfifo a b; cat dump.txt > a & cat dump.txt > b & papers parse a b -q -f jsonl';
    expect(place().bash(line).stdout).toBe(WHOLE + WHOLE);
  });

  it('that nothing is written to is an empty input', () => {
    const { code, stderr } = place().bash('mkfifo pipe; : > pipe & papers parse pipe -f jsonl');
    expect(code).toBe(1);
    expect(stderr).toContain('pipe: error: the input is empty [no-papers]\n');
  });

  it('is written to, and stays', () => {
    const { bash, added } = place();
    expect(bash('mkfifo pipe; papers parse dump.txt -q -f jsonl -o pipe & cat pipe; wait $!')).toEqual({
      code: 0,
      stdout: WHOLE,
      stderr: '',
    });
    expect(added()).toEqual(['pipe']);
  });

  it('whose reader goes away early ends the run quietly', () => {
    const { code, stdout, stderr } = place().bash(
      `mkfifo pipe; papers parse ${'dump.txt '.repeat(20)} -q -f jsonl -o pipe & head -c 9 pipe; wait $!`,
    );
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: WHOLE.slice(0, 9), stderr: '' });
  });
});

where(HERE.bash, '/dev/stdin', () => {
  it.each([
    ['a file', 'papers parse /dev/stdin -q -f jsonl < dump.txt'],
    ['a pipe', 'cat dump.txt | papers parse /dev/stdin -q -f jsonl'],
    ['a here-document', 'papers parse /dev/stdin -q -f jsonl <<< "$(cat dump.txt)"'],
    ['a process substitution', 'papers parse <(cat dump.txt) -q -f jsonl'],
  ])('is %s', (_, line) => expect(place().bash(line)).toEqual({ code: 0, stdout: WHOLE, stderr: '' }));

  it('is a socket, as below a program that starts another', async () => {
    const { child, ended } = start(['parse', '/dev/stdin', '-q', '-f', 'jsonl'], place().cwd);
    child.stdin.end(readFileSync(SEED));
    expect(await text(child.stdout)).toBe(WHOLE);
    expect(await ended).toEqual({ code: 0, signal: null, stderr: '' });
  });

  it('is not read twice', () => {
    expect(place().bash('papers parse - /dev/stdin < dump.txt')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('given twice'),
    });
  });
});

where(HERE.linux, '/dev/stdout as the output file', () => {
  it('that is a file is written on, not replaced', () => {
    const { bash, read, added } = place();
    expect(bash('papers parse dump.txt -q -f jsonl -o /dev/stdout >> papers.jsonl').code).toBe(0);
    expect(read('papers.jsonl')).toBe(OLD + WHOLE);
    expect(added()).toEqual([]);
  });
});
