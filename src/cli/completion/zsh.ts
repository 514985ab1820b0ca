import {
  type Actions,
  actionOf,
  type CompletedCommand,
  type CompletedOption,
  flagsOf,
  type Grammar,
  type ValuePlace,
} from './grammar.js';

const zshQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** A part of a specification: colons and brackets part it. */
const part = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');

const ACTIONS: Actions = {
  words: (words) => `(${words})`,
  list: (words) => `{_papers_list ${words}}`,
  file: () => '_files',
  anything: () => ' ',
};

const specification = (option: CompletedOption): string => {
  const { short, long, about, value } = option;
  const names = [
    ...(short === undefined ? [] : [`-${short}${value ? '+' : ''}`]),
    `--${long}${value ? '=' : ''}`,
  ];
  const rest = `[${part(about)}]${value ? `:${part(value.name)}:${actionOf(ACTIONS, value.place)}` : ''}`;
  return names.length === 1
    ? zshQuoted(`${names[0]}${rest}`)
    : `${zshQuoted(`(${flagsOf(option).join(' ')})`)}{${names.join(',')}}${zshQuoted(rest)}`;
};

const specifications = (options: readonly CompletedOption[], operands: ValuePlace | null): string[] => [
  ...options.map(specification),
  ...(operands === null
    ? []
    : [zshQuoted(`*:${operands.kind === 'file' ? 'file' : 'word'}:${actionOf(ACTIONS, operands)}`)]),
];

const branch = ({ name, options, operands }: CompletedCommand): string =>
  `        ${name})
          _arguments -s -S \\
            ${specifications(options, operands).join(' \\\n            ')}
          ;;`;

/** A script for zsh, to be sourced or put in a folder of $fpath as _papers. */
export const zsh = ({ options, commands }: Grammar): string => `#compdef papers
# zsh completion for papers

# The last of several words with commas between; + or - may stand before one.
_papers_list() {
  compset -P '*,'
  compset -P '[+-]'
  compset -S ',*'
  compadd -S '' -- "$@"
}

_papers() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C \\
    ${options.map(specification).join(' \\\n    ')} \\
    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
${commands.map(({ name, about }) => `        ${zshQuoted(`${name}:${about.replace(/:/g, '\\:')}`)}`).join('\n')}
      )
      _describe command commands
      ;;
    argument)
      case $words[1] in
${commands.map(branch).join('\n')}
      esac
      ;;
  esac
}

if [[ \${funcstack[1]} == _papers ]]; then _papers "$@"; else compdef _papers papers; fi
`;
