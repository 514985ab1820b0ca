import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';

interface Expression {
  place: string;
  source: string;
  flags: string;
}

const SRC = join(import.meta.dirname, '..', '..', 'src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
/** It makes an expression of what the user types. */
const GIVEN_BY_THE_USER = 'select/filter.ts';

const literals: Expression[] = [];
/** The files that put expressions together, `new RegExp(…)`, one entry for each. */
const composing: string[] = [];
for (const file of FILES) {
  const text = readFileSync(join(SRC, file), 'utf8');
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern: source, flags } = node.regex;
      literals.push({ place: `${file}:${text.slice(0, node.start).split('\n').length}`, source, flags });
    },
    NewExpression({ callee }) {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') composing.push(file);
    },
  }).visit(parseSync(file, text).program);
}
const composingAtStart = composing.filter((file) => file !== GIVEN_BY_THE_USER);

/** What the modules put together while they are imported. */
const composed: Expression[] = [];
const Native = globalThis.RegExp;
globalThis.RegExp = new Proxy(Native, {
  construct: (target, given) => {
    const made = Reflect.construct(target, given) as RegExp;
    const caller = new Error().stack?.split('\n')[2] ?? '';
    const place = caller.includes(SRC) ? caller.slice(caller.indexOf(SRC) + SRC.length + 1) : '';
    if (place !== '') composed.push({ place, source: made.source, flags: made.flags });
    return made;
  },
});
for (const file of new Set(composingAtStart)) await import(join(SRC, file));
globalThis.RegExp = Native;

/**
 * The checker searches where it thinks a proof too large, and a search takes seconds. Nearly all proofs that there are
 * take milliseconds.
 */
const BY_PROOF = { checker: 'automaton', timeout: 250 } as const;
/** On a slow machine the checker takes its own time limits for attacks that worked: a finding counts if its steps show it too. */
const BY_STEPS = {
  timeout: null,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
} as const;

/** What makes the expression take more steps than the text has characters, times a constant; `null` if nothing does. */
const attackOn = async (source: string, flags: string): Promise<string | null> => {
  const proof = await check(source, flags, BY_PROOF);
  if (proof.status === 'safe') return null;
  const first = await check(source, flags, { timeout: 60_000 });
  const result = first.status === 'safe' ? first : await check(source, flags, BY_STEPS);
  if (result.status === 'vulnerable') return `${result.complexity.summary}: ${result.attack.pattern}`;
  return result.status === 'safe' ? null : `not decided: ${JSON.stringify(result.error)}`;
};

/** What is written in several places is looked at once. */
const expressions = new Map(
  [...literals, ...composed].map((expression) => [`${expression.source}/${expression.flags}`, expression]),
);

describe('every regular expression of src takes as many steps as a text has characters, times a constant', () => {
  it.each([...expressions.values()])('$place /$source/$flags', async ({ source, flags }) => {
    expect(await attackOn(source, flags)).toBeNull();
  });

  it('also those that are put together at the start, all of which are seen', () => {
    expect(composed).toHaveLength(composingAtStart.length);
  });

  it.each([
    ['white space before an end', /\s+$/],
    ['two ways to part a line', /^(.*?x.*?)( *)(\d+)$/],
    ['a repetition in a repetition', /^(?:[.#][\w.#]*)+$/],
    ['an end that is missing', /<[^>]*>/],
  ])('and one that does not is found: %s', async (_, { source, flags }) => {
    expect(await attackOn(source, flags)).toMatch(/polynomial|exponential/);
  });
});
