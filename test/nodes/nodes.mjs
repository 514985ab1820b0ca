// npm run test:nodes [-- <version>…]: the tests on every supported Node, with the built package in the place of the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchNode } from './binary.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SUPPORTED = ['20.18.1', '20', '22', '24', 'latest'];
/** Packs the package, installs it in an empty folder, and uses it there as a command and as a library. */
const INSTALLED = join(ROOT, 'test', 'built', 'package.test.ts');

/** Runs all tests with the Node in this folder. */
const testWith = (bin) => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-nodes-'));
  const report = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['--config', 'test/nodes/vitest.config.ts', '--reporter', 'json', '--outputFile', report];
  spawnSync(join(bin, 'node'), [vitest, 'run', ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    // Whatever a test starts by the name of node is that Node too.
    env: { ...process.env, CI: 'true', PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  rmSync(folder, { recursive: true });
  return files;
};

const count = (files, status) =>
  files.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length;

const rows = [];
for (const wanted of process.argv.length > 2 ? process.argv.slice(2) : SUPPORTED) {
  const { version, bin } = fetchNode(wanted);
  console.error(`Node ${version} …`);
  const files = testWith(bin);
  const installed = files.filter(({ name }) => name === INSTALLED);
  for (const { name, status, assertionResults, message } of files.filter(
    ({ status }) => status !== 'passed',
  )) {
    console.error(name, status, message);
    for (const test of assertionResults.filter(({ status }) => status === 'failed'))
      console.error(test.fullName, ...test.failureMessages);
  }
  rows.push({
    Node: version,
    passed: count(files, 'passed'),
    failed: count(files, 'failed'),
    'not run': count(files, 'skipped') + count(files, 'pending'),
    'of them of the installed package': count(installed, 'passed'),
    sound: files.length > 0 && files.every(({ status }) => status === 'passed'),
  });
}
console.table(rows);
process.exitCode = rows.every(({ sound }) => sound) ? 0 : 1;
