import type { LineRole } from '../index.js';
import { INVISIBLE } from '../words.js';

/** `--color`. */
export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

type Hue = 'red' | 'yellow' | 'green' | 'cyan' | 'bold' | 'dim';

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

type Env = Readonly<Record<string, string | undefined>>;

/** Decided for each stream alone: `--color`, then NO_COLOR, FORCE_COLOR, TERM=dumb, and whether it is a terminal. */
export const wantsColor = (choice: ColorChoice, stream: { isTTY?: boolean }, env: Env): boolean => {
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

/** The width of a terminal; one that does not know its width reports 0. */
export const columnsOf = ({ columns }: { columns?: number }): number => columns || 80;

/** Terminals that are known to make links of OSC 8, by what they set in the environment. */
const SHOW_LINKS: readonly ((env: Env) => boolean)[] = [
  ({ TERM_PROGRAM = '' }) =>
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'].includes(TERM_PROGRAM),
  ({ TERM = '' }) => /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(TERM),
  // The library of GNOME Terminal and others; before 0.50 it crashed on them.
  ({ VTE_VERSION = '' }) => Number(VTE_VERSION) > 5000,
  ({ WT_SESSION, KONSOLE_VERSION, DOMTERM }) => Boolean(WT_SESSION || KONSOLE_VERSION || DOMTERM),
];

/** Whether the terminal can show links. `FORCE_HYPERLINK` overrules the list: 0 means no, anything else yes. */
export const canLink = ({ isTTY }: { isTTY?: boolean }, env: Env): boolean => {
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== '0';
  return isTTY === true && env.TERM !== 'dumb' && SHOW_LINKS.some((fits) => fits(env));
};

/** A link as terminals know it (OSC 8). */
export const hyperlink = (text: string, address: string): string =>
  `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;

/** Controls, line separators and what is invisible: they could move the cursor or reorder a line. */
const UNSAFE = new RegExp(String.raw`[\p{Cc}\u2028\u2029${INVISIBLE}]`, 'gu');

const escapeOf = (character: string): string =>
  `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`;

const shown = (control: string): string =>
  /\s/.test(control) && control !== '\ufeff' ? ' ' : escapeOf(control);

/** Text from a dump or a file name that is safe on a terminal: no control characters. */
export const printable = (text: string): string => (/[^ -~]/.test(text) ? text.replace(UNSAFE, shown) : text);

/** The same for messages: what a CI runner would take for a command (`::error`, `##[error]`) is broken up. */
export const safeText = (text: string): string =>
  printable(text)
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '## [');

/** A value as JSON that is just as safe and parses to the same value; on one line unless `indent` is given. */
export const safeJson = (value: object, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replace(UNSAFE, (control) => (control === '\n' ? control : escapeOf(control)))
    .replace(/(?<=:):/g, escapeOf)
    .replaceAll('##[', `#${escapeOf('#')}[`);
