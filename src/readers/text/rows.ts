import { arxivId } from '../../fields/arxiv.js';
import { cutEnd } from '../../fields/text.js';
import { signFor } from '../../fields/vocabulary.js';
import { listedNames } from './blocks.js';
import { countedFact, formOf } from './facts.js';
import type { Fact } from './token.js';
import { isPageWords } from './words.js';

// Several facts in a row on one line.

/** `- 94 upvotes` behind a title: the sign sets it off. */
export const SET_OFF = /^(?:[·•|–—:-]|——|--)\s+(?=\S)/;

const DOT = /·|Â·|[•|](?=\s)|(?<=\s)[•|]/;
const LEADING_DOT = /^(?:·|•|Â·)\s*(?=\S)/;
/** A digest numbers its papers; prose is not taken apart. */
const LIST_NUMBER = /^\d{1,4}\. (?=\S)/;
/** `GitHub 3.29k arXiv Page`, also without any space, or with what is left of a picture between: `GitHub 998 [IMG] arXiv Page`. */
const LABELS =
  /^(?:(?:LINK: )?(?:Upvote|GitHub|arXiv Page)\s*(?:(?:\\?-|\d[\d.,]*[kmb]?)\s*)?(?:\[[\w-]{0,12}\]\s*)?)+$/i;
const LABEL = /(Upvote|GitHub|arXiv Page)\s*(?:\\?(-)|(\d[\d.,]*[kmb]?))?/gi;
const SENTENCE_ENDS = '.:;,!?';

/** Prose with a dot in it is longer, and so are only author names between other facts. */
const LONGEST_FACTS = 200;
/** No fact is longer, but names of authors. */
const LONGEST_FACT = 40;
const LONGEST_SET_OFF = LONGEST_FACTS + LONGEST_FACT;
/** Longer texts stay whole: an abstract has 3,300 characters at most, half of them under 1,400. */
const LONGEST = 2000;

const NUMBER = String.raw`\d[\d.,]*[km]?`;
const COUNT = `(-|${NUMBER})`;
const ID = String.raw`(?:arXiv: ?)?\d{4}\.\d{4,5}(?:v\d{1,2})?`;

