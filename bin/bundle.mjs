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

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');

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

/** A regular expression, as a literal or as `new RegExp(…)`. */
const isRegex = (node) =>
  node?.regex !== undefined || (node?.type === 'NewExpression' && node.callee.name === 'RegExp');

/**
 * Regular expressions are made at their first use, and from texts: most runs use a third of them, and V8 reads a literal
 * each time it reads the function around it, even just to skip it. `const WORD = /…/u;` becomes `let WORD;`, and `WORD`
 * elsewhere in its file `(WORD ??= new RegExp("…","u"))`. One inside of a function gets a name of its own, unless it keeps
 * the place where it stopped (`g`, `y`).
 */
const lateRegexes = {
  name: 'late-regexes',
  setup({ onLoad }) {
    onLoad({ filter: /dist\/.*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const { program } = parseSync(path, text);
      const making = ({ regex, start, end }) =>
        regex === undefined
          ? text.slice(start, end)
          : `new RegExp(${JSON.stringify(regex.pattern)},${JSON.stringify(regex.flags)})`;
      const declared = program.body.filter(
        ({ kind, declarations }) =>
          kind === 'const' && declarations.length === 1 && isRegex(declarations[0].init),
      );
      const made = new Map(declared.map(({ declarations: [{ id, init }] }) => [id.name, making(init)]));
      const changes = declared.map(({ start, end }) => [start, end, '']);
      const use = ({ start, end }, name) => changes.push([start, end, `(${name} ??= ${made.get(name)})`]);
      const visit = (node, isName) => {
        if (declared.includes(node)) return;
        if (node.type === 'Identifier' && made.has(node.name) && !isName) use(node, node.name);
        if (node.regex !== undefined && !/[gy]/.test(node.regex.flags)) {
          const name = `late${node.start}`;
          made.set(name, making(node));
          use(node, name);
        }
        for (const child of childrenOf(node))
          visit(child, !node.computed && (child === node.property || child === node.key));
      };
      visit(program);
      const head = made.size > 0 ? `let ${[...made.keys()]};` : '';
      return { contents: head + changed(text, changes) };
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

/** Where the functions that a usual run calls begin, as offsets, from V8's coverage. */
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
 * V8 compiles a function in parentheses together with the script, any other when it is first called: it has read that one
 * twice then, and Node's compile cache does not keep it. So the functions that a usual run calls are put in parentheses.
 * Node 20 knows only function expressions in them: what can be written as one is. (Methods of classes cannot.)
 */
const text = readFileSync(bundle, 'utf8');
const { program } = parseSync(bundle, text);
const called = calledFunctions();
/** Where each replaced stretch begins and ends, and what comes there instead. */
const changes = [];
const word = ({ async, generator }) => `${async ? 'async ' : ''}function${generator ? '*' : ''}`;
/** Whether the words have another meaning in a function of its own: `this`, `super`, `arguments`, `new.target`. */
const isOfFunction = ({ type, name }) =>
  /^(?:ThisExpression|Super|MetaProperty)$/.test(type) || (type === 'Identifier' && name === 'arguments');
const hasItsOwn = ({ type }) => /^(?:FunctionExpression|FunctionDeclaration|ClassBody)$/.test(type);
/** Whether it means the same as a function expression. */
const isFree = (node) =>
  !isOfFunction(node) && childrenOf(node).every((child) => hasItsOwn(child) || isFree(child));

/** Changes the beginning of a function that is called, and gives what comes behind its end. */
const encloseBy = {
  ArrowFunctionExpression(node) {
    const { start, async, params, body } = node;
    if (!called.has(start)) return '';
    if (!isFree(node)) {
      if (!async) changes.push([start, start, '(']);
      return async ? '' : ')';
    }
    const names = params.length === 0 ? '' : text.slice(params[0].start, params.at(-1).end);
    const hasBlock = body.type === 'BlockStatement';
    changes.push([start, body.start, `(${word(node)}(${names})${hasBlock ? '' : '{return '}`]);
    return hasBlock ? ')' : '})';
  },
  Property({ start, key, method, computed, value }) {
    if (!method || computed || !called.has(start) || !isFree(value)) return '';
    changes.push([start, value.start, `${text.slice(key.start, key.end)}:(${word(value)}`]);
    return ')';
  },
  FunctionDeclaration(node) {
    // Unlike a declaration, a variable has no value above its line: a bundle that needs one there fails in every run.
    if (!program.body.includes(node) || !called.has(node.start)) return '';
    changes.push([node.start, node.id.end, `var ${node.id.name}=(${word(node)}`]);
    return ');';
  },
};
const visit = (node) => {
  const behind = encloseBy[node.type]?.(node) ?? '';
  childrenOf(node).forEach(visit);
  if (behind !== '') changes.push([node.end, node.end, behind]);
};
visit(program);

writeFileSync(bundle, changed(text, changes));
