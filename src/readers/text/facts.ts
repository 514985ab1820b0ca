import { arxivId } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { monthOf, readDateLine } from '../../fields/date.js';
import { hubHandle } from '../../fields/hub.js';
import { squash } from '../../fields/organization.js';
import { signFor, wordsFor } from '../../fields/vocabulary.js';
import type { Target } from './target.js';
import type { Fact } from './token.js';
import { isEmptyWord, isFeedWord, isHeaderWord, isLinkLabel, isPageWords, isSectionWord } from './words.js';

const TEXT: Fact = { kind: 'text' };
const LINK: Fact = { kind: 'link' };
const NOTHING: Fact = { kind: 'nothing' };
const PAGE: Fact = { kind: 'page' };

/** Longer texts say more than one fact. */
const LONGEST_FORM = 300;
/** No exact integer is written with more characters. */
const LONGEST_COUNT = 24;
/** A note is a line, not a paragraph. */
const LONGEST_NOTE = 160;

/** A sentence may begin like a fact. */
const SENTENCE_END = /[.:;,!?]$/;

const AUTHORS = /^[^A-Za-z0-9_]{0,60}(\d{1,6}|\d{1,3}(?:,\d{3})+) [Aa]uthors?$/;
/** The dot between facts, also in a broken encoding: `?`, `Â·`, `�`. */
const NON_WORDS = /^(?:[?.]{1,3}|(?!\p{Extended_Pictographic})[^\p{ASCII}\p{Ll}\p{Lm}\p{Lo}\p{N}]{1,3})$/u;
/** List marks without words: avatars. */
const EMPTY_ITEM = /^[*+•◦▪\s-]+$/;
const DRAWN = /^[^\p{L}\p{N}]+$/u;
const BRACKETED = /^!?\[[^[\]]*\]$/;
const ALT_TEXT = /^(?:!?\[[^[\]]*\] ?)+/;
const HANDLE = /^@?([\w.-]{1,96})$/;

const PICTURED_AUTHORS = /^(?:👥|👤) ?(\d{1,6})$|^(\d{1,6}) ?(?:[位名]作者|명의 저자|名の著者)$/u;

/** `14 authors`, `👥 14` and nothing else, with or without a bullet, however broken its encoding. */
const readAuthorCount = (text: string): number | null => {
  if (text.length > 90) return null;
  const isNamed = text.endsWith('uthors') || text.endsWith('uthor');
  const found = isNamed ? AUTHORS.exec(text) : PICTURED_AUTHORS.exec(text);
  return found ? Number((found[1] ?? found[2] ?? '').replaceAll(',', '')) : null;
};

const countOf = (text: string): number | null => (text.length > LONGEST_COUNT ? null : readCount(text));

const countFact = (text: string): Fact | null => {
  const count = countOf(text);
  return count === null ? null : { kind: 'count', count, dash: text === '-', short: /[kmb]$/i.test(text) };
};

const NUMBER = String.raw`(-|\d[\d.,]*[kmb]?)(?: ?[개条條件])?`;
/** A number with the words or signs, before or behind it, that show what it counts, and with brackets around. */
const around = (words: string): string =>
  String.raw`^[([]? ?(?:(?:${words}) ?[:：]? ?${NUMBER}(?: ?(?:${words}))?|${NUMBER} ?(?:${words})) ?[)\]]? ?[:：,]?$`;
const inSentence = (before: string, behind: string): string => String.raw`^${before} ${NUMBER} ${behind}\.?$`;

const anyOf = (...words: readonly string[]): string => words.join('|');
const UPVOTES = anyOf('(?:up)?votes?|likes?|points?', ...wordsFor('upvotes'), signFor('upvotes'));
const COMMENTS = anyOf('comments?|replies', ...wordsFor('comments'), signFor('comments'));
const STARS = anyOf(`(?:LINK: )?github(?: stars| ${signFor('stars')})?|stars?`, signFor('stars'));

