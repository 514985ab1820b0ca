// Starts the bundle with what V8 compiled of it before: by Node's own compile cache, or, before Node 22, by one that
// the build left beside it. Another build of Node may crash on such a cache, so it carries the mark of its binary.
const { existsSync, readFileSync, statSync } = require('node:fs');
const { enableCompileCache, wrap } = require('node:module');
const { join } = require('node:path');

const bundle = join(__dirname, 'papers.cjs');
const mark = `${process.version}-${process.arch}-${statSync(process.execPath).size}`;
const cache = join(__dirname, `papers-${mark}.cache`);

if (enableCompileCache) enableCompileCache();
if (enableCompileCache || !existsSync(cache)) require(bundle);
else {
  const { Script } = require('node:vm');
  const cachedData = readFileSync(cache);
  const script = new Script(wrap(readFileSync(bundle, 'utf8')), { filename: bundle, cachedData });
  script.runInThisContext()(exports, require, module, bundle, __dirname);
}