/** Forms of short lines with several facts, one per group; some need a further test. */
const FORMS: readonly (readonly [form: RegExp, check?: (first: string, second: string) => boolean])[] = [
  // `Feb 5, 2023new`: the next page of a file without a line end at its seam.
  [/^(.*\d)(new)$/, (day) => isDay(day)],
  // `and the research communityOct 2`: the day of the page, glued to words of its head.
  [/^(.*[a-z])([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/, (words, day) => isPageWords(words) && isDay(day)],
  // `Submitted by rivermaps 94`: the upvotes behind the submitter.
  [new RegExp(String.raw`^(Submitted by:? ?[\w.-]+) ${COUNT}$`)],
  // `3.29k 22`: stars and comments, side by side on a card.
  [new RegExp(`^${COUNT} ${COUNT}(?: ${COUNT})?$`, 'i')],
  // The same without a space.
  [/^(\d[\d.]*[km])(\d{1,4})$/i],
  // `· 14 authors 37`: the comments behind the authors.
  [new RegExp(String.raw`^(\W{0,9}\d[\d,]* authors?) ${COUNT}(?: ${COUNT})?$`, 'i')],
];
/** Two facts without anything between them. */
const LONGEST_FORM = 60;
const FORM_ENDS = '0123456789-.,kKmMw';
const VOTE_SIGN = signFor('upvotes');
const VOTES = String.raw`[([]\s*(?:${VOTE_SIGN}\s*${NUMBER}|${NUMBER} ?(?:${VOTE_SIGN}|upvotes?|votes?))\s*[)\]]`;
/** `Title (211 ▲)`. */
const TITLE_AND_VOTES = new RegExp(String.raw`^(.*\S) (${VOTES})$`, 'u');
export const endsInVotes = (text: string): boolean => TITLE_AND_VOTES.test(text);
/** `(31 👍) by Ida Quill et al.`, behind a title. */
const VOTES_FIRST = new RegExp(String.raw`^(${VOTES}) (\S.*)$`, 'u');
/** `Title — 94 upvotes, 3 comments`, `Title 👍 9 💬 3`. */
const MOST_SET_OFF = 6;
/** `Upvoted 42 times. There is a community discussion with 4 comments.` */
const SENTENCES = /^(Upvoted (?:once|\d[\d,]* times?)\.) (There (?:is|are) .*\.)$/;

/** `**Title** (94 upvotes) by Ada Quill`: the title of an item in bold, and its facts behind it. */
const BOLD_TITLE = new RegExp(
  String.raw`^((\*\*|__)(?=\S)[^*]{2,250}?\2) (?:[–—·|:-] |(?=${VOTES}|by \p{Lu}|[Ss]ubmitted by ))(.+)$`,
  'u',
);

/** `**Title** (Crane Lab) – Abstract *(94 upvotes)*`: an item that says all of a paper. */
const BOLD_ITEM = /^((\*\*|__)(?=\S)[^*]{2,250}?\2) \(([^()]{1,80})\)(?: ?[–—:-])? (?=\S)/;
/** `**Title** (Ada Quill et al.)` */
const BOLD_AND_NAMES = /^((\*\*|__)(?=\S)[^*]{2,250}?\2) \(([^()]{3,200})\)$/;
const VOTES_LAST = new RegExp(` [*_]{0,2}(${VOTES})[*_]{0,2}$`, 'u');

const inBoldItem = (text: string): readonly string[] | null => {
  const [, bold, , facts = ''] = BOLD_TITLE.exec(text) ?? [];
  if (bold !== undefined) return [bold, ...factsIn(facts, formOf(facts))];
  const [, titled, , names = ''] = BOLD_AND_NAMES.exec(text) ?? [];
  if (titled !== undefined && listedNames(names)) return [titled, `by ${names}`];
  const found = BOLD_ITEM.exec(text);
  if (!found) return null;
  const [before, title = '', , who = ''] = found;
  const votes = VOTES_LAST.exec(text.slice(-LONGEST_FACT));
  const prose = text.slice(before.length, votes ? text.length - votes[0].length : undefined);
  const parts = factsIn(prose, formOf(prose));
  return [title, who, ...(parts.every(isSure) ? parts : [prose]), ...(votes ? [votes[1] as string] : [])];
};

const isId = (text: string): boolean => text.length <= LONGEST_ID && arxivId(text) !== null;
/** `arXiv: hep-th/0101001v10` has 24 characters; in a longer text an id may be cited. */
const LONGEST_ID = 24;

/** Whether a text is a fact wherever it stands; a number, dot or page word may be part of a sentence. */
export const isSure = (text: string): boolean => {
  if (isId(text)) return true;
  const kind = formOf(text)?.kind;
  return kind !== undefined && kind !== 'count' && kind !== 'dot' && kind !== 'nothing' && kind !== 'page';
};
/** Whether a text says nothing but facts, one or several. */
export const areFacts = (text: string): boolean =>
  factsIn(text, formOf(text)).every((part) => part === '·' || isSure(part));
const isDay = (text: string): boolean => formOf(text)?.kind === 'date';
const isDayOrAuthors = (text: string): boolean => {
  const kind = formOf(text)?.kind;
  return kind === 'date' || kind === 'authors';
};

/** The parts of a text that each state one fact; a text with one fact stays whole. `whole`: the fact of all of it. */
export const factsIn = (text: string, whole: Fact | null): readonly string[] => {
  if (text.length < 3 || text.length > LONGEST) return [text];
  const item = text.startsWith('**') || text.startsWith('__') ? inBoldItem(text) : null;
  if (item) return item;
  const parts = inForm(text) ?? aboveFoot(text) ?? aroundSubmitter(text);
  if (parts) return parts;
  if (text.startsWith('Upvoted')) return SENTENCES.exec(text)?.slice(1) ?? [text];
  const voted = text.length <= LONGEST_SET_OFF && /[)\]]$/.test(text) ? TITLE_AND_VOTES.exec(text) : null;
  if (voted) return [...titleAndNames(voted[1] as string), voted[2] as string];
  const bracketed = text.length <= LONGEST_SET_OFF && text.endsWith(')') ? inBrackets(text) : null;
  if (bracketed) return bracketed;
  if (text.length < 120 && LABELS.test(text))
    return [...text.matchAll(LABEL)].map(([, label = '', dash, number]) =>
      `${label} ${dash ?? number ?? ''}`.trim(),
    );
  if (whole !== null) return [text];
  const inLink = text.startsWith(', ') ? besideAddress(text) : null;
  if (inLink) return inLink;
  const behindVotes = text.startsWith('(') || text.startsWith('[') ? VOTES_FIRST.exec(text) : null;
  if (behindVotes) return behindVotes.slice(1);
  return atDots(text) ?? setOff(text) ?? [text];
};

/** `, 94 upvotes): Summary`, behind the address in the same brackets. */
const FACTS_AND_MORE = /^, ([^()]{1,80})\)(?::| [–—-]) (\S.*)$/;
const besideAddress = (text: string): readonly string[] | null => {
  const [, inner = '', summary = ''] = FACTS_AND_MORE.exec(text) ?? [];
  return summary !== '' && areFacts(inner) ? [...factsIn(inner, formOf(inner)), summary] : null;
};

