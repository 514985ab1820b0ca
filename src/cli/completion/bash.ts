import {
  type Actions,
  actionOf,
  type CompletedCommand,
  type CompletedOption,
  flagsOf,
  type Grammar,
} from './grammar.js';

const ACTIONS: Actions = {
  words: (words) => `_papers_words '${words}'`,
  list: (words) => `_papers_list '${words}'`,
  file: () => ':',
  anything: () => '_papers_nothing',
};

const flags = (options: readonly CompletedOption[]): string => options.flatMap(flagsOf).join(' ');

const values = ({ name, options }: CompletedCommand): string[] =>
  options.flatMap((option) =>
    option.value === null
      ? []
      : `    ${flagsOf(option)
          .map((flag) => `${name}:${flag}`)
          .join(' | ')}) ${actionOf(ACTIONS, option.value.place)}; return ;;`,
  );

const words = ({ name, options, operands }: CompletedCommand): string[] => [
  `    ${name}:-*) _papers_words '${flags(options)}' ;;`,
  `    ${name}:*) ${operands === null ? '_papers_nothing' : actionOf(ACTIONS, operands)} ;;`,
];

/** A script for bash from 3.2 on; it needs nothing else. Where it offers nothing, bash offers file names. */
export const bash = ({ options, commands }: Grammar): string => `# bash completion for papers

# Keeps bash from offering file names; bash 3.2 has no compopt, and offers them.
_papers_nothing() { compopt +o default 2> /dev/null; }
_papers_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
  _papers_nothing
}

# The last of several words with commas between; + or - may stand before one.
_papers_list() {
  local begin=
  [[ $cur =~ ^(.*,)?[+-]? ]] && begin=\${BASH_REMATCH[0]}
  COMPREPLY=($(compgen -P "$begin" -W "$1" -- "\${cur:\${#begin}}"))
  compopt +o default -o nospace 2> /dev/null
}

_papers() {
  local cur=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= word
  # --format=csv arrives as three words.
  if [[ $cur == = ]]; then cur=
  elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    case $word in ${commands.map(({ name }) => name).join(' | ')}) command=$word; break ;; esac
  done
  COMPREPLY=()
  case $command:$previous in
${commands.flatMap(values).join('\n')}
  esac
  case $command:$cur in
    :-*) _papers_words '${flags(options)}' ;;
    :*) _papers_words '${commands.map(({ name }) => name).join(' ')}' ;;
${commands.flatMap(words).join('\n')}
  esac
}

complete -o default -F _papers papers
`;
