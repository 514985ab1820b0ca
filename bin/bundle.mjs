// Makes one minified CommonJS file of the command: the fastest to start. What a run may not need stays beside it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

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
  // A require is faster than an import: 5 ms for chalk, 10 with import().
  supported: { 'dynamic-import': false },
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

/** commander loads child_process for commands that are programs of their own; there are none, and it costs 5 ms. */
const noChildProcess = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist/bundle', { recursive: true, force: true });
await build({
  ...options,
  entryPoints: { papers: 'dist/cli/main.js' },
  plugins: [lazy, noChildProcess],
  define: { BUNDLED_VERSION: JSON.stringify(version) },
  // It stands beside the version that takes its place.
  logOverride: { 'empty-import-meta': 'silent' },
});
await build({ ...options, entryPoints: Object.fromEntries(LAZY.map((name) => [fileOf(name), name])) });

/** esbuild leaves letters beyond ASCII in regular expressions; one of them makes V8 hold all of the text twice as wide. */
const bundle = 'dist/bundle/papers.cjs';
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
writeFileSync(bundle, readFileSync(bundle, 'utf8').replace(/[\u0080-\uffff]/g, escaped));