const COUNTED: readonly [RegExp, 'upvotes' | 'comments' | 'github'][] = [
  [new RegExp(around(UPVOTES), 'iu'), 'upvotes'],
  [new RegExp(around(COMMENTS), 'iu'), 'comments'],
  [new RegExp(around(STARS), 'iu'), 'github'],
  [new RegExp(inSentence('Upvoted', 'times?'), 'i'), 'upvotes'],
  [
    new RegExp(inSentence('(?:There is a |There are )?community discussions? with', 'comments?'), 'i'),
    'comments',
  ],
];
/** How each of them begins: one test rules out most text. */
const COUNTED_START = new RegExp(
  `^[([]? ?(?:[-\\d]|${anyOf(UPVOTES, COMMENTS, STARS)}|upvoted|there|community)`,
  'iu',
);

/** `94 upvotes`, `Comments: 3`, `⭐ 1.2k`: a number with the words that say what it counts. */
export const countedFact = (text: string): Fact | null => {
  if (text.length > 80 || !COUNTED_START.test(text)) return null;
  for (const [form, kind] of COUNTED) {
    const [, behind, before] = form.exec(text) ?? [];
    const count = countOf((behind ?? before ?? '').replace(/[.,]$/, ''));
    if (count !== null) return kind === 'github' ? { kind, stars: count } : { kind, count };
  }
  return null;
};

/** Labels alone on their line; the value is on another line, or lost. */
const ALONE: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  // The dot and, in a broken encoding, the bullet and the dot.
  ...['·', 'â€¢', 'Â·', 'â·', 'â¢'].map((sign) => [sign, { kind: 'dot' } as const] as const),
  ['Upvote', { kind: 'upvotes', count: null }],
  ['Upvotes', { kind: 'upvotes', count: null }],
  ['Upvoted once.', { kind: 'upvotes', count: 1 }],
  ['There are no comments yet.', { kind: 'comments', count: 0 }],
  ['There is no community discussion yet.', { kind: 'comments', count: 0 }],
  ['GitHub', { kind: 'github', stars: null }],
  ['LINK: GitHub', { kind: 'github', stars: null }],
  ['arXiv Page', LINK],
  ['arXiv', LINK],
  ['LINK: arXiv Page', LINK],
  ['View arXiv page', LINK],
  ['View PDF', LINK],
  ['Project page', LINK],
  ['Submitted by', { kind: 'submitter', handle: null }],
  ['Submitted by:', { kind: 'submitter', handle: null }],
  ['Authors:', { kind: 'names', names: [] }],
]);

const SUBMITTED_BY = 'Submitted by';

/** In a digest's row of facts; `by` alone may be anybody's, but handles begin with a sign. */
const IN_A_DIGEST = new RegExp(
  `^(?:${anyOf('submitted by', ...wordsFor('submittedBy'), 'by(?= @)')})(?=[:：]? |[:：])`,
);

const submitterFact = (text: string): Fact | null => {
  const label = text.length > 200 ? '' : text.slice(0, SUBMITTED_BY.length);
  const digested = label === SUBMITTED_BY || text.length > 60 ? null : IN_A_DIGEST.exec(text);
  if (label !== SUBMITTED_BY && !digested) return null;
  const name = text
    .slice((digested?.[0] ?? SUBMITTED_BY).length)
    .replace(/^:? */, '')
    .replace(ALT_TEXT, '');
  if (name === '' || DRAWN.test(name)) return { kind: 'submitter', handle: null };
  const handle = HANDLE.exec(name)?.[1];
  if (handle !== undefined && !SENTENCE_END.test(name)) return { kind: 'submitter', handle };
  if (digested) return null;
  // A full name leaves the handle unknown; a sentence has no submitter, and `the makers` are nobody's name.
  const isName = !SENTENCE_END.test(text) && name.split(' ').length <= 4 && !/^\p{Ll}\S* /u.test(name);
  return isName ? { kind: 'submitter', handle: null } : null;
};

/** A day, the weekday, the time and what was done on it. */
const LONGEST_DATE = 60;
const PICTOGRAPH = /^\p{Extended_Pictographic}\ufe0f?\s*/u;
const PUBLISHED = new RegExp(`^(?:${anyOf('Published(?: on)?', ...wordsFor('published'))}):? `, 'i');

/** A day and nothing else; `Published`, if it says so. */
const dateFact = (text: string): Fact | null => {
  if (PICTOGRAPH.test(text)) return dateFact(text.replace(PICTOGRAPH, ''));
  const published = PUBLISHED.test(text);
  const date = readDateLine(published ? text.replace(PUBLISHED, '') : text);
  return date && { kind: 'date', date, published };
};

