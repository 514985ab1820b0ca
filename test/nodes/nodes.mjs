// npm run test:nodes [-- <version>…]: what people run, on every supported Node.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchNode } from './binary.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SUPPORTED = ['20.18.1', '20', '22', '24', 'latest'];
const VITEST = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter',
  'dot',
];
/**
 * The packed package, installed: golden cases through the command, the library, its types; what the bundle loads on
 * use; and where Nodes differ, streams and signals. What only computes is the same on all of them.
 */
const TESTS = ['built/package', 'built/lazy', 'faults/closed', 'faults/pipes', 'faults/signals'].map(
  (name) => `test/${name}.test.ts`,
);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : SUPPORTED;
const failed = wanted.filter((one) => {
  const { version, bin } = fetchNode(one);
  console.log(`Node ${version}`);
  // Whatever a test starts by the name of node is that Node too.
  const env = { ...process.env, CI: 'true', PATH: `${bin}${delimiter}${process.env.PATH}` };
  return (
    spawnSync(join(bin, 'node'), [...VITEST, ...TESTS], { cwd: ROOT, stdio: 'inherit', env }).status !== 0
  );
});
console.log(failed.length === 0 ? 'sound on all of them' : `failed on ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
