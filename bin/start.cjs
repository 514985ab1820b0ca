// Starts the bundle with what V8 compiled of it before: by Node's own compile cache, or, before Node 22, by the one
// that the build left beside it. V8 refuses a cache that another version made, and then compiles as ever.
const { enableCompileCache, wrap } = require('node:module');
const { join } = require('node:path');

const bundle = join(__dirname, 'papers.cjs');

const startWithCache = () => {
  const { readFileSync } = require('node:fs');
  const { Script } = require('node:vm');
  const cachedData = readFileSync(join(__dirname, 'papers.cache'));
  const script = new Script(wrap(readFileSync(bundle, 'utf8')), { filename: bundle, cachedData });
  script.runInThisContext()(exports, require, module, bundle, __dirname);
};

if (enableCompileCache) {
  enableCompileCache();
  require(bundle);
} else if (require('node:fs').existsSync(join(__dirname, 'papers.cache'))) startWithCache();
else require(bundle);
