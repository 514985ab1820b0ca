#!/usr/bin/env node
// Starts the bundle with what V8 compiled of it before: by Node's own compile cache, or, before Node 22, by one that
// the build left beside it. Another build of Node may crash on such a cache, so it carries the mark of its binary.
const { readFileSync, statSync } = require('node:fs');
const { createRequire, enableCompileCache, wrap } = require('node:module');
const { dirname, join } = require('node:path');

const bundle = join(__dirname, '../dist/bundle/papers.cjs');

const readCache = () => {
  const mark = `${process.version}-${process.arch}-${statSync(process.execPath).size}`;
  try {
    return readFileSync(join(dirname(bundle), `papers-${mark}.cache`));
  } catch {
    return null;
  }
};

const cachedData = enableCompileCache ? null : readCache();
if (cachedData) {
  const { Script } = require('node:vm');
  const script = new Script(wrap(readFileSync(bundle, 'latin1')), { filename: bundle, cachedData });
  script.runInThisContext()({}, createRequire(bundle), {}, bundle, dirname(bundle));
} else {
  enableCompileCache?.();
  require(bundle);
}
