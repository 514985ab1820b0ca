import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { RUNS } from './helpers/runs.js';

/** Tests that change nothing that another file sees: each worker loads what they test once. */
const STAGES = ['input', 'fields', 'readers', 'settle', 'select', 'stats', 'compare', 'writers', 'cli'];
const PROMISES = ['properties', 'matrix', 'no-feed'];
const testsOf = (folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 120_000 * RUNS,
    hookTimeout: 120_000,
    // Vitest would leave one core free: half of them where there are two.
    maxWorkers: availableParallelism(),
    maxConcurrency: 2,
    setupFiles: ['test/helpers/setup.ts'],
    projects: [
      { extends: true, test: { name: 'units', include: testsOf(STAGES), isolate: false } },
      { extends: true, test: { name: 'promises', include: testsOf(PROMISES), isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          exclude: [...configDefaults.exclude, ...testsOf([...STAGES, ...PROMISES])],
        },
      },
    ],
  },
});
