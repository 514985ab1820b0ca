// The test itself, inside namespaces of its own; scale-out.mjs starts it.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { COMMANDS, furnishControl } from './control.mjs';
import { writeDumps } from './dumps.mjs';
import { startHost } from './hosts.mjs';
import { report } from './report.mjs';
import { doneJobs, fingerprint } from './work.mjs';

const DUMPS = 1000;
/** So many jobs are done when a host dies. */
const DONE_BEFORE = 30;

const control = furnishControl(process.argv[2]);
const { cwd, env } = control;
const hosts = [await startHost('host-a', 1, control), await startHost('host-b', 2, control)];
const [, dying] = hosts;
writeDumps(`${cwd}/dumps`, DUMPS);

const done = () => doneJobs(`${cwd}/jobs.log`);
const work = spawn('bash', ['-c', COMMANDS], { cwd, env, stdio: 'inherit' });
const end = once(work, 'exit');

// A job has just begun on the host: it dies with it.
const watcher = watch(dying.notes);
watcher.on('change', () => {
  if (done().length >= DONE_BEFORE) watcher.emit('midway');
});
await Promise.race([once(watcher, 'midway'), end]);
watcher.close();
dying.kill();
const before = done();
const [code] = await end;
const after = done().slice(before.length);

execFileSync('bash', ['-c', 'xargs papers parse --quiet --format jsonl --output alone.jsonl < names'], {
  cwd,
  env,
});
const [spread, alone] = ['papers', 'alone'].map((name) => fingerprint(`${cwd}/${name}.jsonl`));
const isSound = report({ hosts, dying, given: control.given(), before, after, code, spread, alone });
// The hosts would go on; they end with this process.
process.exit(isSound ? 0 : 1);
