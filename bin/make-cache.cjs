// Lets V8 compile what a usual run needs, and keeps that: node bin/make-cache.cjs <bundle> <cache> <sample>
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, resolve } = require('node:path');
const { Script } = require('node:vm');

const [bundle, cache, sample] = process.argv.slice(2).map((path) => resolve(path));
const script = new Script(wrap(readFileSync(bundle, 'utf8')), { filename: bundle });
process.argv.splice(2, 3, 'parse', sample, '--quiet', '--output', '/dev/null', '--format', 'json');
process.on('exit', () => writeFileSync(cache, script.createCachedData()));
script.runInThisContext()({}, createRequire(bundle), {}, bundle, dirname(bundle));
