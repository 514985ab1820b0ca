import { parentPort, workerData } from 'node:worker_threads';
import { seeded } from '../helpers/random.js';
import { openCoverage } from './coverage.js';
import { minimise } from './minimise.js';
import { mutate } from './mutate.js';
import { type Given, LENGTH, STOP, sharedIn, type Told, TRIED } from './shared.js';
import { tryInput } from './target.js';
import { readTokens } from './tokens.js';

/** Inputs that are tried together. */
const TOGETHER = 16;
/** Of these groups, how many lie between two words about how far it is. */
const TELL_EVERY = 50;

const { buffer, corpus, seed }: Given = workerData;
const { numbers, input } = sharedIn(buffer);
const random = seeded(seed);
const tokens = readTokens();
/** Most of the command depends on its arguments, which do not change. */
const coverage = openCoverage((url) => /\/papers-fuzz\/src\/(?!cli\/)/.test(url));
const known = new Set<string>();

const tell = (told: Told): void => parentPort?.postMessage(told);

/** Why the input breaks a promise, in words that are the same for the same break; `null` if it does not. */
const whyBroken = async (text: string): Promise<string | null> => {
  const bytes = Buffer.from(text, 'latin1');
  input.set(bytes);
  Atomics.store(numbers, LENGTH, bytes.length);
  Atomics.add(numbers, TRIED, 1);
  try {
    await tryInput(new Uint8Array(bytes));
    return null;
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const [place = ''] = /papers-fuzz\/(?:src|test)\/[\w./-]+:\d+/.exec(stack) ?? [];
    return `${message.split('\n', 1)[0]?.replace(/\d+/g, 'N').slice(0, 200)} (${place.replace('papers-fuzz/', '')})`;
  }
};

/** Tries an input; what breaks is told, and told again in its shortest form. */
const tryOne = async (text: string): Promise<void> => {
  const why = await whyBroken(text);
  if (why === null || known.has(why)) return;
  known.add(why);
  tell({ kind: 'broken', text, why });
  const least = await minimise(text, async (less) => (await whyBroken(less)) === why);
  tell({ kind: 'broken', text: least, why });
};

/** Tries several, because asking V8 what ran takes as long as a run; gives those that reached something new. */
const tryAll = async (texts: readonly string[]): Promise<string[]> => {
  for (const text of texts) await tryOne(text);
  const ran = coverage.take();
  const found: string[] = [];
  for (const text of coverage.isNew(ran) ? texts : []) {
    await tryOne(text);
    const again = coverage.take();
    if (coverage.isNew(again)) found.push(text);
    coverage.add(again);
  }
  coverage.add(ran);
  return found;
};

/** Of two the shorter: short inputs are quick, and say more about what was reached. */
const pickInput = (): string => {
  const [one, other] = [random.pick(corpus), random.pick(corpus)];
  return one.length < other.length || random.below(4) === 0 ? one : other;
};

const progress = (): void => tell({ kind: 'progress', corpus: corpus.length, reached: coverage.reached() });

for (let at = 0; at < corpus.length; at += TOGETHER) await tryAll(corpus.slice(at, at + TOGETHER));
progress();
for (let i = 1; Atomics.load(numbers, STOP) === 0; i++) {
  const texts = Array.from({ length: TOGETHER }, () =>
    mutate(pickInput(), random.pick(corpus), random, tokens),
  );
  for (const text of await tryAll(texts)) {
    corpus.push(text);
    tell({ kind: 'grown', text });
  }
  if (i % TELL_EVERY === 0) progress();
}
progress();
tell({ kind: 'done' });
