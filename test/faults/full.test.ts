import { expect, it } from 'vitest';
import { HERE, where } from '../helpers/here.js';
import { OLD, place, WHOLE } from './place.js';

const NO_SPACE = 'no space left on the device (ENOSPC)';
const TOO_LARGE = 'the file would be too large (EFBIG)';

where(HERE.linux, 'a full device', () => {
  it.each([
    'parse dump.txt',
    'check dump.txt',
    'stats dump.txt',
    'diff dump.txt dump.txt',
    'schema',
    '--help',
  ])('takes nothing of `papers %s`, which says so', (args) => {
    expect(place().bash(`papers ${args} > /dev/full`)).toEqual({
      code: 3,
      stdout: '',
      stderr: `papers: cannot write standard output: ${NO_SPACE}\n`,
    });
  });

  it('is named where it is the output file', () => {
    expect(place().bash('papers parse dump.txt -o /dev/full -f csv')).toMatchObject({
      code: 3,
      stderr: `papers: cannot write /dev/full: ${NO_SPACE}\n`,
    });
  });

  it('as stderr keeps no record from stdout, and fails the run', () => {
    const { code, stdout } = place().bash('papers parse dump.txt -f jsonl 2> /dev/full');
    expect(stdout).toBe(WHOLE);
    expect(code).toBe(3);
  });
});

/** A disk of 64 KiB, gone when the line of bash ends. */
const onSmallDisk = (line: string) =>
  `mkdir disk
   unshare --map-root-user --mount bash -c '
     mount -t tmpfs -o size=64k tmpfs disk
     cp papers.jsonl disk
     ${line}; echo "exit $?"; ls -A disk; cat disk/papers.jsonl'`;

where(HERE.mounts, 'a disk that fills up', () => {
  it('leaves the old file as it was', () => {
    const { stdout, stderr } = place().bash(onSmallDisk('papers parse dump.txt -o disk/papers.jsonl'));
    expect(stdout).toBe(`exit 3\npapers.jsonl\n${OLD}`);
    expect(stderr).toBe(
      `papers: cannot write disk/papers.jsonl: ${NO_SPACE}\ndisk/papers.jsonl left as it was\n`,
    );
  });

  it('has no place for a new file, which is then not there', () => {
    const { stdout, stderr } = place().bash(onSmallDisk('papers parse dump.txt -o disk/new.jsonl'));
    expect(stdout).toBe(`exit 3\npapers.jsonl\n${OLD}`);
    expect(stderr).toContain('disk/new.jsonl not written');
  });

  it('is said also where the shell writes the file', () => {
    const { stdout, stderr } = place().bash(
      onSmallDisk('papers parse dump.txt -f jsonl > disk/papers.jsonl'),
    );
    expect(stdout).toMatch(/^exit 3\n/);
    expect(stderr).toBe(`papers: cannot write standard output: ${NO_SPACE}\n`);
  });
});

const kibibytes = Math.floor(Buffer.byteLength(WHOLE) / 1024);

// The last one fails in the last of what is written: nothing comes after it that could fail.
where(HERE.bash, 'a limit on the size of files', () => {
  it.each([0, 1, 40, 65, kibibytes])('of %d KiB fails the run, and the old file stays', (limit) => {
    const { bash, read, added } = place();
    expect(bash(`ulimit -f ${limit}; papers parse dump.txt -o papers.jsonl`)).toEqual({
      code: 3,
      stdout: '',
      stderr: `papers: cannot write papers.jsonl: ${TOO_LARGE}\npapers.jsonl left as it was\n`,
    });
    expect(read('papers.jsonl')).toBe(OLD);
    expect(added()).toEqual([]);
  });

  it.each([0, 1, 40, 65, kibibytes])('of %d KiB fails the run that is redirected', (limit) => {
    const { bash, read } = place();
    expect(bash(`ulimit -f ${limit}; papers parse dump.txt -f jsonl > new.jsonl`)).toEqual({
      code: 3,
      stdout: '',
      stderr: `papers: cannot write standard output: ${TOO_LARGE}\n`,
    });
    expect(read('new.jsonl')).toBe(
      Buffer.from(WHOLE)
        .subarray(0, limit * 1024)
        .toString(),
    );
  });
});
