import type { LineRole } from '../index.js';

/** `--color`. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

type Hue = 'red' | 'yellow' | 'green' | 'cyan' | 'blue' | 'magenta' | 'bold' | 'dim';

const STYLES = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  place: 'bold',
  code: 'dim',
  hint: 'dim',
  heading: 'bold',
  term: 'cyan',
  number: 'cyan',
  date: 'green',
  who: 'yellow',
  title: 'bold',
  quiet: 'dim',
  added: 'green',
  removed: 'red',
  changed: 'yellow',
  field: 'cyan',
} as const satisfies Record<string, Hue>;

export type Style = keyof typeof STYLES;

/** Colours a piece of text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

/** The style of each role in `check --annotate`. */
export const ROLE_STYLES: Readonly<Record<LineRole, Style>> = {
  title: 'title',
  abstract: 'quiet',
  authors: 'who',
  organization: 'who',
  dot: 'quiet',
  date: 'date',
  comments: 'number',
  upvotes: 'number',
  submitter: 'who',
  link: 'info',
  decoration: 'quiet',
  page: 'quiet',
  blank: 'quiet',
  dropped: 'warning',
  unrecognised: 'error',
};

/** Decided for each stream by itself: `--color`, then NO_COLOR, FORCE_COLOR, TERM=dumb, and whether it is a terminal. */
export const wantsColor = (
  choice: ColorChoice,
  stream: { isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean => {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return env.TERM !== 'dumb' && stream.isTTY === true;
};

/** chalk is loaded only if something will be coloured. */
export const loadPaint = async (on: boolean): Promise<Paint> => {
  if (!on) return plain;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return (style, text) => chalk[STYLES[style]](text);
};

/** The `--color` of a command line that is not parsed yet: help and usage errors need it too. */
export const colorChoice = (argv: readonly string[]): ColorChoice => {
  const at = argv.findLastIndex((word) => word === '--color' || word.startsWith('--color='));
  const value = argv[at] === '--color' ? argv[at + 1] : argv[at]?.slice('--color='.length);
  return COLOR_CHOICES.find((choice) => choice === value) ?? 'auto';
};
