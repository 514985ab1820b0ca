// npm run fuzz -- <minutes>: looks for inputs that break a promise. npm run fuzz -- <file>: tries one input again.

import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Below node_modules, so that packages are found; as plain modules, so that coverage tells the files of src apart. */
const outdir = join(root, 'node_modules', '.cache', 'papers-fuzz');

rmSync(outdir, { recursive: true, force: true });
process.chdir(root);
await build({
  entryPoints: [
    'src/**/*.ts',
    'test/fuzz/*.ts',
    'test/matrix/*.ts',
    'test/properties/**/*.ts',
    'test/cli/harness.ts',
    'test/writers/paper.ts',
    'test/read-case.ts',
  ],
  outbase: root,
  outdir,
  format: 'esm',
  target: 'node20',
});
copyFileSync('package.json', join(outdir, 'package.json'));
const { main } = await import(pathToFileURL(join(outdir, 'test/fuzz/main.js')).href);
process.exitCode = await main(process.argv.slice(2));
