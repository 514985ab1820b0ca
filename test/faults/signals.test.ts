import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HERE, where } from '../helpers/here.js';
import { SEED } from '../helpers/read-case.js';
import { OLD, place, WHOLE } from './place.js';
import { reached, start } from './process.js';

const TEMPORARY = /^\.papers-[\da-f-]+\.tmp$/;

/** Pages that follow one another, over 1 MiB of text: the first are written while the input is still open. */
const TIMES = 40;
const PAGES = `${readFileSync(SEED, 'utf8')}\n`.repeat(TIMES);

/** The moments at which the signal comes, by the size of the temporary file. */
const MOMENTS = [
  ['as soon as the temporary file is there', 0],
  ['in the middle of writing', 1],
] as const;

/** Sends the signal to a run that has written at least so much and waits for more. */
const interrupted = async (signal: NodeJS.Signals, bytes: number) => {
  const here = place();
  const { child, ended } = start(['parse', '-', '-o', 'papers.jsonl'], here.cwd);
  child.stdin.write(PAGES);
  const isReached = () => here.added().some((name) => statSync(here.at(name)).size >= bytes);
  await reached(here.cwd, isReached, [ended]);
  child.kill(signal);
  return { ...here, ended: await ended };
};

where(HERE.bash, 'a run with an output file', () => {
  for (const [moment, bytes] of MOMENTS) {
    it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
      `dies of %s ${moment}, and leaves no trace`,
      async (signal) => {
        const { ended, read, added } = await interrupted(signal, bytes);
        expect(ended).toEqual({ code: null, signal, stderr: '' });
        expect(read('papers.jsonl')).toBe(OLD);
        expect(added()).toEqual([]);
      },
    );

    it(`that is killed ${moment} leaves the old file whole, and the next run works`, async () => {
      const { ended, read, added, bash } = await interrupted('SIGKILL', bytes);
      expect(ended.signal).toBe('SIGKILL');
      expect(read('papers.jsonl')).toBe(OLD);
      expect(added()).toEqual([expect.stringMatching(TEMPORARY)]);
      expect(bash('papers parse dump.txt -o papers.jsonl').code).toBe(0);
      expect(read('papers.jsonl')).toBe(WHOLE);
    });
  }
});

where(HERE.bash, 'two runs with one output file', () => {
  it('leave the whole result of one of them', async () => {
    const { cwd, read, added } = place();
    const texts = [readFileSync(SEED, 'utf8'), PAGES];
    const runs = texts.map(() => start(['parse', '-', '-q', '-o', 'both.jsonl'], cwd));
    await reached(
      cwd,
      () => added().length === 2,
      runs.map(({ ended }) => ended),
    );
    for (const [index, { child }] of runs.entries()) child.stdin.end(texts[index]);
    for (const { ended } of runs) expect(await ended).toEqual({ code: 0, signal: null, stderr: '' });
    expect(added()).toEqual(['both.jsonl']);
    expect([WHOLE, WHOLE.repeat(TIMES)]).toContain(read('both.jsonl'));
  });
});
