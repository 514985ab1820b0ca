import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { RUNS } from './helpers/runs.js';

/** Tests that change nothing that another file sees: each worker loads what they test once. */
const STAGES = ['input', 'fields', 'readers', 'settle', 'select', 'stats', 'compare', 'writers', 'cli'];
const PROMISES = ['properties', 'matrix', 'no-feed'];
const testsOf = (folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** What takes 25 seconds and more, the longest first: begun late, one of these would run while the other core has nothing to do. */
const LONGEST = [
  'hostile/bombs',
  'properties/large',
  'hostile/regex',
  'built/package',
  'matrix/programs',
  'properties/sample',
  'faults/formats',
  'hostile/endless',
  'properties/damage',
  'matrix/packages',
].map((name) => `/test/${name}.test.ts`);

/** The longest files first, and those of one project together: these share a worker. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? LONGEST.length : at;
    };
    return [...files].sort(
      (one, other) => place(one) - place(other) || one.project.name.localeCompare(other.project.name),
    );
  }
}

export default defineConfig({
  test: {
    testTimeout: 120_000 * RUNS,
    hookTimeout: 120_000,
    // Vitest would leave one core free: half of them where there are two.
    maxWorkers: availableParallelism(),
    maxConcurrency: 2,
    setupFiles: ['test/helpers/setup.ts'],
    sequence: { sequencer: LongestFirst },
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