/** `2 Previous Next`: the comments of the last card, glued to the foot of its page. */
const ABOVE_FOOT = /^(\d[\d.,]*[km]?) ((?:Previous|Next)\b.*)$/;
const aboveFoot = (text: string): readonly string[] | null => {
  const [, count, foot] = ABOVE_FOOT.exec(text) ?? [];
  return count !== undefined && foot !== undefined && isPageWords(foot) ? [count, foot] : null;
};

const inForm = (text: string): readonly string[] | null => {
  if (text.length > LONGEST_FORM || !FORM_ENDS.includes(text.charAt(text.length - 1))) return null;
  for (const [form, check] of FORMS) {
    const [, ...parts] = form.exec(text) ?? [];
    const [first, second] = parts;
    if (first !== undefined && second !== undefined && (check?.(first, second) ?? true))
      return parts.filter((part) => part !== undefined);
  }
  return null;
};

/** `Title (arXiv:2505.00011, 94 upvotes)`: an id in brackets, and more behind it; alone it is cited. */
const ID_AND_MORE = new RegExp(`^${ID}[,;|·] .+$`, 'i');
/** A date has a comma before its year. */
const BETWEEN_FACTS = /[,;|·] (?!\d{4}$|\d{4}[,;|·])/;

const inBrackets = (text: string): readonly string[] | null => {
  const at = text.lastIndexOf(' (');
  if (at < 1) return text.startsWith('(') ? behindTitle(text.slice(1, -1)) : null;
  const inside = text.slice(at + 2, -1);
  if (!ID_AND_MORE.test(inside)) return null;
  const facts = inside.split(/[,;|·] /);
  return facts.some(isSure) ? [text.slice(0, at), ...facts] : null;
};

/** `(94 upvotes, submitted by ida)`, behind a linked title. */
const behindTitle = (inside: string): readonly string[] | null => {
  const facts = inside.split(BETWEEN_FACTS);
  return facts.length > 1 && facts.every(isSure) ? facts : null;
};

/** `4 Submitted by`, `· 14 authors 4 Submitted by`: the facts of the card above, whose line end got lost. */
const aroundSubmitter = (text: string): readonly string[] | null => {
  const at = text.indexOf('Submitted by') - 1;
  if (at < 1 || at > LONGEST_FACT || text[at] !== ' ' || ',;'.includes(text.charAt(at - 1))) return null;
  const [above, submitter] = [text.slice(0, at), text.slice(at + 1)];
  const facts = factsIn(above, formOf(above));
  const areAll = facts.every((fact) => isSure(fact) || ['count', 'dot'].includes(formOf(fact)?.kind ?? ''));
  return areAll ? [...facts, ...factsIn(submitter, formOf(submitter))] : null;
};

/** `by @max` alone may be anybody's. */
const SUBMITTED = /\bsubmitted by /i;
/** Numbers with their words at the end of a line, one after the other; after them perhaps who submitted it, and when. */
const setOff = (text: string): string[] | null => {
  if (text.length > LONGEST_SET_OFF || !(/\d/.test(text) || SUBMITTED.test(text))) return null;
  const behind: string[] = [];
  let rest = (text.startsWith('（') ? inAscii(text) : text).replace(/^, /, '').replace(/[.;]$/, '');
  let isSaid = false;
  while (behind.length < MOST_SET_OFF) {
    const counted = lastCounted(rest);
    const found = counted ?? lastSaid(rest);
    if (found === null) break;
    isSaid ||= counted !== null || SUBMITTED.test(found[1]);
    behind.unshift(found[1]);
    rest = found[0];
  }
  if (behind.length === 0 || (!isSaid && countedFact(rest) === null)) return null;
  // `Title. Upvotes: 94.`
  return [...titleAndMore(rest.replace(/(?<=\p{L}{3})\.$/u, '')), ...behind];
};

/** `（94 赞，3 条评论）` */
const inAscii = (text: string): string =>
  text.replace(/[（，、）]/g, (sign) => (sign === '（' ? '(' : sign === '）' ? ')' : ', '));

/** Where facts of one line meet; a date has a comma inside. */
const MEETS = /(?:(?:[,;.]| (?:--|[–—|·:/-])) | \()(?=\S)/g;
/** What people say last about a paper, set off from the rest. */
const SAID_LAST: ReadonlySet<Fact['kind']> = new Set(['submitter', 'date', 'upvotes', 'comments', 'github']);

/** `…, submitted by @rivermaps`, `… – Oct 4, 2026`, `…. Upvotes: 94`. */
const lastSaid = (text: string): [string, string] | null => {
  const from = Math.max(0, text.length - LONGEST_SET_OFF / 4);
  for (const { 0: sign, index } of text.slice(from).matchAll(MEETS)) {
    const said = text.slice(from + index + sign.length).replace(/[)\].]$/, '');
    const kind = formOf(said)?.kind;
    if (kind !== undefined && SAID_LAST.has(kind) && from + index > 0)
      return [text.slice(0, from + index), said];
  }
  return null;
};

