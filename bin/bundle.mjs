// Makes one minified CommonJS file of the command: the fastest to start. What a run may not need stays beside it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parseSync } from 'oxc-parser';

const LAZY = [
  'chalk',
  'cheerio/slim',
  'csv-parse',
  'csv-stringify/sync',
  'htmlparser2',
  'postal-mime',
  'string-width',
];
const fileOf = (name) => name.replaceAll('/', '-');

const options = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.18',
  supported: {
    // A require is faster than an import: 5 ms for chalk, 10 with import().
    'dynamic-import': false,
    // Without it, esbuild makes `new RegExp(…)` of each `/\p{L}/u`: anew at every use.
    'regexp-unicode-property-escapes': true,
  },
  outdir: 'dist/bundle',
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
};

/**
 * `import('cheerio/slim')` loads the file beside the bundle, and only then. Its names are those that Node's own import
 * gives: left to itself, esbuild takes all that a required file exports for its `default`.
 */
const lazy = {
  name: 'lazy',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && LAZY.includes(path) ? { path, namespace: 'lazy' } : undefined,
    );
    onResolve({ filter: /./, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'lazy' }, async ({ path }) => {
      const names = Object.keys(await import(path));
      const given = names.map((name) =>
        name === 'default' ? 'export default it.default;' : `export const ${name} = it.${name};`,
      );
      return { contents: `const it = require('./${fileOf(path)}.cjs');${given.join('')}` };
    });
  },
};

/** commander loads child_process for commands that are separate programs: ours are not, and it costs 5 ms. */
const noChildProcess = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const eachChild = (node, visit) => {
  for (const child of Object.values(node).flat()) if (typeof child?.type === 'string') visit(child);
};

/** The text with each stretch `[from, to, instead]` replaced. */
const changed = (text, changes) => {
  let out = '';
  let at = 0;
  for (const [from, to, instead] of changes.toSorted(([one], [other]) => one - other)) {
    if (from < at) throw new Error(`bundle: two changes overlap at ${from}`);
    out += text.slice(at, from) + instead;
    at = to;
  }
  return out + text.slice(at);
};

/** Whether it is a regular expression, written as one or put together. */
const isRegex = (node) =>
  node?.regex !== undefined || (node?.type === 'NewExpression' && node.callee.name === 'RegExp');

/**
 * A module's own regular expressions are made at their first use: most runs use a third of them, and V8 reads each one
 * when it is made. `const WORD = /…/u;` becomes `let WORD;`, and `WORD` elsewhere in its file `(WORD ??= /…/u)`.
 */
const lateRegexes = {
  name: 'late-regexes',
  setup({ onLoad }) {
    onLoad({ filter: /dist\/.*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const { program } = parseSync(path, text);
      const late = program.body.filter(
        ({ kind, declarations }) =>
          kind === 'const' && declarations.length === 1 && isRegex(declarations[0].init),
      );
      const made = new Map(
        late.map(({ declarations: [{ id, init }] }) => [id.name, text.slice(init.start, init.end)]),
      );
      const changes = late.map(({ start, end, declarations: [{ id }] }) => [start, end, `let ${id.name};`]);
      const visit = (node, isName) => {
        if (late.includes(node)) return;
        if (node.type === 'Identifier' && made.has(node.name) && !isName)
          changes.push([node.start, node.end, `(${node.name} ??= ${made.get(node.name)})`]);
        eachChild(node, (child) =>
          visit(child, !node.computed && (child === node.property || child === node.key)),
        );
      };
      visit(program);
      return { contents: changed(text, changes) };
    });
  },
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist/bundle', { recursive: true, force: true });
await build({
  ...options,
  entryPoints: { papers: 'dist/cli/main.js' },
  plugins: [lazy, noChildProcess, lateRegexes],
  define: { BUNDLED_VERSION: JSON.stringify(version) },
  // With a version given, the line that reads package.json by it never runs.
  logOverride: { 'empty-import-meta': 'silent' },
});
await build({ ...options, entryPoints: Object.fromEntries(LAZY.map((name) => [fileOf(name), name])) });

/** esbuild leaves letters beyond ASCII in regular expressions; one of them makes V8 hold all of the text twice as wide. */
const bundle = 'dist/bundle/papers.cjs';
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
writeFileSync(bundle, readFileSync(bundle, 'utf8').replace(/[\u0080-\uffff]/g, escaped));

/** The offsets at which the functions begin that a usual run calls, from V8's coverage. */
const calledFunctions = () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  const env = { ...process.env, NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: '1' };
  execFileSync(process.execPath, ['bin/papers.js', 'parse', 'fixtures/daily-papers.txt'], {
    env,
    stdio: 'ignore',
  });
  const scripts = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file))).result);
  rmSync(folder, { recursive: true });
  const { functions } = scripts.find(({ url }) => url.endsWith(bundle));
  // The first range of a function is all of it.
  const called = functions.map(({ ranges: [whole] }) => whole).filter(({ count }) => count > 0);
  return new Set(called.map(({ startOffset }) => startOffset));
};

/**
 * V8 compiles a function in parentheses together with the script, any other when it is first called. Node's compile
 * cache keeps only the first kind, so the functions that a usual run calls are put in parentheses. That goes for arrow
 * functions that are not async, and for function expressions: what can be written as one is. (Methods of classes cannot.)
 */
const text = readFileSync(bundle, 'utf8');
const { program } = parseSync(bundle, text);
const called = calledFunctions();
/** Where each replaced stretch begins and ends, and what comes there instead. */
const changes = [];
const enclose = (from, to, before, end, after = ')') => changes.push([from, to, before], [end, end, after]);
const word = ({ async, generator }) => `${async ? 'async ' : ''}function${generator ? '*' : ''}`;
/** Whether it means the same as a function expression: `this` would be another there. */
const hasNoThis = ({ start, end }) => !/\b(?:this|arguments|super)\b/.test(text.slice(start, end));

const encloseBy = {
  ArrowFunctionExpression(node) {
    const { start, end, async, params, body } = node;
    if (!called.has(start)) return;
    if (!async) enclose(start, start, '(', end);
    else if (body.type === 'BlockStatement' && hasNoThis(node)) {
      const names = params.length === 0 ? '' : text.slice(params[0].start, params.at(-1).end);
      enclose(start, body.start, `(async function(${names})`, end);
    }
  },
  Property({ start, key, method, computed, value }) {
    if (!method || computed || !called.has(start) || !hasNoThis(value)) return;
    enclose(start, value.start, `${text.slice(key.start, key.end)}:(${word(value)}`, value.end);
  },
};
const visit = (node) => {
  encloseBy[node.type]?.(node);
  eachChild(node, visit);
};
visit(program);
// Unlike a declaration, a variable has no value above its line: a bundle that needs one there fails in every run.
for (const node of program.body)
  if (node.type === 'FunctionDeclaration' && called.has(node.start))
    enclose(node.start, node.id.end, `var ${node.id.name}=(${word(node)}`, node.end, ');');

writeFileSync(bundle, changed(text, changes));
