/** What a source holds. Bytes may be in any encoding; a string is taken as it is. */
export type Data = string | Uint8Array | AsyncIterable<Uint8Array>;

/** The bytes of a source in chunks, whatever form it has them in. */
async function* chunksOf(data: Data): AsyncGenerator<Uint8Array> {
  if (typeof data === 'string') yield Buffer.from(data);
  else if (data instanceof Uint8Array) yield data;
  else
    for await (const chunk of data) {
      if (!(chunk instanceof Uint8Array)) {
        throw new TypeError(
          `a source gives bytes (Uint8Array), not ${typeof chunk}; open the stream without an encoding`,
        );
      }
      yield chunk;
    }
}

/** A source of which the beginning is known. */
export interface Peeked {
  head: Uint8Array;
  /** All its bytes from a place in the head on, once; the source is closed behind them. */
  from(offset: number): AsyncGenerator<Uint8Array>;
  bytesRead(): number;
  /** Closes the source without reading on. */
  close(): Promise<unknown>;
}

/** Reads the beginning of a source: at least that many bytes, or all it has. */
export const peek = async (data: Data, least: number): Promise<Peeked> => {
  const source = chunksOf(data);
  const taken: Uint8Array[] = [];
  let bytesRead = 0;
  let ended = false;
  while (!ended && bytesRead < least) {
    const next = await source.next();
    if (next.done) ended = true;
    else {
      taken.push(next.value);
      bytesRead += next.value.length;
    }
  }
  const head = taken.length === 1 ? (taken[0] as Uint8Array) : Buffer.concat(taken);
  const close = () => source.return(undefined);
  return {
    head,
    async *from(offset) {
      try {
        yield head.subarray(offset);
        while (!ended) {
          const next = await source.next();
          if (next.done) return;
          bytesRead += next.value.length;
          yield next.value;
        }
      } finally {
        await close();
      }
    },
    bytesRead: () => bytesRead,
    close,
  };
};
