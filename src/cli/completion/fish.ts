import {
  type Actions,
  actionOf,
  type CompletedCommand,
  type CompletedOption,
  type Grammar,
} from './grammar.js';

const fishQuoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** After an option. */
const VALUES: Actions = {
  words: (words) => `-x -a ${fishQuoted(words)}`,
  list: (words) => `-x -a ${fishQuoted(`(__papers_list ${words})`)}`,
  file: () => '-r -F',
  anything: () => '-x',
};

/** For an operand; unlike a value, it follows no option. */
const OPERANDS: Actions = { ...VALUES, words: (words) => `-a ${fishQuoted(words)}`, file: () => '-F' };

const optionLine = (condition: string, { short, long, about, value }: CompletedOption): string =>
  [
    `complete -c papers -n ${fishQuoted(condition)}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-l ${long} -d ${fishQuoted(about)}`,
    ...(value === null ? [] : [actionOf(VALUES, value.place)]),
  ].join(' ');

const NO_COMMAND = '__fish_use_subcommand';

const commandLines = ({ name, about, options, operands }: CompletedCommand): string[] => {
  const condition = `__fish_seen_subcommand_from ${name}`;
  return [
    '',
    `complete -c papers -n ${NO_COMMAND} -a ${name} -d ${fishQuoted(about)}`,
    ...options.map((option) => optionLine(condition, option)),
    ...(operands === null
      ? []
      : [`complete -c papers -n ${fishQuoted(condition)} ${actionOf(OPERANDS, operands)}`]),
  ];
};

/** A script for fish, to be put in ~/.config/fish/completions as papers.fish. */
export const fish = ({ options, commands }: Grammar): string => `# fish completion for papers

# The last of several words with commas between; + or - may stand before one.
function __papers_list
    set -l word (commandline -ct | string replace -r '^--[a-z0-9-]+=' '')
    set -l begin (string match -r '^(?:.*,)?[+-]?' -- "$word")
    printf '%s\\n' "$begin"$argv
end

complete -c papers -f
${options.map((option) => optionLine(NO_COMMAND, option)).join('\n')}
${commands.flatMap(commandLines).join('\n')}
`;
