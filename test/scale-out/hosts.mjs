import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PAPERS } from './control.mjs';
import { readNotes, writeNotingProgram, writeUsers } from './furnish.mjs';

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });

const sshdConfig = (folder, address, key) => `
ListenAddress ${address}
HostKey ${folder}/host-key
AuthorizedKeysFile ${key}.pub
StrictModes no
UsePAM no
PasswordAuthentication no
PidFile none
SetEnv PATH=${folder}/bin:/usr/local/bin:/usr/bin:/bin
`;

const sshConfig = (name, address, key) => `
Host ${name}
  HostName ${address}
  IdentityFile ${key}
`;

/** A network namespace with one cable to this one. */
const connect = (name, number) => {
  const [ours, theirs] = [1, 2].map((end) => `10.99.${number}.${end}`);
  run('ip', 'netns', 'add', name);
  run('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
  run('ip', 'address', 'add', `${ours}/24`, 'dev', name);
  run('ip', 'link', 'set', name, 'up');
  run('ip', '-n', name, 'address', 'add', `${theirs}/24`, 'dev', 'eth0');
  run('ip', '-n', name, 'link', 'set', 'eth0', 'up');
  return theirs;
};

/**
 * Makes a host that ssh reaches from the control by this name, with `papers` on its path and nothing of the work in sight.
 *
 * @returns when its sshd listens
 */
export const startHost = async (name, number, { root, cwd, home, key }) => {
  const folder = `${root}/${name}`;
  const address = connect(name, number);
  writeNotingProgram(folder, 'papers', `'${process.execPath}' '${PAPERS}'`, 'begun');
  writeUsers(folder, `${folder}/home`);
  mkdirSync(`${folder}/home`);
  run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', `${folder}/host-key`);
  writeFileSync(`${folder}/sshd_config`, sshdConfig(folder, address, key));
  appendFileSync(`${home}/.ssh/config`, sshConfig(name, address, key));
  appendFileSync(`${home}/.ssh/known_hosts`, `${address} ${readFileSync(`${folder}/host-key.pub`, 'utf8')}`);

  const script = `set -e
    mount --bind ${folder}/passwd /etc/passwd
    mount --bind ${folder}/shadow /etc/shadow
    mount -t tmpfs tmpfs ${cwd}
    exec /usr/sbin/sshd -D -e -f ${folder}/sshd_config`;
  const sshd = spawn('ip', ['netns', 'exec', name, 'unshare', '--mount', 'sh', '-c', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface(sshd.stderr);
  const said = [];
  await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      if (line.includes('listening')) resolve();
    });
    sshd.on('exit', () => reject(new Error(`sshd of ${name}: ${said.join('\n')}`)));
  });
  return {
    name,
    /** The file in which jobs that begin are noted. */
    notes: `${folder}/begun`,
    begun: () => readNotes(folder, 'begun'),
    /** The cable is out, then all of its processes are dead: nobody is told. */
    kill: () => {
      run('ip', '-n', name, 'link', 'set', 'eth0', 'down');
      for (const id of run('ip', 'netns', 'pids', name).split('\n').filter(Boolean))
        process.kill(Number(id), 'SIGKILL');
    },
  };
};
