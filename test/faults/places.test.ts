import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMMAND } from '../helpers/built.js';
import { HERE, where } from '../helpers/here.js';
import { OLD, place, WHOLE } from './place.js';

/** Whom permissions bind: root they do not, so root becomes nobody. */
const BOUND = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const canRun = spawnSync(process.execPath, [COMMAND, '--version'], BOUND).status === 0;
const unbound = canRun ? null : 'a user who is bound by permissions cannot run node or this checkout';

const READ_ONLY = 0o555;
const WRITABLE = 0o777;

where(HERE.bash ?? unbound, 'without the right to write', () => {
  it('a new file is not made in a read-only folder', () => {
    const { cwd, bash, added } = place();
    chmodSync(cwd, READ_ONLY);
    expect(bash('papers parse dump.txt -o new.json', BOUND)).toEqual({
      code: 3,
      stdout: '',
      stderr: 'papers: cannot write new.json: permission denied (EACCES)\n',
    });
    expect(added()).toEqual([]);
  });

  it('a file in a read-only folder is not replaced, though it is writable itself', () => {
    const { cwd, at, bash, read } = place();
    chmodSync(at('papers.jsonl'), WRITABLE);
    chmodSync(cwd, READ_ONLY);
    expect(bash('papers parse dump.txt -o papers.jsonl', BOUND)).toMatchObject({
      code: 3,
      stderr: 'papers: cannot write papers.jsonl: permission denied (EACCES)\n',
    });
    expect(read('papers.jsonl')).toBe(OLD);
  });

  it('a read-only file is not replaced, though its folder is writable', () => {
    const { cwd, at, bash, read, added } = place();
    chmodSync(at('papers.jsonl'), 0o444);
    chmodSync(cwd, WRITABLE);
    expect(bash('papers parse dump.txt -o papers.jsonl', BOUND)).toMatchObject({
      code: 3,
      stderr: 'papers: cannot write papers.jsonl: permission denied (EACCES)\n',
    });
    expect(read('papers.jsonl')).toBe(OLD);
    expect(added()).toEqual([]);
  });

  it('nor the right to read, an input is named and the others are read', () => {
    const { cwd, at, bash } = place();
    chmodSync(cwd, READ_ONLY);
    chmodSync(at('papers.jsonl'), 0);
    expect(bash('papers parse papers.jsonl dump.txt -q -f jsonl', BOUND)).toEqual({
      code: 3,
      stdout: WHOLE,
      stderr: 'papers: cannot read papers.jsonl: permission denied (EACCES)\n',
    });
  });
});

where(HERE.mounts, 'on a read-only file system', () => {
  it.each(['papers.jsonl', 'new.jsonl'])('%s is not written', (name) => {
    const script = `mount -t tmpfs tmpfs disk; cp papers.jsonl disk; mount -o remount,bind,ro disk
      papers parse dump.txt -o disk/${name}; echo "exit $?"; ls -A disk; cat disk/papers.jsonl`;
    const { stdout, stderr } = place().bash(
      `mkdir disk; unshare --map-root-user --mount bash -c '${script}'`,
    );
    expect(stdout).toBe(`exit 3\npapers.jsonl\n${OLD}`);
    expect(stderr).toMatch(
      new RegExp(`^papers: cannot write disk/${name}: the file system is read-only \\(EROFS\\)\n`),
    );
  });
});

where(HERE.bash, 'a symbolic link as the output file', () => {
  it('stays, and what it leads to is replaced', () => {
    const { at, bash, read, added } = place();
    symlinkSync('papers.jsonl', at('link.jsonl'));
    expect(bash('papers parse dump.txt -o link.jsonl').code).toBe(0);
    expect(readlinkSync(at('link.jsonl'))).toBe('papers.jsonl');
    expect(read('papers.jsonl')).toBe(WHOLE);
    expect(added()).toEqual(['link.jsonl']);
  });

  it('leads on from the folder that it really stands in', () => {
    const { at, bash, read } = place();
    mkdirSync(at('real/deep'), { recursive: true });
    mkdirSync(at('short'));
    symlinkSync('../real/deep', at('short/cut'));
    symlinkSync('../new.jsonl', at('real/deep/link.jsonl'));
    expect(bash('papers parse dump.txt -o short/cut/link.jsonl').code).toBe(0);
    expect(read('real/new.jsonl')).toBe(WHOLE);
    expect(readdirSync(at('short'))).toEqual(['cut']);
    expect(lstatSync(at('real/deep/link.jsonl')).isSymbolicLink()).toBe(true);
  });

  it('that leads to itself is named', () => {
    const { at, bash } = place();
    symlinkSync('loop.jsonl', at('loop.jsonl'));
    expect(bash('papers parse dump.txt -o loop.jsonl')).toMatchObject({
      code: 3,
      stderr: 'papers: cannot write loop.jsonl: too many symbolic links (ELOOP)\n',
    });
  });

  it('that leads into a missing folder is named', () => {
    const { at, bash, added } = place();
    symlinkSync('missing/papers.jsonl', at('link.jsonl'));
    expect(bash('papers parse dump.txt -o link.jsonl')).toMatchObject({
      code: 3,
      stderr: 'papers: cannot write link.jsonl: no such file or directory (ENOENT)\n',
    });
    expect(added()).toEqual(['link.jsonl']);
  });
});

where(HERE.bash, 'an output file that is an input too', () => {
  it('is read to its end before it is replaced', () => {
    const { bash, read, added } = place();
    expect(bash('papers parse papers.jsonl dump.txt -q -o papers.jsonl').code).toBe(0);
    expect(read('papers.jsonl').split('\n')).toHaveLength(1 + WHOLE.split('\n').length);
    expect(read('papers.jsonl').endsWith(WHOLE)).toBe(true);
    expect(added()).toEqual([]);
  });
});
