import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The users of this machine for a namespace of mounts: root lives in `home` there, and may come in by key. */
export const writeUsers = (folder, home) => {
  const users = readFileSync('/etc/passwd', 'utf8');
  writeFileSync(`${folder}/passwd`, users.replace(/^root:.*$/m, `root:x:0:0::${home}:/bin/sh`));
  writeFileSync(`${folder}/shadow`, 'root:*:19000:0:99999:7:::\n');
};

/** A program on the path of a host that first notes in a file for which job it was called, and where. */
export const writeNotingProgram = (folder, name, program, notes) => {
  mkdirSync(`${folder}/bin`, { recursive: true });
  writeFileSync(`${folder}/${notes}`, '');
  const script = `#!/bin/sh
echo "$PARALLEL_SEQ $PARALLEL_SSHHOST" >> ${folder}/${notes}
exec ${program} "$@"
`;
  writeFileSync(`${folder}/bin/${name}`, script, { mode: 0o755 });
};

/** What a noting program noted: every job once, for each host. */
export const readNotes = (folder, notes) =>
  [...new Set(readFileSync(`${folder}/${notes}`, 'utf8').split('\n').filter(Boolean))].map((line) => {
    const [number, host] = line.split(' ');
    return { number: Number(number), host };
  });