/** The header of a week's or a month's page. */
const PERIOD = /^(?:Week \d{1,2}(?:, \d{4})?|([A-Z][a-z]{2,8}) 20\d\d)$/;
const isPeriod = (text: string): boolean => {
  const found = text.length > 14 ? null : PERIOD.exec(text);
  return found !== null && (found[1] === undefined || monthOf(found[1]) !== null);
};

const NOTE =
  /^(?:captured|clipped|created|retrieved|exported|fetched|saved|date|url|url source|source|source url|query|published time|snapshot|timestamp)(?: ?\([^()]{0,60}\))?: /i;
const NOTED = /\d{4}-\d\d-\d\d|https?:\/\/|\d\d:\d\d:\d\d/;
const NOTE_ALONE =
  /^(?:Markdown Content:|Warning: This (?:page|is a cached snapshot) .*|Here (?:is|are) (?:the|today['’]s) (?:selection|papers)\b.{0,60}|To view more .{0,40} Daily Papers? page\.?|Title: (?:(?:Daily|Trending) Papers|Paper page - ).*|On .{6,120} wrote:)$/;
/** What a mail says below its last paper, and a quick test for how that begins. */
const MAIL_FOOT_START = /^(?:you|to |unsub|change|manage|update|if you)/i;
const MAIL_FOOT =
  /^(?:You(?:['’]re| are| have)? (?:receiv(?:e|ed|ing)|getting|subscribed to) (?:this|these|our)\b.*|To (?:unsubscribe|stop receiving|(?:change|manage|update) your)\b.*|Unsubscribe[: ].*|(?:Change|Manage|Update) your (?:e-?mail |mail )?(?:preferences|settings|subscriptions?)\b.*|If you no longer (?:want|wish) to receive\b.*)$/i;
/** Who wrote a message of a chat, and when: `HF Papers, [2. Oct 2026 at 09:00:11]:`, `Ada — Today at 9:00 AM`, `APP 9:00 AM`. */
const CHAT_HEAD =
  /^(?:.{1,60}, \[[^[\]]{4,30}\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\]:?|(?:.{1,40} )?— (?:Today|Yesterday) at \d{1,2}:\d{2}(?: [AP]M)?|(?:APP|BOT) \d{1,2}:\d{2} [AP]M)$/;
/** `2 days ago`, above a comment. */
const AGO = /^(?:updated )?(?:about |over )?(?:an?|\d{1,3}) (?:minute|hour|day|week|month|year)s? ago$/;
/** `updated Oct 2`, below the name of a collection. */
const isUpdated = (text: string): boolean =>
  text.startsWith('updated ') && text.length < 30 && readDateLine(text.slice('updated '.length)) !== null;
/** What a browser prints above and below each sheet: `6/21/26, 10:14 AM`, `https://… 1/12`. */
const ON_EACH_SHEET =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?|https?:\/\/\S+ \d{1,4}\/\d{1,4})$/i;
const isNote = (text: string): boolean =>
  (text.length <= LONGEST_NOTE &&
    text.includes(':') &&
    NOTED.test(text) &&
    NOTE.test(text) &&
    !SENTENCE_END.test(text)) ||
  NOTE_ALONE.test(text) ||
  (MAIL_FOOT_START.test(text) && MAIL_FOOT.test(text)) ||
  (text.includes(':') && DIGIT.test(text) && ON_EACH_SHEET.test(text));

/** A film or a picture, by its file. */
const MEDIA = 'Video|Image|Media|Audio|Thumbnail';
const MEDIA_LABEL = new RegExp(`^(?:${MEDIA})[:.] ?`, 'i');
/** Without a file they may be the last word of a title as well. */
const MEDIA_ALONE = new RegExp(`^(?:${MEDIA})$`);
const MEDIA_FILE = /\.(?:webm|mp4|mov|m4v|png|jpe?g|svg|webp|gif|avif)\)?$/i;
const NO_FILM = 'Your browser does not support the video tag.';
const isMedia = (text: string): boolean => {
  if (text === NO_FILM) return true;
  // The file is one word, behind its label.
  if (text.indexOf(' ') !== text.lastIndexOf(' ')) return false;
  const file = text.replace(MEDIA_LABEL, '');
  return !file.includes(' ') && (file === '' ? text.endsWith(':') : MEDIA_FILE.test(file));
};
const BARE_ADDRESS = /^<?(?:https?:\/\/|www\.)[^\s<>]+>?$/;
const ID_ALONE = /^(?:arxiv:\s?)?\d{4}\.\d{4,5}(?:v\d{1,2})?$/i;
/** `#3`, `#3 Paper of the day`, `Paper 3 of 12`. */
const RANKED = /^(?:#\d{1,4}(?: Paper of the (?:day|week|month))?|Paper #?\d{1,4}(?:(?:\/| of )\d{1,4})?:?)$/;

const LETTER_FIRST = /^[A-Za-z]/;
const DIGIT = /\d/;

/** The fact that a text as a whole has the form of; `null` for any other words. */
export const formOf = (text: string): Fact | null => {
  if (text.length > LONGEST_FORM) return null;
  const alone = ALONE.get(text);
  if (alone) return alone;
  const submitter = submitterFact(text);
  if (submitter) return submitter;
  const authors = readAuthorCount(text);
  if (authors !== null) return { kind: 'authors', count: authors };
  const count = countFact(text) ?? countedFact(text);
  if (count) return count;
  if (!LETTER_FIRST.test(text)) {
    if (EMPTY_ITEM.test(text)) return NOTHING;
    if (NON_WORDS.test(text)) return { kind: 'dot' };
    if (DRAWN.test(text)) return NOTHING;
  }
  if (text.length > LONGEST_DATE || !DIGIT.test(text)) return null;
  return isPeriod(text) ? PAGE : dateFact(text);
};

/** `Daily Papers of 2025-05-06`: the top of a digest. */
const FEED_HEADING =
  /^(?:\p{Extended_Pictographic}\ufe0f? ?)?(?:(?:(?:HF|HuggingFace|Hugging Face|Today['’]s) )?(?:Daily|Trending) Papers\b|(?:(?:HF|HuggingFace|Hugging Face) ?)?每日论文).{0,40}$/iu;

export const isTopOfDigest = (text: string): boolean => text.includes('Papers') && FEED_HEADING.test(text);

/** `Hugging Face Daily Papers, 6 May 2025`, of a digest without headings: nothing but the day is behind the name. */
const isFeedOfDay = (text: string): boolean => {
  if (!isTopOfDigest(text)) return false;
  const [, behind = ''] = text.split(/Papers\b(?: (?:for|of|on|from))?[\s,:(|–—-]*/, 2);
  return behind !== '' && readDateLine(behind.replace(/\)$/, '')) !== null;
};

/** The top of any list: `Papers of the day`, `🤗 Papers for Friday`. */
const LIST_HEADING =
  /^(?:[^\p{L}\p{N}]{1,4})?(?:(?:my|our|the|new|top|best|ai|ml|hf|today['’]s|this week['’]s) ){0,3}papers (?:of|for|from|on|this|to read)\b[^.:?!]{0,40}$/iu;

/**
 * The fact of a token, from its link target, the form of its text (`whole`), and the words
 * themselves.
 */
export const factOf = (
  text: string,
  target: Target | null,
  heading: number,
  boxed: boolean,
  whole: Fact | null = formOf(text),
): Fact => {
  if (text === '') return target === null ? NOTHING : target.kind === 'pageDay' ? PAGE : LINK;
  if (text.length > LONGEST_FORM) return TEXT;
  const byTarget = target && targetFact(text, target, heading);
  if (byTarget) return byTarget;
  const form = heading === 0 || /\d$|^[^\p{L}\p{N}]+$/u.test(text) ? whole : null;
  if (form && heading > 0 && form.kind !== 'date' && form.kind !== 'dot') return TEXT;
  if (form?.kind === 'count' && boxed) return { kind: 'upvotes', count: form.count };
  if (form) return form;
  if ((heading > 0 && heading <= 2 && FEED_HEADING.test(text)) || isFeedOfDay(text))
    return { kind: 'header', strong: true };
  if (heading === 1 && target === null && LIST_HEADING.test(text)) return { kind: 'header', strong: false };
  if (isHeaderWord(text)) return { kind: 'header', strong: isFeedWord(text) };
  if (isEmptyWord(text)) return { kind: 'empty' };
  if (target?.kind === 'hub' && heading === 0)
    return isPageWords(text) && squash(text) !== hubHandle(target.url)
      ? PAGE
      : organizationFact(text, target);
  if (isSectionWord(text)) return { kind: 'section' };
  if (isPageWords(text)) return PAGE;
  if ((text.startsWith('#') || text.startsWith('Paper')) && RANKED.test(text)) return LINK;
  if (heading > 0) return TEXT;
  return wordsFact(text, target);
};

/** How tools mark a page that they cut off: `[Content truncated]`. The rest of the last paper may be missing. */
const CUT_OFF = /^\W{0,6}(?:content|output|page|response|result|text)s? (?:was |is )?truncated\b/i;
/** A longer line says something itself. */
const LONGEST_CUT_OFF = 60;

/** What a chat's preview of a paper shows besides its title. */
const OF_LINK: ReadonlySet<string> = new Set(['Join the discussion on this paper page', 'huggingface.co']);

/** `By ruana`, below the title of an article. */
const BYLINE = /^By (?:[\w.-]{2,39}|\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+)$/u;

/** What Logseq keeps of an item. */
const PROPERTY = /^(?:collapsed|id|heading|background-color):: \S+$/;

const wordsFact = (text: string, target: Target | null): Fact => {
  if (text.startsWith('By ') && BYLINE.test(text)) return { kind: 'names', names: [text.slice(3)] };
  if (text.length <= LONGEST_CUT_OFF && (OF_LINK.has(text) || CUT_OFF.test(text))) return NOTHING;
  if (text.includes(':: ') && PROPERTY.test(text)) return NOTHING;
  if (BRACKETED.test(text) && target?.kind !== 'paper') return NOTHING;
  if (isNote(text)) return { kind: 'note' };
  if (AGO.test(text) || isUpdated(text) || (text.includes(':') && CHAT_HEAD.test(text))) return PAGE;
  if (ID_ALONE.test(text)) return LINK;
  if (target === null && isLinkLabel(text) && /^\P{Ll}/u.test(text) && !/[.,;]$/.test(text)) return LINK;
  if (MEDIA_ALONE.test(text)) return LINK;
  if (isMedia(text)) return NOTHING;
  const month = text.length <= 9 && /^[A-Z][a-z]/.test(text) ? monthOf(text) : null;
  return month === null ? TEXT : { kind: 'month', month };
};

const organizationFact = (text: string, target: Target): Fact => ({
  kind: 'organization',
  name: text.replace(ALT_TEXT, ''),
  slug: hubHandle(target.url),
});

/** The fact that a link's target gives its words; `null` if only the words decide. */
const targetFact = (text: string, target: Target, heading: number): Fact | null => {
  const count = countOf(text);
  switch (target.kind) {
    case 'upvote': {
      const said = count ?? countOf(text.replace(/^Upvote\s*/, ''));
      if (said !== null) return { kind: 'upvotes', count: said };
      return text === 'Upvote' ? { kind: 'upvotes', count: null } : LINK;
    }
    case 'comments':
      return commentsFact(text, count);
    case 'github':
      return githubFact(text);
    case 'arxiv':
      return heading === 0 && isNoTitle(text) ? LINK : null;
    case 'paper':
      // Avatars as empty items.
      if (text === '-') return NOTHING;
      return isNoTitle(text) ? LINK : isPageWords(text) ? TEXT : null;
    case 'thumbnail':
      return LINK;
    case 'pageDay':
      return PAGE;
    default:
      return null;
  }
};

/** A link to a repository: `GitHub 13`, `⭐ 57`, `1.2k`, or any words. */
export const githubFact = (text: string): Fact => {
  const form = formOf(text);
  return form?.kind === 'github'
    ? form
    : { kind: 'github', stars: form?.kind === 'count' ? form.count : null };
};

const commentsFact = (text: string, count: number | null): Fact => {
  if (count !== null) return { kind: 'comments', count };
  const said = countedFact(text);
  return said?.kind === 'comments' ? said : LINK;
};

const isNoTitle = (text: string): boolean =>
  isLinkLabel(text) || BARE_ADDRESS.test(text) || (ID_ALONE.test(text) && arxivId(text) !== null);
