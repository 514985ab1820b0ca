import { defineConfig } from 'vitest/config';
import { RUNS } from './helpers/runs.js';

export default defineConfig({
  test: {
    testTimeout: 120_000 * RUNS,
    hookTimeout: 120_000,
    maxConcurrency: 2,
    setupFiles: ['test/helpers/setup.ts'],
  },
});
