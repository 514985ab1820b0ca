import { expect, it } from 'vitest';
import { HERE, where } from '../helpers/here.js';
import { place, WHOLE } from './place.js';

const SUMMARY = 'dump.txt: 48 papers (text), 395 lines, 0 unrecognised; not shown: upvotes, arXiv ids\n';

// Node opens /dev/null in the place of a standard stream that is closed.
where(HERE.bash, 'a closed stream', () => {
  it.each([
    'parse dump.txt -q',
    'check dump.txt',
    'stats dump.txt',
    'diff dump.txt dump.txt -q',
    'schema',
    '--help',
  ])('stdout is like /dev/null to `papers %s`', (args) =>
    expect(place().bash(`papers ${args} >&-`)).toEqual({ code: 0, stdout: '', stderr: '' }),
  );

  it('stdout does not keep the output file from being written', () => {
    const { bash, read, added } = place();
    expect(bash('papers parse dump.txt -o papers.jsonl >&-')).toEqual({
      code: 0,
      stdout: '',
      stderr: SUMMARY,
    });
    expect(read('papers.jsonl')).toBe(WHOLE);
    expect(added()).toEqual([]);
  });

  it('stderr keeps no record from stdout, and messages out of it', () => {
    expect(place().bash('papers parse dump.txt -f jsonl 2>&-')).toEqual({
      code: 0,
      stdout: WHOLE,
      stderr: '',
    });
  });

  it('stderr keeps the exit code', () => {
    const { bash } = place();
    expect(bash('papers parse gone.txt 2>&-').code).toBe(3);
    expect(bash('papers parse dump.txt -f nothing 2>&-').code).toBe(2);
    expect(bash('papers parse dump.txt --min-papers 99 -o new.json 2>&-').code).toBe(1);
  });

  it('stdin is empty', () => {
    expect(place().bash('papers parse - -f jsonl <&-')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('<stdin>: error: the input is empty [no-papers]\n'),
    });
  });

  it('of every kind leaves the output file whole, and never takes its place', () => {
    const { bash, read, added } = place();
    expect(bash('papers parse dump.txt -v -o papers.jsonl <&- >&- 2>&-').code).toBe(0);
    expect(read('papers.jsonl')).toBe(WHOLE);
    expect(added()).toEqual([]);
  });
});

where(HERE.bash, 'a reader that goes away', () => {
  it('of the messages keeps no record from stdout', () => {
    const { bash } = place();
    expect(bash('{ papers parse dump.txt -v -f jsonl 2>&1 >&3 | :; } 3>&1').stdout).toBe(WHOLE);
  });
});
