import { join } from 'node:path';
import { configDefaults, mergeConfig } from 'vitest/config';
import base from '../vitest.config.js';

const DIST = join(import.meta.dirname, '..', '..', 'dist');

/** The same tests with what was built in the place of `src`. */
export default mergeConfig(base, {
  resolve: { alias: [{ find: /^(?:\.\.\/)+src\/(.*)$/, replacement: `${DIST}/$1` }] },
  // They look at the sources, not at what was built, with a parser that needs Node 20.19.
  test: { exclude: [...configDefaults.exclude, 'test/hostile/regex.test.ts'] },
});
