import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** More has to be held than there is memory for. */
export class OutOfMemory extends Error {
  constructor(megabytes: number) {
    super(
      `out of memory: more than ${megabytes} MB of papers are held at once; ` +
        'read less at a time, or give it more, as in NODE_OPTIONS=--max-old-space-size=8192',
    );
  }
}

/** What V8's limit counts besides the part for what is held: room for new objects. */
const ROOM_FOR_NEW = 64 * 2 ** 20;
/** Beyond this part of its limit V8 may give up, and then it ends the process with a stack trace. */
const FULL = 0.8;

const isHeapFull = (): boolean => {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > FULL * (limit - ROOM_FOR_NEW);
};

let collectGarbage: (() => void) | undefined;

/**
 * Looks whether there is memory for going on. Only what is still in use counts, so a heap that looks full is cleaned
 * before it is called full.
 *
 * @throws OutOfMemory
 */
export const checkMemory = (): void => {
  if (!isHeapFull()) return;
  setFlagsFromString('--expose-gc');
  collectGarbage ??= runInNewContext('gc') as () => void;
  collectGarbage();
  if (isHeapFull()) throw new OutOfMemory(Math.round(getHeapStatistics().used_heap_size / 2 ** 20));
};
