import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { RUNS } from './helpers/runs.js';

/** The tests of the stages. They change nothing that another file sees, so each worker loads what they test once. */
const STAGES = ['input', 'fields', 'readers', 'settle', 'select', 'stats', 'compare', 'writers', 'cli'];
const UNITS = STAGES.map((stage) => `test/${stage}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 120_000 * RUNS,
    hookTimeout: 120_000,
    // Vitest would leave one core free: half of them where there are two.
    maxWorkers: availableParallelism(),
    maxConcurrency: 2,
    setupFiles: ['test/helpers/setup.ts'],
    projects: [
      { extends: true, test: { name: 'units', include: UNITS, isolate: false } },
      { extends: true, test: { name: 'whole', exclude: [...configDefaults.exclude, ...UNITS] } },
    ],
  },
});
