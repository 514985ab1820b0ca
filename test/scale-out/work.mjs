import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The jobs that GNU parallel noted as done, and where. */
export const doneJobs = (log) => {
  if (!existsSync(log)) return [];
  const [, ...lines] = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  return lines
    .map((line) => line.split('\t'))
    .filter(([, , , , , , code]) => code === '0')
    .map(([number, host]) => ({ number: Number(number), host }));
};

/** What two results must have in common; `null` where there is none. */
export const fingerprint = (file) => {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').filter(Boolean);
  return {
    papers: lines.length,
    titles: new Set(lines.map((line) => JSON.parse(line).title)).size,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
};
