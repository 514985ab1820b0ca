import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Outside the tree. */
const CACHE = join(tmpdir(), 'papers-nodes');

/**
 * Gets a Node from the npm registry, where packages carry its binaries; npm keeps what it has fetched.
 *
 * @param wanted a version, the start of one, or `latest`
 * @returns its version and the folder of its binary
 */
export const fetchNode = (wanted) => {
  mkdirSync(CACHE, { recursive: true });
  const run = (command, ...args) =>
    execFileSync(command, args, { cwd: CACHE, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const name = `node-${process.platform}-${process.arch}@${wanted}`;
  const [{ filename, version }] = JSON.parse(run('npm', 'pack', name, '--json'));
  mkdirSync(join(CACHE, version), { recursive: true });
  run('tar', '-xzf', filename, '-C', version, '--strip-components', '1', 'package/bin');
  rmSync(join(CACHE, filename));
  return { version, bin: join(CACHE, version, 'bin') };
};
