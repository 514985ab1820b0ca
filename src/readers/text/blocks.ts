import { arxivId } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { readDateLine } from '../../fields/date.js';
import { cutEnd } from '../../fields/text.js';
import { factOf, formOf } from './facts.js';
import { fieldNamed, type Named, type Strength } from './field-names.js';
import { readTarget, type Target } from './target.js';
import type { Fact } from './token.js';

// `Title: …`, `**Authors:** …`: lines that name what they say.

/** `**Authors (6):** Ada Quill`, `Upvotes = 57`. */
const FORM =
  /^(?:\[\d{1,4}\] ?)?(?:[^\p{L}\p{N}[<(]{0,8})([\p{L}][\p{L} _;()-]{0,24}?)(?: \(([^()]{1,20})\))?(?:\*\*|__|\*|_)?(?: ?[:：]:?| =(?= ))(?:\*\*|__|\*|_)? ?(.*)$/u;

/** Of the page, not of a paper. */
const PAGE_TITLE = /^(?:Daily|Trending) Papers\b/;

export interface LabelLine {
  name: Named;
  /** As it is printed, with its colon. */
  label: string;
  strength: Strength;
  value: string;
  /** The number in brackets behind it: `Authors (6):`. */
  count: number | null;
}

const LETTER_FIRST = /^[A-Za-z]/;
/** A YAML string: inner quotes are escaped or doubled, so `"Cranes" or "Lakes"` is not one. Apostrophes may be bare. */
const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|''|(?<=\p{L})'(?=\p{L}))*)')$/u;
const unquoted = (value: string): string => {
  const [, double, single] = QUOTED.exec(value) ?? [];
  return double?.replace(/\\(["\\])/g, '$1') ?? single?.replaceAll("''", "'") ?? value;
};
/** Its lines are below. */
const FOLDED = /^[>|]-?$/;
/** A label, with the marks around it. */
const LONGEST_LABEL = 48;
/** Fields that an emoji marks instead of a label. */
const PICTURED: readonly [RegExp, Named][] = [
  [/^(?:👥|👤|✍️?) ?([^\s\d].*)$/u, 'names'],
  [/^(?:🏢|🏛️?|🏫) ?([^\s\d].*)$/u, 'organization'],
];

/** The heading of a fold: `<summary>Abstract</summary>`. */
const ABSTRACT_BELOW = /^<summary>(?:<b>)?(?:Abstract|Summary|摘要):?(?:<\/b>)?<\/summary>$/i;

/** The label of a line and its value; `null` for a line without a label. */
export const labelledLine = (text: string): LabelLine | null => {
  if (!LETTER_FIRST.test(text) && !text.includes(':'))
    for (const [form, name] of PICTURED) {
      const value = form.exec(text)?.[1];
      if (value !== undefined) return { name, strength: 'strong', label: '', value, count: null };
    }
  if (text.startsWith('<') && ABSTRACT_BELOW.test(text))
    return { name: 'abstract', strength: 'strong', label: 'Abstract:', value: '', count: null };
  const head = text.length > LONGEST_LABEL ? text.slice(0, LONGEST_LABEL) : text;
  if (!head.includes(':') && !head.includes('：') && !head.includes(' = ')) return null;
  const found = FORM.exec(text);
  const known = found && fieldNamed(found[1] as string);
  if (!known || known.strength === 'head') return null;
  const value = unquoted((found[3] as string).trim()).replace(FOLDED, '');
  if (known.name === 'title' && PAGE_TITLE.test(value)) return null;
  // `Authors: 6` is a count that the feed does not print: a form (`forms.ts`).
  if (known.name === 'names' && value !== '' && !/\p{L}/u.test(value)) return null;
  return { ...known, label: `${found[1]}:`, value, count: readCount(found[2] ?? '') };
};

/** Between the facts of one line: a bar, a dot or the like, or only the next label. */
const BETWEEN = / (?:([|·•;/] )|(?=\*\*\p{L}[\p{L} ]{1,24}:\*\* ))/u;

/** A label that names none of the fields: `**Sources:** …`. */
export const BOLD_LABEL = /^(?:\*\*|__)[^*_]{1,60}(?:[:：](?:\*\*|__)|(?:\*\*|__) ?[:：])/u;

const LINKED = /^\[[^[\]]{1,40}\]\([^\s()]+\)$/;

/** A value, and the facts behind it: `42 | **Comments:** 3 | 📅 Oct 2, 2026`. */
export const factsBehind = (value: string): string[] => {
  const [first = '', ...others] = value.split(BETWEEN);
  const facts = [first];
  for (let i = 0; i < others.length; i += 2) {
    const [sign = '', fact = ''] = others.slice(i, i + 2);
    if (!LINKED.test(fact) && labelledLine(fact) === null && formOf(fact) === null && !BOLD_LABEL.test(fact))
      facts.push(`${facts.pop()} ${sign}${fact}`);
    else facts.push(fact);
  }
  return facts;
};

/** Another label on the same line shows that this is a label too. */
const hasMore = ({ value }: LabelLine): boolean =>
  value.length <= LONGEST_LINE && factsBehind(value).some((fact, i) => i > 0 && labelledLine(fact) !== null);
/** A longer value is an abstract. */
const LONGEST_LINE = 1000;

/** A label that is not known, as other tools print: `Venue: …`. */
const unknownLabel = (text: string): LabelLine | null => {
  const found = text.length > LONGEST_NOTE ? null : FORM.exec(text);
  if (!found || (found[1] as string).split(' ').length > 3 || found[3] === '') return null;
  return {
    name: 'note',
    label: `${found[1]}:`,
    strength: 'weak',
    value: (found[3] as string).trim(),
    count: null,
  };
};
/** What other tools print is short; a sentence may have a colon too. */
const LONGEST_NOTE = 120;

/** `Title`, with the title on the next line. If that repeats, other labels have lines of their own too. */
const TITLE_ALONE = /^(?:Paper )?Title$/i;
/** One may be the title of a paper. */
const FEWEST_ALONE = 2;

const labelAlone = (text: string): LabelLine | null => {
  const known = text.length > LONGEST_LABEL ? null : fieldNamed(text);
  if (!known || known.strength === 'head') return null;
  return { ...known, label: `${text}:`, value: '', count: null };
};

/** Labels of one paper are at most this many lines apart. */
const NEAR = 4;

/** The labels of lines: strong ones, and those near another label if one of the two is strong, `Title` or `Abstract`. */
export const labelledLines = (texts: readonly string[]): (LabelLine | null)[] => {
  const areAlone = texts.filter((text) => TITLE_ALONE.test(text)).length >= FEWEST_ALONE;
  const all = texts.map((text) => labelledLine(text) ?? (areAlone ? labelAlone(text) : null));
  if (all.every((label) => label === null)) return all;
  const known = knownLabels(all);
  const areTitled = known.some((label) => label?.name === 'title');
  // Between two lines with labels a third has one too; below an abstract it may be prose.
  for (const [i, text] of texts.entries()) {
    const above = known[i - 1];
    if (known[i] || !above || above.name === 'abstract' || above.value === '') continue;
    const below = known.slice(i + 1, i + NEAR).findIndex((label) => label !== null);
    if (below === -1 || (!areTitled && isAgain(known, i, known[i + 1 + below]?.name))) continue;
    const between = texts.slice(i, i + 1 + below).map(unknownLabel);
    if (between.every((label) => label !== null)) known[i] = unknownLabel(text);
  }
  addLastLabels(known, texts);
  return known.map((label, i) => (isShortened(label, known, i) ? { ...label, name: 'aiSummary' } : label));
};

/** The last label of a block has none below it: words that end several blocks are one. */
const addLastLabels = (known: (LabelLine | null)[], texts: readonly string[]): void => {
  const lastAt = (i: number): LabelLine | null => {
    const above = known[i - 1];
    return known[i] || !above || above.name === 'abstract' ? null : unknownLabel(texts[i] as string);
  };
  const times = new Map<string, number>();
  for (const i of texts.keys()) {
    const label = lastAt(i)?.label;
    if (label !== undefined) times.set(label, (times.get(label) ?? 0) + 1);
  }
  if (times.size === 0) return;
  for (const i of texts.keys()) {
    const last = lastAt(i);
    if (last && (times.get(last.label) ?? 0) >= FEWEST_BLOCKS) known[i] = last;
  }
};
/** In a single block anything may be above. */
const FEWEST_BLOCKS = 2;

/** Whether the labels right above a line include this one already: the line may then be the next paper's title. */
const isAgain = (all: readonly (LabelLine | null)[], at: number, name: Named | undefined): boolean => {
  for (let i = at - 1; all[i]; i--) if (all[i]?.name === name) return true;
  return false;
};

/** A summary of a paper whose abstract is labelled too. */
const isShortened = (
  label: LabelLine | null,
  all: readonly (LabelLine | null)[],
  at: number,
): label is LabelLine => {
  if (label?.name !== 'abstract' || /abstract|摘要/i.test(label.label)) return false;
  return all
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .some((other) => other !== null && /abstract/i.test(other.label));
};

const knownLabels = (all: readonly (LabelLine | null)[]): (LabelLine | null)[] => {
  const sure = all.map(
    (label) =>
      label !== null && (label.strength === 'strong' || label.name === 'title' || label.name === 'abstract'),
  );
  let last: LabelLine | null = null;
  return all.map((label, i) => {
    // Names in a list, a line each.
    const isBehindList = last?.name === 'names' && last.value === '';
    if (label !== null) last = label;
    if (label === null || label.strength === 'strong' || isBehindList || hasMore(label)) return label;
    for (let near = Math.max(0, i - NEAR); near <= i + NEAR; near++)
      if (near !== i && all[near] && (sure[near] || sure[i]) && all[near]?.name !== label.name) return label;
    return isOfSeveral(all, i) ? label : null;
  });
};

/** Three lines in a row, each with a different label. */
const isOfSeveral = (all: readonly (LabelLine | null)[], at: number): boolean => {
  for (let from = Math.max(0, at - 2); from <= at; from++) {
    const three = all.slice(from, from + 3).map((label) => label?.name ?? null);
    if (three.length === 3 && !three.includes(null) && new Set(three).size === 3) return true;
  }
  return false;
};

const NAMED_LINK = /\[([^[\]]*)\]\([^()]*\)/g;
export const IN_BRACKETS_LAST = / \([^()]*\)$/;
const IN_BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
const PART = /[,;，、&]|\band\b/;
/** `4 others`, `2 more authors`, `+4`. */
const OTHERS = /(?:^|[ ,&+])\+? ?(\d{1,4}) (?:others?|more)(?: authors?)?$|\+ ?(\d{1,4})$/i;
const ET_CETERA = /\bet\.? ?al\b|…|\.\.\.|\b\d+ (?:others?|more)\b/i;

/** The full stop of an initial or of `Jr.` belongs to the name (`Fay Gale Jr.`); any other ends a sentence. */
const OWN_STOP = /(?:^|[ .-])(?:\p{Lu}|[JS]r)\.$/u;
const withoutStop = (text: string): string => {
  const marked = cutEnd(text, ' *_`');
  return OWN_STOP.test(marked) ? marked : cutEnd(marked, ' *_`.');
};

/** The names of authors in a list: `Ada Quill, Ben Ochre and Fay Gale`. */
const namesIn = (list: string): string[] =>
  list
    .replace(NAMED_LINK, '$1')
    .replace(IN_BRACKETS, ' ')
    .replace(/\bet\.? ?al\b\.?|…|\.\.\.$/g, ' ')
    .split(PART)
    .map((name) => withoutStop(name.replace(/^[\s*_`]+/, '')).replace(/\s+/g, ' '))
    .filter((name) => name !== '');

/** `Ada Quill et al. (7 total)` */
const IN_ALL = /\((\d{1,5}) (?:total|in total|authors?)\)$/;

/** @param stated the total number of authors, if the label gives it: `Authors (6): …` */
export const namesFact = (text: string, stated: number | null = null): Fact => {
  const all = stated ?? readCount(IN_ALL.exec(text)?.[1] ?? '');
  const list = withoutStop(text.trim());
  const [others, ...counts] = OTHERS.exec(list) ?? [];
  const names = namesIn(others === undefined ? list : list.slice(0, -others.length));
  const unnamed = counts.find((count) => count !== undefined);
  if (unnamed !== undefined) return { kind: 'names', names, unnamed: Number(unnamed) };
  if (all !== null) return { kind: 'names', names, unnamed: Math.max(0, all - names.length) };
  return { kind: 'names', names, ...(ET_CETERA.test(text) && { unnamed: null }) };
};

/** A name, those that follow it, and how a list of them ends. */
export const NAME = String.raw`\p{Lu}[\p{L}.'’-]{0,30}(?: (?:\p{Lu}[\p{L}.'’-]{0,30}|de|del|der|di|la|van|von)){1,4}`;
export const NEXT_NAMES = `(?:(?:, (?:and )?| and | & )${NAME})`;
export const ET_AL = String.raw`(?:,? et al\.?)?`;
const BY = /^by (?=\p{Lu}\p{L})[^.]{3,100} et\.? ?al\.?$/u;
const BY_NAMES = new RegExp(`^by ${NAME}${NEXT_NAMES}{0,200}$`, 'u');

/** `by Ada Quill et al.`; behind other facts on its line without `et al.` too. */
export const byNames = (text: string, isBehind: boolean): Fact | null =>
  text.startsWith('by ') &&
  ((text.length < 120 && BY.test(text)) || (isBehind && text.length < LONGEST_NAMES && BY_NAMES.test(text)))
    ? namesFact(text.slice(3))
    : null;
const LISTED = /^(?:by )?(.{3,600}?)(,? et\.? al\.?)?( \(\d{1,5} authors?\))?$/iu;
const MARKED = /^([*_])[^*_]+\1$/;
const ONE_NAME = /^\p{Lu}[\p{L}.'’-]{0,30}(?: [\p{L}.'’-]{1,30}){0,4}$/u;

/** `Ada Quill, Ben Ochre et al. (6 authors)`: names, if the list says how it ends or has at least two. */
export const listedNames = (text: string): Fact | null => {
  const [, list = '', etAl = '', all = ''] = LISTED.exec(text) ?? [];
  const isMarked = MARKED.test(list);
  const names = (isMarked ? list.slice(1, -1) : list).split(/, (?:and )?| and | & /);
  if (!names.every((name) => ONE_NAME.test(name))) return null;
  const saysAll = isMarked || etAl !== '' || all !== '';
  const areSure = saysAll || (names.length > 1 && names.every((name) => name.includes(' ')));
  return areSure ? namesFact(isMarked ? list : list + etAl + all) : null;
};

/** Longer ones stop with `et al.` */
const LONGEST_NAMES = 400;

const BARE_URL = /(?:https?:\/\/|\/papers\/)[^\s<>()[\]"]+/;

const NO_VALUE = /^(?:[-–—]|none|null|n\/?a|nan|unknown)?$/i;
/** An empty value: `Organization: None`, `-` in a column. For upvotes the feed's `-` means 0. */
export const isEmptyValue = (name: string, value: string): boolean =>
  NO_VALUE.test(value) && !(name === 'upvotes' && value === '-');

/** `HuggingFace Daily Papers (6 upvotes)`, `HF 赞：111` */
const VOTES =
  /(?:^|[^\p{L}\d])(\d{1,3}(?:,\d{3}){1,2}|\d{1,6}) ?(?:upvotes?|votes?|likes?|[赞票])(?!\p{L})|(?:upvotes?|likes|[赞热]度?|点赞数?)[:：*_ ]{1,4}(\d{1,6})/iu;
export const votesIn = (text: string): number | null =>
  readCount(
    VOTES.exec(text)
      ?.slice(1)
      .find((said) => said !== undefined) ?? '',
  );

/** Labels whose value may be on the next line. */
const MAY_FOLLOW: ReadonlySet<Named> = new Set(['title', 'abstract', 'names', 'upvotes', 'submitter']);

const OF_A_PAPER: ReadonlySet<string> = new Set(['paper', 'arxiv', 'github', 'comments', 'upvote']);

/** `October 2nd, 2026` */
const ORDINAL = /(\d)(?:st|nd|rd|th)\b/;

/** What a labelled value says, and the number in brackets behind its label. */
export const valueFact = (
  name: Named,
  value: string,
  target: Target | null,
  stated: number | null = null,
): { fact: Fact; target: Target | null } => {
  if (isEmptyValue(name, value) && (value !== '' || !MAY_FOLLOW.has(name)))
    return { fact: { kind: 'link' }, target };
  const url = BARE_URL.exec(value)?.[0];
  const id = arxivId(value);
  const led =
    target ??
    (url === undefined ? null : readTarget(url)) ??
    (id === null ? null : readTarget(name === 'arxiv' ? `https://arxiv.org/abs/${id}` : `/papers/${id}`));
  switch (name) {
    case 'title':
    case 'abstract':
      return { fact: { kind: value === '' ? 'nothing' : name }, target };
    case 'aiSummary':
    case 'keywords':
    case 'projectPage':
      return { fact: { kind: 'link', names: name }, target: null };
    case 'note':
    case 'number': {
      const count = name === 'note' ? votesIn(value) : null;
      // Of its paper, like a link; a note would be the page's.
      return { fact: count === null ? { kind: 'link' } : { kind: 'upvotes', count }, target: null };
    }
    case 'names':
    case 'authors': {
      const said = formOf(value.replace(IN_BRACKETS_LAST, ''));
      const counted = said?.kind === 'authors' ? said.count : readCount(value);
      if (counted !== null) return { fact: { kind: 'authors', count: counted }, target: null };
      return { fact: name === 'names' ? namesFact(value, stated) : { kind: 'note' }, target: null };
    }
    case 'link':
    case 'arxiv':
      return { fact: { kind: led && OF_A_PAPER.has(led.kind) ? 'link' : 'note' }, target: led };
    case 'organization': {
      const said = formOf(value);
      if (said?.kind === 'authors') return { fact: said, target: null };
      return { fact: { kind: 'organization', name: value, slug: null, labelled: true }, target };
    }
    case 'date': {
      const date = readDateLine(value.replace(/^(\d{4}-\d\d-\d\d)[T ].*/, '$1').replace(ORDINAL, '$1'));
      return { fact: date ? { kind: 'date', date, published: true } : { kind: 'note' }, target };
    }
    case 'submitter':
      return { fact: formOf(`Submitted by ${value}`) ?? { kind: 'submitter', handle: null }, target };
    default: {
      const said = formOf(value);
      const count = said?.kind === 'count' ? said.count : null;
      if (name === 'github') return { fact: { kind: 'github', stars: count }, target: led };
      if (value === '' && name === 'upvotes') return { fact: { kind: 'upvotes', count: null }, target };
      return { fact: count === null ? factOf(value, led, 0, false) : { kind: name, count }, target: led };
    }
  }
};
