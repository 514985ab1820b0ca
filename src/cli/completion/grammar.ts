import type { Argument, Command, Option } from 'commander';

/** What an argument may be: one of some words, a comma-separated list of them, a file name, or anything. */
export interface ValuePlace {
  kind: 'words' | 'list' | 'file' | 'anything';
  words: readonly string[];
}

/** How a shell completes each kind of place; the words come with a space between. */
export type Actions = Readonly<Record<ValuePlace['kind'], (words: string) => string>>;

/** How a shell completes a place. */
export const actionOf = (actions: Actions, { kind, words }: ValuePlace): string =>
  actions[kind](words.join(' '));

/** An option as a shell sees it. */
export interface CompletedOption {
  /** Without the dash; absent if there is none. */
  short?: string;
  /** Without the dashes. */
  long: string;
  about: string;
  /** What its value is called and may be; `null` where it takes none. */
  value: { name: string; place: ValuePlace } | null;
}

/** A command as a shell sees it. */
export interface CompletedCommand {
  name: string;
  about: string;
  options: readonly CompletedOption[];
  /** What every one of its operands may be; `null` where it takes none. */
  operands: ValuePlace | null;
}

/** All that a command line may hold. */
export interface Grammar {
  options: readonly CompletedOption[];
  commands: readonly CompletedCommand[];
}

const FILE_NAMES = ['file', 'old', 'new'];

/** Options and operands say in their help what they are: `<file>` is one, and `<a,b>` is a list. */
const valuePlaceOf = (name: string, words: readonly string[] = []): ValuePlace => {
  if (words.length > 0) return { kind: /[,…]/.test(name) ? 'list' : 'words', words };
  return { kind: FILE_NAMES.includes(name) ? 'file' : 'anything', words };
};

const optionOf = ({ flags, short, long, description, argChoices }: Option): CompletedOption => {
  const name = /<([^<>]+)>/.exec(flags)?.[1];
  return {
    ...(short && { short: short.slice(1) }),
    long: (long as string).slice(2),
    about: description,
    value: name === undefined ? null : { name, place: valuePlaceOf(name, argChoices) },
  };
};

const operandsOf = ([first]: readonly Argument[], commands: readonly string[]): ValuePlace | null => {
  if (first === undefined) return null;
  return valuePlaceOf(first.name(), first.name() === 'command' ? commands : first.argChoices);
};

/** The grammar of a program whose commands are all loaded. */
export const grammarOf = (program: Command): Grammar => {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    options: help.visibleOptions(program).map(optionOf),
    commands: commands.map((command) => ({
      name: command.name(),
      about: command.summary() || command.description(),
      options: help.visibleOptions(command).map(optionOf),
      operands: operandsOf(command.registeredArguments, names),
    })),
  };
};

/** As they are typed: `-f`, `--format`. */
export const flagsOf = ({ short, long }: CompletedOption): string[] => [
  ...(short === undefined ? [] : [`-${short}`]),
  `--${long}`,
];
