import { isMessage, LONGEST_HEADER, latin1, openMessage } from './mime.js';

/** Lines of a message are short; what is longer is taken in pieces of this size. */
const LONGEST_LINE = 1024 * 1024;
const MARK = [0xef, 0xbb, 0xbf];

async function* pagesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const message = openMessage();
  let held = '';
  for await (const chunk of chunks) {
    const bytes = latin1(chunk);
    const said: string[] = [];
    let from = 0;
    for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', from)) {
      said.push(message.take(held + bytes.slice(from, end + 1)));
      held = '';
      from = end + 1;
    }
    held += bytes.slice(from);
    if (held.length > LONGEST_LINE) {
      said.push(message.take(held));
      held = '';
    }
    yield Buffer.from(said.join(''), 'latin1');
  }
  yield Buffer.from(message.take(held) + message.end(), 'latin1');
}

/**
 * The pages inside of a message as bytes: browsers save a page with all that belongs to it as one (MHTML), and mails are
 * such. Anything else passes through untouched.
 */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  try {
    while (!ended && length < LONGEST_HEADER) {
      const next = await source.next();
      if (next.done) ended = true;
      else {
        taken.push(next.value);
        length += next.value.length;
      }
    }
    const head = taken.length === 1 ? (taken[0] as Uint8Array) : Buffer.concat(taken);
    const all = async function* (from: number): AsyncGenerator<Uint8Array> {
      yield head.subarray(from);
      for (let next = ended ? null : await source.next(); next && !next.done; next = await source.next())
        yield next.value;
    };
    const mark = MARK.every((byte, at) => head[at] === byte) ? MARK.length : 0;
    yield* isMessage(head.subarray(mark)) ? pagesOf(all(mark)) : all(0);
  } finally {
    await source.return?.(undefined);
  }
}
