import { spawnSync } from 'node:child_process';

/** Programs, and the Debian packages that have them. */
const PROGRAMS = {
  ip: 'iproute2',
  '/usr/sbin/sshd': 'openssh-server',
  ssh: 'openssh-client',
  parallel: 'parallel',
  rsync: 'rsync',
  setpriv: 'util-linux',
};

const isThere = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** What this machine lacks, in words; nothing where the test can run. */
export const lacking = () => [
  ...(process.getuid?.() === 0 ? [] : ['root, who alone may make network namespaces']),
  ...Object.entries(PROGRAMS)
    .filter(([program]) => !isThere(program))
    .map(([program, name]) => `${program} (Debian package ${name})`),
];
