import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMAND } from '../helpers/built.js';

const PASSES = join(COMMAND, '..', 'passes.mjs');
const SAMPLE = join(COMMAND, '..', '..', 'fixtures', 'daily-papers.txt');

it.each([
  ['lines', /^1 \+0 indent=0 "/],
  ['tokens', /^\d+ \+\d+ title|^\d+ \+\d+ text "/m],
  ['layout', /"kind": "search"/],
  ['labels', /^ +\d+ +1 title /m],
  ['entries', /^evidence \d+\.\d with its page: \{/],
])('the pass %s is printed', (pass, form) => {
  expect(execFileSync('node', [PASSES, SAMPLE, pass], { encoding: 'utf8' })).toMatch(form);
});
