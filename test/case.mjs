// npm run case -- <folder> <dump> [asOf]: makes a golden case of a dump and prints what the reader makes of it.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const [folder, dump, asOf] = process.argv.slice(2);
if (!folder || !dump) {
  console.error('usage: npm run case -- fixtures/read/text/<what-it-shows> <dump> [YYYY-MM-DD]');
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  copyFileSync(dump, join(folder, `input${extname(dump) || '.txt'}`));
  if (asOf) writeFileSync(join(folder, 'options.json'), `${JSON.stringify({ asOf })}\n`);
  const tests = spawnSync(
    'npx',
    [
      ...['vitest', 'run', '--config', 'test/vitest.config.ts', 'test/readers/goldens.test.ts', '-u'],
      ...['-t', `^${folder.replace(/^fixtures\//, '')} `],
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  spawnSync('head', ['-n', '1000', join(folder, 'expected.jsonl'), join(folder, 'expected.diagnostics')], {
    stdio: 'inherit',
  });
  process.exitCode = tests.status ?? 1;
}
