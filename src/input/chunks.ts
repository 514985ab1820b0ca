import type { Source } from '../options.js';

/** The bytes of a source in chunks, whatever form it has them in. */
export async function* chunksOf(data: Source['data']): AsyncGenerator<Uint8Array> {
  if (typeof data === 'string') yield Buffer.from(data);
  else if (data instanceof Uint8Array) yield data;
  else yield* data;
}
