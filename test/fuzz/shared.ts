/** What the two threads share: the input that is being tried, readable while its thread hangs. */
export interface Shared {
  /** Inputs tried so far, the length of the current one, and whether to stop. */
  numbers: Int32Array;
  input: Uint8Array;
}

export const TRIED = 0;
export const LENGTH = 1;
export const STOP = 2;

export const shareInput = (longest: number): SharedArrayBuffer => new SharedArrayBuffer(12 + longest);

export const sharedIn = (buffer: SharedArrayBuffer): Shared => ({
  numbers: new Int32Array(buffer, 0, 3),
  input: new Uint8Array(buffer, 12),
});

/** What the trying thread is given, and what it tells. */
export interface Given {
  buffer: SharedArrayBuffer;
  corpus: string[];
  seed: number;
}

export type Told =
  | { kind: 'grown'; text: string }
  | { kind: 'broken'; text: string; why: string }
  | { kind: 'progress'; corpus: number; reached: import('./coverage.js').Reached }
  | { kind: 'done' };
