// Debian's html2text underlines links, so a name becomes `Crane_Lab`, and puts asterisks around headings.

/** A heading on one line or over several: each line becomes a heading. */
const HEADING = /^(\*{2,6}) (\S[^*]*) (\*{2,6})$/;
const BEGINS = /^(\*{2,6}) (\S[^*]*)$/;
const ENDS = /^(\S[^*]*) (\*{2,6})$/;
/** Levels of HTML count the other way: six stars are around the first. */
const STARS = 7;
/** The pictures of a page, without words. */
const PICTURE = '⁰';
/** One may be a line of anything. */
const FEWEST = 2;
/** An underlined space beside a bracket, a bullet or another one, or a line that is all of a link. */
const LINKED = /\]_|__|^\s*\*_|^\s*(?:\* )?[^\s_]+(?:_[^\s_]+)+\s*$/;

/** Lines with spaces again and headings in Markdown's form; the same list where they come from anywhere else. */
export const withoutUnderlines = (raws: readonly string[]): readonly string[] => {
  let headings = 0;
  for (const raw of raws) if (raw.startsWith('**') && raw.endsWith('**') && isHeading(raw)) headings++;
  if (headings < FEWEST) return raws;
  return raws.map((raw, at) => {
    const heading = headingOf(raw, raws[at - 1] ?? '', raws[at + 1] ?? '');
    if (heading) return `${'#'.repeat(STARS - heading.stars.length)} ${heading.words.replaceAll('_', ' ')}`;
    // The handle of who submitted a paper is not linked.
    const isLink = LINKED.test(raw) && raws[at - 1]?.trim() !== 'Submitted by';
    return (isLink ? raw.replaceAll('_', ' ') : raw).replace(PICTURE, '');
  });
};

const isHeading = (raw: string): boolean => {
  const [, before, , behind] = HEADING.exec(raw) ?? [];
  return before !== undefined && before === behind;
};

const headingOf = (raw: string, above: string, below: string): { stars: string; words: string } | null => {
  if (!raw.includes('**')) return null;
  const [, stars = '', words = ''] = (isHeading(raw) ? HEADING : BEGINS).exec(raw) ?? [];
  if (words !== '' && (isHeading(raw) || ENDS.exec(below)?.[2] === stars)) return { stars, words };
  const [, ends = '', behind = ''] = ENDS.exec(raw) ?? [];
  return ends !== '' && BEGINS.exec(above)?.[1] === behind ? { stars: behind, words: ends } : null;
};