/** `Title (2505.00011)`, `Title, arXiv:2505.00011`: not a citation, since numbers of its own follow. */
const ID_LAST = new RegExp(
  String.raw`^(\S.*?)(?:[.,] | [|–—·-] | [([])(${ID}|https?:\/\/[^\s()]+)[)\]]?$`,
  'i',
);
/** `[2505.00011] Title`. */
const ID_FIRST = new RegExp(String.raw`^\[?(${ID})\]?:? (?:[|–—·-] )?(\S.*)$`, 'i');

/** What comes before the numbers of a line: a title, perhaps with its id or its authors. */
const titleAndMore = (text: string): readonly string[] => {
  const [, first, words] = ID_FIRST.exec(text) ?? [];
  if (first !== undefined && words !== undefined) return [words, first];
  const [, title, id] = ID_LAST.exec(text) ?? [];
  return title !== undefined && id !== undefined ? [...titleAndNames(title), id] : titleAndNames(text);
};

/** `Title by Ada Quill, Ben Ochre`, `Title (Ada Quill et al.)`; after a linked title also `— Ada Quill, Ben Ochre`. */
export const titleAndNames = (text: string): readonly string[] => {
  const behind = text.replace(BEFORE_NAMES, '');
  if (behind !== text) return areNames(behind) ? [`by ${behind}`] : [text];
  const by = text.lastIndexOf(' by ');
  if (by > 0 && areNames(text.slice(by + ' by '.length))) return [text.slice(0, by), text.slice(by + 1)];
  const bracket = text.endsWith('al.)') ? text.lastIndexOf(' (') : -1;
  const inside = text.slice(bracket + ' ('.length, -1);
  return bracket > 0 && areNames(inside) ? [text.slice(0, bracket), `by ${inside}`] : [text];
};
const BEFORE_NAMES = /^(?:by|[–—|·-]) /;
const areNames = (text: string): boolean => text.length <= LONGEST_SET_OFF && listedNames(text) !== null;

const SIGNS = ' —–|·•,/-';
/** Titles may end in `5 Stars`. */
const SURE_WORDS = /upvote|[^\p{ASCII}]/iu;

/** A number and its unit take one, two or three words. */
const lastCounted = (text: string): [string, string] | null => {
  if (countedFact(text) !== null) return null;
  const spaces: number[] = [];
  for (let at = text.lastIndexOf(' '); at > 0 && spaces.length < 3; at = text.lastIndexOf(' ', at - 1))
    spaces.unshift(at);
  for (const space of spaces) {
    const said = text.slice(space + 1, text.endsWith(',') ? -1 : undefined);
    if (countedFact(said) === null || !/\d/.test(said)) continue;
    const before = text.slice(0, space);
    const rest = cutEnd(before, SIGNS);
    if (rest === before && !SURE_WORDS.test(said)) continue;
    return rest === '' ? null : [rest, said];
  }
  return null;
};

/** `Crane Lab · Published on Oct 4, 2026`: taken apart at its dots where one of its parts is sure; prose stays whole. */
const atDots = (text: string): string[] | null => {
  // The line of the dot, joined to the one above.
  if (text.length <= LONGEST_FACTS && / [·•]$/.test(text)) {
    const rest = text.slice(0, -2);
    return [...(atDots(rest) ?? [rest]), '·'];
  }
  const beginning = text.slice(0, LONGEST_FACT);
  const isLong = text.length > LONGEST_FACTS;
  if (SENTENCE_ENDS.includes(text.at(-1) as string) || !/[·•|]/.test(isLong ? beginning : text)) return null;
  const first = beginning.split(DOT, 1)[0]?.trim() ?? '';
  if (isLong && !isDayOrAuthors(first)) return null;
  const begins = LEADING_DOT.test(text);
  const parts = text
    .replace(LEADING_DOT, '')
    .replace(LIST_NUMBER, '')
    .split(DOT)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || (parts.length === 1 && parts[0] === text) || !parts.some(isSure)) return null;
  // `Title | arXiv:2505.00011 | 94 upvotes`: no card of the feed has an id in its row.
  if (!begins && parts.some(isId) && parts.slice(1).every(isSure)) return parts;
  return parts.flatMap((part, i) => (i === 0 && !begins ? [part] : ['·', part]));
};
