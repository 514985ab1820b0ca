import type { ParseOptions, Source } from '../options.js';
import { peek } from './chunks.js';
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
  yield Buffer.from(message.take(held), 'latin1');
}

export interface Unpacked {
  bytes: AsyncIterable<Uint8Array>;
  /** They are what pages inside of a message hold. */
  isPage: boolean;
}

/**
 * Takes pages out of the message that they were saved in: browsers write a page with all that belongs to it as one
 * (MHTML), and mails are such. Anything else passes through untouched.
 */
export const unpack = async (data: Source['data'], asked: ParseOptions['inputFormat']): Promise<Unpacked> => {
  const { head, from } = await peek(data, LONGEST_HEADER);
  const mark = MARK.every((byte, at) => head[at] === byte) ? MARK.length : 0;
  const isPage = (asked ?? 'html') === 'html' && isMessage(head.subarray(mark));
  return { bytes: isPage ? pagesOf(from(mark)) : from(0), isPage };
};
