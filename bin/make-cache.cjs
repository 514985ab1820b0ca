// Lets V8 compile what a usual run needs, and keeps that for this very Node: node bin/make-cache.cjs <bundle> <sample>
const { readFileSync, statSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { Script } = require('node:vm');

const [bundle, sample] = process.argv.slice(2).map((path) => resolve(path));
const mark = `${process.version}-${process.arch}-${statSync(process.execPath).size}`;
const cache = join(dirname(bundle), `papers-${mark}.cache`);
const script = new Script(wrap(readFileSync(bundle, 'latin1')), { filename: bundle });
process.argv.splice(2, 2, 'parse', sample);
process.on('exit', () => writeFileSync(cache, script.createCachedData()));
script.runInThisContext()({}, createRequire(bundle), {}, bundle, dirname(bundle));
