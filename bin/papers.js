#!/usr/bin/env node
// Starts the bundle, on Node 22 and newer with V8's compile cache.
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { dirname, join } = require('node:path');

const home = dirname(__dirname);
const bundle = join(home, 'dist', 'bundle', 'papers.cjs');

if (existsSync(bundle)) {
  enableCompileCache?.();
  require(bundle);
} else {
  console.error(`papers: it is not built yet: run \`npm ci\` in ${home}`);
  process.exitCode = 3;
}
