import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** A regular expression and where in `src` it stands, as `file:line:column`. */
export interface Expression {
  place: string;
  source: string;
  flags: string;
}

/** The regular expressions of `src` as its syntax tree shows them. */
export interface Found {
  literals: Expression[];
  /** Where others are put together while the program runs: `new RegExp(…)`. */
  composed: string[];
  /** Where a method makes an expression out of a string: `text.match('…')`. */
  hidden: string[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const FROM_STRINGS = new Set(['match', 'matchAll', 'search']);

/** Files of `src`, relative to the project. */
const sources = (): string[] =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name))
    .sort();

/** `file:line:column` of an offset, as a stack trace gives it. */
const placeOf = (file: string, text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n');
  return `${file}:${before.length}:${(before.at(-1) as string).length + 1}`;
};

/** The regular expressions in the text of a file. */
export const findIn = (file: string, text: string): Found => {
  const found: Found = { literals: [], composed: [], hidden: [] };
  const at = ({ start }: { start: number }): string => placeOf(file, text, start);
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      found.literals.push({ place: at(node), source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp') found.composed.push(at(node));
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'RegExp') found.composed.push(at(node));
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const [given] = node.arguments;
      const isText = given?.type === 'TemplateLiteral' || (given?.type === 'Literal' && !('regex' in given));
      if (FROM_STRINGS.has(callee.property.name) && isText) found.hidden.push(at(node));
    },
  }).visit(parseSync(file, text).program);
  return found;
};

/** The regular expressions of `src`. */
export const find = (): Found => {
  const all = sources().map((file) => findIn(file, readFileSync(join(ROOT, file), 'utf8')));
  return {
    literals: all.flatMap(({ literals }) => literals),
    composed: all.flatMap(({ composed }) => composed),
    hidden: all.flatMap(({ hidden }) => hidden),
  };
};

/** Imports the modules and notes each expression that they put together meanwhile. */
export const compose = async (files: readonly string[]): Promise<Expression[]> => {
  const made: Expression[] = [];
  const Native = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const caller = new Error().stack?.split('\n').find((line) => line.includes(join(ROOT, 'src'))) ?? '';
    const place = /src\/[^:]+:\d+:\d+/.exec(caller)?.[0];
    if (place !== undefined) made.push({ place, source: expression.source, flags: expression.flags });
    return expression;
  };
  globalThis.RegExp = new Proxy(Native, {
    construct: (_, given, target) => note(Reflect.construct(Native, given, target) as RegExp),
    apply: (_, that, given) => note(Reflect.apply(Native, that, given) as RegExp),
  });
  try {
    for (const file of files) await import(join(ROOT, file));
  } finally {
    globalThis.RegExp = Native;
  }
  return made;
};
