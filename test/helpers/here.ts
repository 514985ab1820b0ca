import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe } from 'vitest';

const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** `null` where a fault can be made on this machine, else why not, in words. */
const only = (isPossible: boolean, reason: string): string | null => (isPossible ? null : reason);

export const HERE = {
  linux: only(process.platform === 'linux', 'only Linux has it'),
  bash: only(works('bash', '-c', 'true'), 'there is no bash'),
  mounts: only(
    works('unshare', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()),
    'mounting takes root, or a kernel that lets users make namespaces',
  ),
  python: only(
    works('python3', '-c', 'import mmap; open("/proc/self/mem")'),
    'there is no Python 3 on Linux',
  ),
  terminal: only(works('script', '-qec', 'true', '/dev/null'), 'there is no `script` of util-linux'),
};

/** A group of tests that is left out, with the reason in its name, where the machine cannot make the fault. */
export const where = (reason: string | null, name: string, tests: () => void): unknown =>
  describe.skipIf(reason !== null)(reason === null ? name : `${name} (not run: ${reason})`, tests);
