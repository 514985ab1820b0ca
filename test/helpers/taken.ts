import type { Readable } from 'node:stream';

/** All that was written to a stream since the last look; from Node 26 on, `read` gives one piece at a time. */
export const taken = (stream: Readable): string => {
  let text = '';
  for (let piece = stream.read(); piece !== null; piece = stream.read()) text += piece;
  return text;
};
