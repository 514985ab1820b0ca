// The step of the GitHub Action (action.yml): its inputs are in the environment, its outputs go to the runner's files.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const { env } = process;
const COMMAND = join(import.meta.dirname, 'papers.js');

/** How each command writes for programs, and what its output counts. */
const COMMANDS = {
  parse: { format: 'jsonl', count: (stdout) => ({ papers: linesOf(stdout).length }) },
  check: { format: 'jsonl', count: (stdout) => ({ papers: sum(linesOf(stdout).map(papersOfInput)) }) },
  stats: { format: 'json', count: (stdout) => ({ papers: JSON.parse(stdout).papers }) },
  diff: { format: 'json', count: (stdout) => countsOfDifference(JSON.parse(stdout)) },
};

/** The job summary shows at most this many lines; the rest is in the file. */
const MOST_LINES = 200;

const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const papersOfInput = (line) => JSON.parse(line).papers ?? 0;
const countsOfDifference = ({ added, removed, changed, same }) => ({
  papers: added.length + changed.length + same,
  added: added.length,
  removed: removed.length,
  changed: changed.length,
});

const input = (name) => (env[`INPUT_${name}`] ?? '').trim();
const listOf = (name) => linesOf(input(name));
const isOn = (name) => input(name) === 'true';

/** Runs `papers`. */
const papers = (args, options) =>
  spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    ...options,
  });

const putOnPath = () => {
  const folder = join(env.RUNNER_TEMP, 'papers-on-path');
  const link = join(folder, 'papers');
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(COMMAND, link);
  appendFileSync(env.GITHUB_PATH, `${folder}\n`);
};

const setOutputs = (outputs) => {
  // The mark is random, so that a value with line breaks cannot set another output.
  const mark = randomUUID();
  const text = Object.entries(outputs).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`);
  appendFileSync(env.GITHUB_OUTPUT, text.join(''));
};

/**
 * Logs the command's output unchanged, and keeps the runner from treating a line of it as a
 * command.
 */
const log = (text) => {
  const mark = randomUUID();
  if (text !== '') process.stdout.write(`::stop-commands::${mark}\n${text.trimEnd()}\n::${mark}::\n`);
};

const summarize = (title, text) => {
  if (!isOn('SUMMARY') || text.trim() === '') return;
  const lines = text.trimEnd().split('\n');
  const rest = lines.length > MOST_LINES ? `\n\n… and ${lines.length - MOST_LINES} more lines` : '';
  appendFileSync(
    env.GITHUB_STEP_SUMMARY,
    `## ${title}\n\n${lines.slice(0, MOST_LINES).join('\n')}${rest}\n\n`,
  );
};

/** @throws {Error} with what is wrong about the inputs of the action. */
const argumentsOf = (command) => {
  if (!COMMANDS[command])
    throw new Error(`command: ${command} is not one of ${Object.keys(COMMANDS).join(', ')}`);
  const args = listOf('ARGS');
  if (args.some((arg) => /^(?:-o|--output)/.test(arg)))
    throw new Error('args: use the input output in place of -o');
  if (listOf('FILES').length === 0 && !args.some((arg) => arg.startsWith('--files0-from')))
    throw new Error('files: name what to read, one file a line');
  const option = (flag, value) => (value === '' ? [] : [flag, value]);
  return [
    command,
    ...(isOn('STRICT') ? ['--strict'] : []),
    ...option('--allow', listOf('ALLOW').join(',')),
    ...option('--require', listOf('REQUIRE').join(',')),
    ...option('--min-papers', input('MIN_PAPERS')),
    ...args,
  ];
};

/** Reads without writing: the records or the report as data, and how many errors and warnings there are. */
const look = (command, args, files) => {
  const { format, count } = COMMANDS[command];
  // The report is counted here, whatever the log shows.
  const loud = args.filter((arg) => arg !== '-q' && arg !== '--quiet');
  const { stdout, stderr } = papers([...loud, '--format', format, '--diagnostics', 'jsonl', '--', ...files]);
  const severities = linesOf(stderr).map((line) => /^\{.*"severity":"(\w+)"/.exec(line)?.[1]);
  const numberOf = (severity) => severities.filter((found) => found === severity).length;
  const counts = stdout === '' && command !== 'parse' ? { papers: 0 } : count(stdout);
  return { stdout, counts: { ...counts, errors: numberOf('error'), warnings: numberOf('warning') } };
};

/** How the records that parse will write differ from the baseline; `null` if there is none to compare them with. */
const compareWithBaseline = (records) => {
  const baseline = input('BASELINE');
  if (!existsSync(baseline)) return null;
  const diff = (format) => papers(['diff', '--quiet', '--format', format, baseline, '-'], { input: records });
  const { status, stdout } = diff('json');
  if (status > 1) return null;
  const { papers: _, ...counts } = countsOfDifference(JSON.parse(stdout));
  return { counts, markdown: diff('markdown').stdout };
};

const digestOf = (records) =>
  papers(['parse', '-', '--quiet', '--min-papers', '0', '--format', 'markdown', '--fields', '-abstract'], {
    input: records || '[]',
  }).stdout;

const run = () => {
  const command = input('COMMAND');
  const args = argumentsOf(command);
  const files = listOf('FILES');
  const { stdout: data, counts } = look(command, args, files);
  const difference = command === 'parse' ? compareWithBaseline(data) : null;

  const output = input('OUTPUT');
  const format = input('FORMAT');
  const { status: code, stdout } = papers(
    [
      ...args,
      ...(format === '' ? [] : ['--format', format]),
      ...(output === '' ? [] : ['--output', output]),
      '--diagnostics',
      'github',
      '--',
      ...files,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // A command that was killed has no exit code.
  const status = code ?? 3;
  log(stdout);

  if (difference) summarize('Since the baseline', difference.markdown);
  else if (command === 'parse') summarize('Papers', digestOf(data));
  else if (command === 'diff')
    summarize('Difference', papers([...args, '--format', 'markdown', '--quiet', '--', ...files]).stdout);
  // Indented by four, text is shown as it is.
  else summarize(command, stdout.replace(/^/gm, '    '));

  setOutputs({
    added: '',
    removed: '',
    changed: '',
    ...counts,
    ...difference?.counts,
    output: status === 0 ? output : '',
    'exit-code': status,
  });
  return status === 1 && !isOn('FAIL') ? 0 : status;
};

putOnPath();
setOutputs({ version: papers(['--version']).stdout.trim() });
try {
  if (!isOn('INSTALL_ONLY')) process.exitCode = run();
} catch (error) {
  console.log(`::error::${error.message.replace(/[%\p{Cc}]/gu, encodeURIComponent)}`);
  process.exitCode = 2;
}
