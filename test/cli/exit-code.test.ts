import { describe, expect, it } from 'vitest';
import { exitCode, type RunOutcome } from '../../src/cli/gates.js';

const fine: RunOutcome = { closedPipe: false, ioFailures: 0, errors: 0, strictWarnings: 0 };

describe('exitCode', () => {
  it.each<[string, Partial<RunOutcome>, number, number]>([
    ['nothing wrong', {}, 0, 0],
    ['an error', { errors: 1 }, 0, 1],
    ['as many errors as are tolerated', { errors: 2 }, 2, 0],
    ['one error more than is tolerated', { errors: 3 }, 2, 1],
    ['a warning under --strict', { strictWarnings: 1 }, 5, 1],
    ['an input that cannot be read', { ioFailures: 1 }, 0, 3],
    ['unreadable beats bad data', { ioFailures: 1, errors: 1 }, 0, 3],
    ['a closed pipe beats all', { closedPipe: true, ioFailures: 1, errors: 1 }, 0, 0],
  ])('%s', (_, outcome, maxErrors, code) => {
    expect(exitCode({ ...fine, ...outcome }, maxErrors)).toBe(code);
  });
});
