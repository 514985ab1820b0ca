import { ET_AL, NAME, NEXT_NAMES } from './blocks.js';
import { formOf } from './facts.js';
import type { Line } from './token.js';
import type { Unwrapped } from './wrapping.js';

// Author names alone on the line below a title, as digests print them; trusted only where other titles have them too.

const LIST = `${NAME}${NEXT_NAMES}`;
const IN_ITALICS = new RegExp(String.raw`^([*_])(${LIST}{0,200}${ET_AL})\1$`, 'u');
const NAMES = new RegExp(`^${LIST}{0,200}${ET_AL}$`, 'u');
const TWO_NAMES = new RegExp(`^${LIST}{1,200}${ET_AL}$`, 'u');
/** The name of an item ends in a comma or a colon where it goes on below. */
const GOES_ON = /[,:]$/;
const BOLD_OR_LINKED = /^(?:\[|\*\*|__)/;
/** A single one may be a coincidence. */
const FEWEST = 2;
/** At least this share of the lines below titles must be names: some papers have none. */
const MOST = 0.75;

/** For each line the names that it lists, if it does; else `null`. */
export const namesBelowTitles = (
  lines: readonly Line[],
  outer: readonly Unwrapped[],
): readonly (string | null)[] => {
  const below = lines.map((line, at) => isBelowTitle(line, lines[at - 1], outer[at], outer[at - 1]));
  const listed = lines.map(({ text }, at) => below[at] === true && text.includes(' ') && NAMES.test(text));
  const votes = below.filter(Boolean).length;
  const found = listed.filter(Boolean).length;
  // A name alone may be an organization's; cards of the feed have those.
  const areSure =
    found >= FEWEST &&
    found >= votes * MOST &&
    lines.some(({ text }, at) => listed[at] && TWO_NAMES.test(text)) &&
    !lines.some(({ text }) => formOf(text)?.kind === 'authors');
  return lines.map(({ text, gap }, at) => {
    const above = outer[at - 1];
    if (above === undefined) return null;
    const inItalics = /^[*_]/.test(text) ? IN_ITALICS.exec(text)?.[2] : undefined;
    if (inItalics !== undefined)
      return above.heading > 0 || BOLD_OR_LINKED.test((lines[at - 1] as Line).text) ? inItalics : null;
    if (!listed[at]) return null;
    return areSure || (above.heading > 0 && gap === 0 && TWO_NAMES.test(text) && found * 2 > votes)
      ? text
      : null;
  });
};

/** Whether a line of words is right below a heading, or an item it hangs on. */
const isBelowTitle = (
  line: Line,
  above: Line | undefined,
  own: Unwrapped | undefined,
  title: Unwrapped | undefined,
): boolean => {
  if (above === undefined || own === undefined || title === undefined) return false;
  if (own.heading > 0 || own.bullet !== '' || GOES_ON.test(title.text)) return false;
  if (title.heading > 0) return line.indent <= above.indent;
  return title.bullet !== '' && line.gap === 0;
};
