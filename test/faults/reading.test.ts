import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { HERE, where } from '../helpers/here.js';
import { OLD, place, WHOLE } from './place.js';
import { start } from './process.js';

const EIO = 'device error (EIO)';
const TORN = `python3 ${join(import.meta.dirname, 'torn.py')}`;

where(HERE.linux, 'an input that cannot be read', () => {
  it.each([
    ['from its first byte', 'parse /proc/self/mem', `/proc/self/mem: ${EIO}`],
    ['because it is a folder', 'parse .', '.: is a directory (EISDIR); name the files in it: ./*'],
    ['because it is a folder as standard input', 'parse - < .', '<stdin>: is a directory (EISDIR)'],
    ['because it is open for writing only', 'parse - 0> new', '<stdin>: bad file descriptor, read (EBADF)'],
    ['because it is gone', 'parse gone.txt', 'gone.txt: no such file or directory (ENOENT)'],
    [
      'because its folder is a file',
      'parse dump.txt/x',
      'dump.txt/x: part of the path is not a directory (ENOTDIR)',
    ],
  ])('%s is named, and nothing else is said of it', (_, args, message) => {
    expect(place().bash(`papers ${args} -f jsonl`)).toEqual({
      code: 3,
      stdout: '',
      stderr: `papers: cannot read ${message}\n`,
    });
  });

  it('does not stop the others', () => {
    expect(place().bash('papers parse gone.txt /proc/self/mem . dump.txt -q -f jsonl')).toMatchObject({
      code: 3,
      stdout: WHOLE,
    });
  });
});

where(HERE.python, 'a read error midway', () => {
  it('is said, and keeps every paper that came before it', () => {
    const { code, stdout, stderr } = place().bash(`${TORN} dump.txt papers parse - -f jsonl`);
    expect(code).toBe(3);
    const [read, whole] = [stdout, WHOLE].map((text) => text.trimEnd().split('\n'));
    expect(read?.length).toBeGreaterThanOrEqual((whole?.length ?? 0) - 1);
    // The error may come inside of the last paper.
    const last = (read?.length ?? 0) - 1;
    expect(read?.slice(0, last)).toEqual(whole?.slice(0, last));
    expect(JSON.parse(read?.[last] ?? '').title).toBe(JSON.parse(whole?.[last] ?? '').title);
    if (read?.[last] !== whole?.[last]) expect(stderr).toContain('[entry-truncated]');
    expect(stderr).toContain(`papers: cannot read <stdin>: ${EIO}\n`);
  });

  it('leaves the output file as it was', () => {
    const { bash, read, added } = place();
    const { code, stderr } = bash(`${TORN} dump.txt papers parse - -o papers.jsonl`);
    expect(code).toBe(3);
    expect(stderr).toContain('papers.jsonl left as it was\n');
    expect(read('papers.jsonl')).toBe(OLD);
    expect(added()).toEqual([]);
  });
});

/** Far more than the command reads ahead while nobody takes its output. */
const COPIES = 80;

/** Changes the input of a run that has begun to write and waits until somebody reads on. */
const changed = async (change: (name: string, dump: string) => void) => {
  const { at, cwd, bash, read } = place();
  const dump = `${read('dump.txt')}\n`;
  writeFileSync(at('dump.txt'), dump.repeat(COPIES));
  const { child, ended } = start(['parse', 'dump.txt', '-f', 'jsonl'], cwd);
  await new Promise((resolve) => child.stdout.once('readable', resolve));
  change(at('dump.txt'), dump);
  const [stdout, { code, stderr }] = await Promise.all([text(child.stdout), ended]);
  /** The same from an input that stays as it is. */
  const of = (content: string): string => {
    writeFileSync(at('still.txt'), content);
    return bash('papers parse still.txt -q -f jsonl', { maxBuffer: 1e9 }).stdout;
  };
  return { code, stdout, stderr, dump, of };
};

where(HERE.bash, 'a file that changes while it is read', () => {
  it('and is cut in the middle of a paper gives what is left of it, and says so', async () => {
    let left = '';
    const { code, stdout, stderr, of } = await changed((name, dump) => {
      const whole = dump.repeat(COPIES / 2);
      left = whole.slice(0, whole.lastIndexOf('•') - 700);
      truncateSync(name, Buffer.byteLength(left));
    });
    expect(stdout === of(left)).toBe(true);
    expect(stderr).toContain('[entry-truncated]');
    expect(code).toBe(0);
  });

  it('and grows gives what was added too', async () => {
    const { code, stdout, dump, of } = await changed((name, added) => appendFileSync(name, added));
    expect(stdout === of(dump.repeat(COPIES + 1))).toBe(true);
    expect(code).toBe(0);
  });

  it('and is replaced gives the file that was opened', async () => {
    const { code, stdout, dump, of } = await changed((name) => {
      writeFileSync(`${name}.new`, 'Daily Papers\n');
      renameSync(`${name}.new`, name);
    });
    expect(stdout === of(dump.repeat(COPIES))).toBe(true);
    expect(code).toBe(0);
  });

  it('and turns into NUL bytes gives no paper that was not there, the last one cut', async () => {
    const { code, stdout, dump, of } = await changed((name, once) => {
      writeFileSync(name, Buffer.alloc(Buffer.byteLength(once) * COPIES), { flag: 'r+' });
    });
    const sound = stdout.slice(0, stdout.lastIndexOf('\n{'));
    expect(sound).not.toBe('');
    expect(of(dump.repeat(COPIES)).startsWith(sound)).toBe(true);
    expect(code).toBeLessThanOrEqual(1);
  });
});
