import assert from 'node:assert/strict';
import { runIn } from '../helpers/harness.js';
import type { Random } from '../helpers/random.js';

const COMMANDS: readonly string[] = [
  'parse - -f table -v',
  'parse - -f jsonl --diagnostics jsonl --strict --require published',
  'parse - -f markdown-table --diagnostics github --fields +source,+line,+rank,+pageDate',
  'parse - -f csv --excel --unique --min-comments 1',
  'check -',
  'check - --annotate',
  'check - -f json',
  'stats -',
  'stats - -f json',
];

/** Nothing but line ends, and tabs where a format has them. */
const CONTROLS = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** The command ends well, and what it prints does nothing to a terminal or a runner of jobs. */
export const runsAsCommand = async (data: Uint8Array, random: Random): Promise<void> => {
  const command = random.pick(COMMANDS);
  const { code, stdout, stderr } = await runIn(command.split(' '), { stdin: data });
  assert.ok(code === 0 || code === 1, `exit ${code}: ${stderr.slice(0, 300)}`);
  assert.ok(!CONTROLS.test(stderr), 'controls on stderr');
  if (/table|check|stats/.test(command))
    assert.ok(!CONTROLS.test(stdout), `controls on stdout of ${command}`);
  if (!command.includes('github')) assert.doesNotMatch(stderr, /^::|##\[/m, 'commands of a runner on stderr');
};
