import { describe, expect, it } from 'vitest';
import { runIn } from '../helpers/harness.js';

/** A world in which the program does what it must not: the day is asked for while an input is read. */
const env = {
  get SOURCE_DATE_EPOCH(): string {
    throw new TypeError('x is not a function');
  },
};

describe('a mistake in the program', () => {
  it('is one line and a request', async () => {
    const { code, stderr } = await runIn(['parse', 'fixtures/daily-papers.txt', '-f', 'csv'], { env });
    expect(code).toBe(3);
    expect(stderr).toBe('papers: this is a bug in papers, please report it: x is not a function\n');
  });

  it('shows where it happened only with --verbose', async () => {
    const { stderr } = await runIn(['parse', 'fixtures/daily-papers.txt', '-f', 'csv', '-v'], { env });
    expect(stderr).toContain('failure.test.ts');
  });
});
