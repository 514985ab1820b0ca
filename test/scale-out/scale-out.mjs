// npm run test:scale-out: 1,000 dumps on two hosts, one of which dies midway, against the same on one machine.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lacking } from './needs.mjs';

// Namespaces of its own for network, mounts and processes: they end with the run, however it ends, and leave nothing.
const APART = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];

const lacks = lacking();
if (lacks.length > 0) {
  console.error(`test:scale-out needs ${lacks.join('; ')}.`);
  process.exitCode = 2;
} else {
  const root = mkdtempSync(join(tmpdir(), 'papers-scale-out-'));
  const inside = fileURLToPath(new URL('inside.mjs', import.meta.url));
  const program = ['unshare', ...APART, process.execPath, inside, root];
  spawn('setpriv', ['--pdeathsig', 'KILL', ...program], { stdio: 'inherit' }).on('exit', (code) => {
    rmdirSync(root);
    process.exitCode = code ?? 1;
  });
}
