import { MONTHS, visible } from '../words.js';
import { arxivDoi, CITED_FIELDS, type Citation, type CitedEntry, cite, type Person } from './citation.js';
import type { WriterModule } from './writer.js';

/** A bibliography for LaTeX: `keywords` and `abstract` too where they are asked for, no other field fits. */
export const bibtex: WriterModule = {
  defaultFields: CITED_FIELDS,
  async *write(papers, options) {
    let before = '';
    for await (const entries of cite(papers, options)) {
      yield before + entries.map(bibtexEntry).join('\n');
      before = '\n';
    }
  },
};

/** `Family, Given`, with particle and suffix where BibTeX wants them; a whole name in braces. */
const bibtexName = (person: Person): string => {
  if ('literal' in person) return `{${escapeLatex(person.literal)}}`;
  const { particle, family, suffix, given } = person;
  const last = particle === undefined ? family : `${particle} ${family}`;
  return [last, suffix, given]
    .filter((part) => part !== undefined)
    .map(escapeLatex)
    .join(', ');
};

/** An address is not escaped: what could end the field, or is not ASCII, is percent-encoded. */
const address = (url: string): string =>
  visible(url).replace(/[^\w!#$%&'()*+,\-./:;=?@[\]~]/gu, encodeURIComponent);

type Field = readonly [name: string, value: string | null];

const braced = (value: string | null): string | null => (value === null ? null : `{${value}}`);

/** The fields of an entry, in this order; `null` is left out. */
const fieldsOf = ({ title, authors, issued, arxivId, url, keywords, abstract }: Citation): Field[] => {
  const [year, month] = issued;
  return [
    ['title', braced(escapeTitle(title))],
    ['author', authors.length === 0 ? null : braced(authors.map(bibtexName).join(' and '))],
    ['key', authors.length === 0 ? braced(escapeLatex(title)) : null],
    ['year', year === undefined ? null : braced(String(year))],
    ['month', month === undefined ? null : (MONTHS[month - 1]?.slice(0, 3).toLowerCase() ?? null)],
    ['eprint', braced(arxivId)],
    ['archivePrefix', arxivId === null ? null : '{arXiv}'],
    ['eprinttype', arxivId === null ? null : '{arxiv}'],
    ['doi', arxivId === null ? null : braced(arxivDoi(arxivId))],
    ['url', url === null ? null : braced(address(url))],
    ['keywords', keywords.length === 0 ? null : braced(keywords.map(escapeLatex).join(', '))],
    ['abstract', abstract === null ? null : braced(escapeLatex(abstract))],
  ];
};

/** One `@misc` entry, ended with a line break. */
const bibtexEntry = (entry: CitedEntry): string => {
  const lines = fieldsOf(entry).flatMap(([field, value]) =>
    value === null ? [] : [`  ${field} = ${value}`],
  );
  return `@misc{${entry.key},\n${lines.join(',\n')}\n}\n`;
};

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

/** Greek letters and signs that pdfLaTeX knows in mathematics only: the sign, the command. */
const COMMANDS =
  'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda ' +
  'μ mu µ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ' +
  'ω omega Γ Gamma Δ Delta ∆ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega \u2126 Omega ' +
  '→ to ← leftarrow ↑ uparrow ↓ downarrow ↔ leftrightarrow ⇒ Rightarrow ⇔ Leftrightarrow ↦ mapsto ∞ infty ≤ le ' +
  '≥ ge ≠ ne ≈ approx ≃ simeq ≡ equiv ∼ sim ∝ propto ∈ in ∉ notin ∩ cap ∪ cup ⊂ subset ⊆ subseteq ∑ sum ∏ prod ' +
  '∫ int ∂ partial ∇ nabla ∀ forall ∃ exists ∅ emptyset √ surd ∘ circ ∗ ast ⋆ star ★ star ⊕ oplus ⊗ otimes ' +
  '⊙ odot ⊥ perp ∥ parallel ℓ ell ′ prime';
/** The same, written with other characters: letters that look like Latin ones, high and low digits. */
const LOOKALIKES = 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO οo ΡP ΤT ΧX';
const HIGH = '⁰0 ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁺+ ⁻- ⁿn ₀0 ₁1 ₂2 ₃3 ₄4 ₅5 ₆6 ₇7 ₈8 ₉9';

const signs = (list: string): (readonly [sign: string, written: string])[] =>
  list.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as const);

const MATH: ReadonlyMap<string, string> = new Map([
  ...[...COMMANDS.matchAll(/(\S) (\w+)/gu)].map(([, sign, name]) => [sign, `\\${name}`] as [string, string]),
  ...signs(LOOKALIKES).map(([sign, letter]) => [sign, `\\mathrm{${letter}}`] as const),
  ...signs(HIGH).map(([sign, digit]) => [sign, `${sign < '₀' ? '^' : '_'}${digit}`] as const),
  ['−', '-'],
]);

const SPECIAL = String.raw`[\\{}~^<>|\x60$&%#_]|([-',])(?=\1)|[${[...MATH.keys()].join('')}]`;
/** Letters of mathematics that look like others: `𝛼`, `𝔼`. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u2102\u210d\u2115\u2119\u211a\u211d\u2124]/gu;

const HYPHEN = '\u2010\u2011-';
/** No word is so long; an endless one would overflow the stack of the engine. */
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}${HYPHEN}]{0,199}`;

const SPECIALS = new RegExp(SPECIAL, 'gu');
const WORDS = new RegExp(WORD, 'gu');
const WORDS_AND_SPECIALS = new RegExp(`(?<word>${WORD})|${SPECIAL.replace('\\1', '\\2')}`, 'gu');

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

const unstyled = (text: string): string => text.replace(STYLED, (letter) => letter.normalize('NFKC'));

/** A sign, or the first of a ligature, as LaTeX prints it; mathematics in braces, unless it is in some already. */
const escapeSign = (sign: string, isLigature: boolean, balanced: boolean, inBraces = false): string => {
  if (isLigature) return `${sign}{}`;
  const formula = MATH.get(sign);
  if (formula !== undefined) return inBraces ? `$${formula}$` : `{$${formula}$}`;
  return balanced && /[{}]/.test(sign) ? `\\${sign}` : (NAMED[sign] ?? `\\${sign}`);
};

/** Text as LaTeX prints it, for the inside of braces in a BibTeX file. */
export const escapeLatex = (text: string): string => {
  const plain = unstyled(text);
  const balanced = isBalanced(plain);
  return plain.replace(SPECIALS, (sign, ligature?: string) =>
    escapeSign(sign, ligature !== undefined, balanced),
  );
};

const IS_CAPITALIZED = /^\p{Lu}/u;
/** `LLM`, `iPhone`, `3D`; `U-Net`, `Z-loss`: a letter and its word are one name; `Vitamin D`. */
const HAS_A_NAME = new RegExp(
  String.raw`[\p{L}\p{N}\p{M}]\p{Lu}|(?<![^${HYPHEN}])\p{Lu}(?![^${HYPHEN}])`,
  'u',
);

/** Where BibTeX keeps a capital by itself. */
const isKept = (title: string, at: number): boolean =>
  /(?:^|:\s)\s*$/.test(title.slice(Math.max(0, at - 9), at));

/**
 * Whether a title is written like a sentence, so that its capitals are names (`faceted Rasch measurement`): more of its
 * words begin small than large. Short words are small in any title.
 */
const isSentence = (title: string): boolean => {
  let balance = 0;
  for (const { 0: word, index } of title.matchAll(WORDS)) {
    if (isKept(title, index) || HAS_A_NAME.test(word)) continue;
    if (IS_CAPITALIZED.test(word)) balance -= 1;
    else if (/^\p{Ll}{5}/u.test(word)) balance += 1;
  }
  return balance > 0;
};

const protect = (word: string): string =>
  `{${word.replace(SPECIALS, (sign, ligature?: string) => escapeSign(sign, ligature !== undefined, true, true))}}`;

/** The same for a title: names such as `LLM`, `U-Net` and `Vitamin D` keep their capitals whatever the style. */
export const escapeTitle = (title: string): string => {
  const plain = unstyled(title);
  const balanced = isBalanced(plain);
  const sentence = isSentence(plain);
  return plain.replace(
    WORDS_AND_SPECIALS,
    (found, word: string | undefined, ligature: string | undefined, at) => {
      if (word === undefined) return escapeSign(found, ligature !== undefined, balanced);
      const isArticle = word === 'A' && /^ \p{L}/u.test(plain.slice(at + 1));
      const isName = HAS_A_NAME.test(word) || (sentence && IS_CAPITALIZED.test(word) && !isKept(plain, at));
      return isName && !isArticle ? protect(word) : escapeLatex(word);
    },
  );
};
