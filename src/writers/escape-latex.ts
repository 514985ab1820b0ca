/**
 * What LaTeX takes for a command, a mark or a ligature. BibTeX counts every brace, escaped ones too, so braces are
 * written by name unless they are balanced.
 */
const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
};

const SPECIALS = /[\\{}~^<>|`$&%#_]|([-',])(?=\1)/g;
/**
 * Words with a capital letter inside: styles that set titles in small letters would spoil them. No word is so long that its
 * limits matter; an endless one would overflow the stack of the engine.
 */
const SPECIALS_AND_CASED_WORDS = new RegExp(
  String.raw`${SPECIALS.source}|(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,99}?\p{Lu}[\p{L}\p{N}\p{M}]{0,99}`,
  'gu',
);

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

const escapeWith = (pattern: RegExp, text: string): string => {
  const balanced = isBalanced(text);
  return text.replace(pattern, (found, ligature?: string) => {
    if (ligature !== undefined) return `${found}{}`;
    if (/^[\p{L}\p{N}]/u.test(found)) return `{${found}}`;
    if (balanced && /[{}]/.test(found)) return `\\${found}`;
    return NAMED[found] ?? `\\${found}`;
  });
};

/** Text as LaTeX prints it, fit to stand between braces in a BibTeX file. */
export const escapeLatex = (text: string): string => escapeWith(SPECIALS, text);

/** The same for a title: words such as `LLM` keep their capitals whatever the style. */
export const escapeTitle = (title: string): string => escapeWith(SPECIALS_AND_CASED_WORDS, title);
