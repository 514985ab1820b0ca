import { readFileSync } from 'node:fs';

/** Put in by the bundle: reading a file for it would be a good part of a short run. */
declare const BUNDLED_VERSION: string | undefined;

/** The version of this package. */
export const version = (): string =>
  typeof BUNDLED_VERSION === 'string'
    ? BUNDLED_VERSION
    : JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
