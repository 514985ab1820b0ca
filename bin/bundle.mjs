// Makes one minified CommonJS file of the command: the fastest to start. What a run may not need stays beside it.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const LAZY = ['chalk', 'cheerio/slim', 'csv-stringify/sync', 'htmlparser2', 'string-width'];
const fileOf = (name) => name.replaceAll('/', '-');

const options = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.18',
  // A require is faster than an import, and works from cached code.
  supported: { 'dynamic-import': false },
  outdir: 'dist/bundle',
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
};

/** `import('cheerio/slim')` loads the file beside the bundle, and only then. */
const lazy = {
  name: 'lazy',
  setup({ onResolve }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && LAZY.includes(path)
        ? { path: `./${fileOf(path)}.cjs`, external: true }
        : undefined,
    );
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

execFileSync('node', ['bin/make-cache.cjs', bundle, 'fixtures/daily-papers.txt'], { stdio: 'ignore' });
