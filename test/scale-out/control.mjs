import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNotes, writeNotingProgram, writeUsers } from './furnish.mjs';

export const PAPERS = fileURLToPath(new URL('../../bin/papers.js', import.meta.url));

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, section] = README.split('\n## Beyond one machine\n');
const block = (kind) => new RegExp(`\`\`\`${kind}\n([^\`]*)\`\`\``).exec(section)[1];

/** The commands as the README gives them. */
export const COMMANDS = block('sh');

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });

/** Makes the machine that gives out the work. All of it is in memory, on the empty folder `root`, and gone at the end. */
export const furnishControl = (root) => {
  const [cwd, home, key] = ['control', 'home', 'key'].map((name) => `${root}/${name}`);
  for (const folder of ['/run', root]) run('mount', '-t', 'tmpfs', 'tmpfs', folder);
  for (const folder of ['/run/sshd', '/run/netns', cwd, `${home}/.ssh`])
    mkdirSync(folder, { recursive: true });
  run('ip', 'link', 'set', 'lo', 'up');
  run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key);
  writeUsers(root, home);
  run('mount', '--bind', `${root}/passwd`, '/etc/passwd');
  writeFileSync(`${home}/.ssh/config`, block('sshconfig'));
  writeNotingProgram(root, 'ssh', run('sh', '-c', 'command -v ssh').trim(), 'given');
  symlinkSync(PAPERS, `${root}/bin/papers`);
  return {
    root,
    cwd,
    home,
    key,
    env: { ...process.env, HOME: home, PATH: `${root}/bin:${process.env.PATH}` },
    given: () => readNotes(root, 'given'),
  };
};
