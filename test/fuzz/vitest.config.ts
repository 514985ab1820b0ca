import { defineConfig } from 'vitest/config';

/** The loop runs as long as it is told to, and its words are shown while it does. */
export default defineConfig({
  test: { include: ['test/fuzz/fuzz.ts'], testTimeout: 0, disableConsoleIntercept: true },
});
