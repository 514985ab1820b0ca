import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startingCorpus } from './corpus.js';
import type { Reached } from './coverage.js';
import { LONGEST } from './mutate.js';
import { LENGTH, STOP, sharedIn, shareInput, type Told, TRIED } from './shared.js';
import { tryInput } from './target.js';

/** An input of 64 KiB is tried in a fraction of a second; one that takes so long, or so much, is a finding. */
const HANG_SECONDS = 20;
const MOST_MEGABYTES = 512;
const USAGE = 'usage: npm run fuzz -- <minutes>, or a file that is to be tried again\n';

const percent = (part: number, all: number): string => `${((100 * part) / Math.max(all, 1)).toFixed(1)} %`;

const fileOf = (url: string): string => url.replace(/^.*\/papers-fuzz\//, '');

const coverageWords = ({ functions, allFunctions, characters, allCharacters }: Reached): string =>
  `${functions} of ${allFunctions} functions, ${percent(characters, allCharacters)} of the code of src, its cli left out`;

/** Keeps what was found: a file and a line for each, said at once. */
const openFindings = () => {
  const found = new Map<string, string>();
  let folder: string | null = null;
  return {
    found,
    add(why: string, bytes: Uint8Array): void {
      folder ??= mkdtempSync(join(tmpdir(), 'papers-fuzz-'));
      const file = found.get(why) ?? join(folder, `${found.size + 1}`);
      if (!found.has(why)) process.stdout.write(`found: ${why}\n  npm run fuzz -- ${file}\n`);
      found.set(why, file);
      writeFileSync(file, bytes);
    },
  };
};

const tryAgain = async (file: string): Promise<number> => {
  try {
    await tryInput(new Uint8Array(readFileSync(file)));
    process.stdout.write('keeps every promise\n');
    return 0;
  } catch (error) {
    process.stdout.write(`${(error as Error).stack}\n`);
    return 1;
  }
};

const fuzz = async (minutes: number): Promise<number> => {
  const corpus = await startingCorpus();
  const findings = openFindings();
  const started = Date.now();
  const end = started + minutes * 60_000;
  let seed = Number(process.env.SEED ?? started % 1_000_000);
  let tried = 0;
  let reached: Reached | null = null;
  process.stdout.write(`SEED=${seed}, ${corpus.length} inputs to start from\n`);

  /** One thread that tries inputs, until it ends, hangs or dies. */
  const run = (): Promise<void> =>
    new Promise((resolve) => {
      const buffer = shareInput(LONGEST);
      const { numbers, input } = sharedIn(buffer);
      const current = (): Uint8Array => input.slice(0, Atomics.load(numbers, LENGTH));
      const worker = new Worker(new URL('./worker.js', import.meta.url), {
        workerData: { buffer, corpus, seed: seed++ },
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      });
      let explained = false;
      const explain = (why: string): void => {
        explained = true;
        findings.add(why, current());
      };
      let last = 0;
      let still = 0;
      const clock = setInterval(() => {
        const now = Atomics.load(numbers, TRIED);
        still = now === last ? still + 1 : 0;
        last = now;
        if (Date.now() >= end) Atomics.store(numbers, STOP, 1);
        if (still < HANG_SECONDS) return;
        explain(`no end within ${HANG_SECONDS} seconds`);
        void worker.terminate();
      }, 1000);
      worker.on('message', (told: Told) => {
        if (told.kind === 'grown') corpus.push(told.text);
        if (told.kind === 'progress') reached = told.reached;
        if (told.kind === 'broken') findings.add(told.why, Buffer.from(told.text, 'latin1'));
      });
      worker.on('error', (error) => explain(`thread ended: ${error.message}`));
      worker.on('exit', (code) => {
        clearInterval(clock);
        // A promise that nothing will ever settle ends the thread too.
        if (code !== 0 && !explained) explain(`thread ended with ${code}`);
        tried += Atomics.load(numbers, TRIED);
        resolve();
      });
    });

  while (Date.now() < end) await run();

  const seconds = (Date.now() - started) / 1000;
  process.stdout.write(
    `${tried} inputs in ${Math.round(seconds)} s, ${Math.round(tried / seconds)} a second; corpus ${corpus.length}\n`,
  );
  if (reached) {
    process.stdout.write(`reached: ${coverageWords(reached)}\n`);
    const { rest } = reached as Reached;
    for (const [file, characters] of rest.slice(0, 10))
      process.stdout.write(`  not reached: ${characters} characters of ${fileOf(file)}\n`);
  }
  process.stdout.write(`${findings.found.size} findings\n`);
  for (const [why, file] of findings.found) process.stdout.write(`${why}\n  npm run fuzz -- ${file}\n`);
  return findings.found.size === 0 ? 0 : 1;
};

/** Takes the arguments of the command; gives its exit code. */
export const main = async ([argument = '', ...more]: readonly string[]): Promise<number> => {
  if (argument === '' || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const minutes = Number(argument);
  return Number.isNaN(minutes) ? tryAgain(argument) : fuzz(minutes);
};
