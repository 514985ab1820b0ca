import { cutEnd } from '../../fields/text.js';

/**
 * The words that pages print around their papers, in their exact capitals. A new layout usually needs one line here.
 */

/** The top of a page: the first of them after papers begins the next page. No page but this feed's has them. */
const OF_FEED = `
Get trending papers in your email inbox!
Get trending papers in your email inbox once a day!
Daily Papers
Daily Papers - Hugging Face
Trending Papers
Trending Papers - Hugging Face
byAK and the research community
byAKand the research community
by AK and the research community
by AK and the AI research community
and the research community
AK and the research community
AKand the research community
and the AI research community
Your daily dose of AI research from AK
`;

/** The same, of any page. */
const HEADER = `
new
Subscribe
by
by AK
byAK
AK
Search by arxiv id or title
Search papers
Search any paper with AI
Submit a paper
Submit
Daily
Weekly
Monthly
Trending
`;

/** Navigation above and below, and the foot of a page. */
const AROUND = `
Hugging Face
Hugging Face's logo
Hugging Face's logo Hugging Face
Skip to main content
Models
Datasets
Spaces
Buckets
Posts
Community
Blog
Docs
Papers
Learn
Tasks
Forum
Discord
Collections
Languages
Organizations
Enterprise
Solutions
Pricing
Website
Inference Providers
HuggingChat
Log In
Sign Up
Main navigation
Toggle menu
Menu
(BUTTON)
Button
Checkbox, Value on
Links:
Previous
Next
Load more
Trending Papers ranked by GitHub stars activity
ranked by GitHub stars activity
System theme
Light theme
Dark theme
Company
© Hugging Face
TOS
Terms of Service
Privacy
About
Careers
Jobs
Swag store
References
Visible links
Visible links:
Hidden links:
Unsubscribe
Share collection
View history
Collection guide
Browse collections
View in browser
View this email in your browser
`;

/** The page says that it is empty. */
const EMPTY = `
No papers found
No papers yet
No papers for this day
No results found
No daily papers
No Daily Papers for this date
`;

const lines = (text: string): string[] => text.trim().split('\n');

/** A set of words, given as one string with spaces. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Some converters print headings in capitals. */
const withCapitals = (words: readonly string[]): string[] =>
  words.flatMap((phrase) => (phrase.includes(' ') ? [phrase, phrase.toUpperCase()] : [phrase]));

const header = new Set(withCapitals([...lines(OF_FEED), ...lines(HEADER)]));
const empty = new Set(lines(EMPTY));
const any = new Set([...header, ...lines(AROUND), ...empty]);
const longest = Math.max(...[...any].map((phrase) => phrase.length));
/** These rule out nearly every title before all its words are looked up. */
const firstWords = new Set([...any].map((phrase) => phrase.split(' ', 1)[0]));
/** Behind a sign there may be a space or none. */
const beginningOf = (text: string): string => text.slice(0, /^[A-Za-z]/.test(text) ? 2 : 1);
const beginnings = new Set([...any].map(beginningOf));
const most = Math.max(...[...any].map((phrase) => phrase.split(' ').length));

/** A word found only at the top of a page. */
export const isHeaderWord = (text: string): boolean => text.length <= longest && header.has(text);

const LEADING_MARK = /^\[\d{1,5}\]/;

/** A line that cannot be part of a paper: the header, front matter or fence of the next page. */
export const isPageStart = (text: string): boolean =>
  text === '---' ||
  text.startsWith('```') ||
  text.startsWith('# ') ||
  isHeaderWord(text.startsWith('[') ? text.replace(LEADING_MARK, '') : text);

/** The page's own word for being empty. */
export const isEmptyWord = (text: string): boolean =>
  text.length <= longest + 1 &&
  empty.has(text.endsWith('.') || text.endsWith('!') ? text.slice(0, -1) : text);

/** A line made of page words only, one or several: `Subscribe`, `TOS Privacy About Jobs`, `[53]Previous [54]Next`. */
export const isPageWords = (text: string): boolean => {
  if (text.length <= longest && any.has(text)) return true;
  if (text.length > LONGEST_LINE) return false;
  const said = text.includes('[') ? text.replace(IN_BRACKETS, ' ').trim() : text;
  if (!beginnings.has(beginningOf(said))) return false;
  const space = said.indexOf(' ');
  const first = space === -1 ? said : said.slice(0, space);
  if (
    !firstWords.has(first) &&
    !(INNER_CAPITAL.test(first) && firstWords.has(first.split(GLUED, 1)[0] ?? ''))
  )
    return false;
  const words = said.split(/\s+/);
  return areAllKnown(words) || (GLUED.test(said) && areAllKnown(words.flatMap((word) => word.split(GLUED))));
};

/** Icons and line ends leave several, or none. */
const SPACE = String.raw`\s{0,9}`;
const anyPhrase = (phrases: readonly string[]): string =>
  phrases
    .toSorted((one, other) => other.length - one.length)
    .map((phrase) => phrase.replace(/[()]/g, '\\$&').replaceAll(' ', SPACE))
    .join('|');
const small = [...any].filter((phrase) => /^[a-z]/.test(phrase));
/** `Submit` does not begin `Submitted`, but words of the page may be glued on. */
const PHRASE = new RegExp(`(?:${anyPhrase([...any])})(?:(?![a-z])|(?=${anyPhrase(small)}))${SPACE}`, 'y');

/** The page words that follow each other from a place in a text on, with or without spaces between, and where they end. */
export const pageWordsFrom = (text: string, at: number): { phrases: string[]; end: number } => {
  const phrases: string[] = [];
  let end = Math.max(at, 0);
  while (beginnings.has(beginningOf(text.slice(end, end + 2)))) {
    PHRASE.lastIndex = end;
    const found = PHRASE.exec(text);
    if (found === null) break;
    phrases.push(found[0].trim());
    end = PHRASE.lastIndex;
  }
  return { phrases, end };
};

/** The whole foot of a page is shorter. */
const LONGEST_LINE = 160;
const IN_BRACKETS = /\[[^[\]]*\]/g;

/** Where converters put words together: `TOSPrivacyAboutJobs`. */
const GLUED = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
const INNER_CAPITAL = /.[A-Z]/;

const areAllKnown = (words: readonly string[]): boolean => {
  let at = 0;
  while (at < words.length) {
    let taken = Math.min(most, words.length - at);
    while (taken > 0 && !any.has(words.slice(at, at + taken).join(' '))) taken--;
    if (taken === 0) return false;
    at += taken;
  }
  return words[0] !== '';
};

const feed = new Set(withCapitals([...lines(OF_FEED), 'Trending Papers ranked by GitHub stars activity']));
/** One of the page words that only this feed has. */
export const isFeedWord = (text: string): boolean => feed.has(text);

/** They head the lines below them. */
const SECTIONS = new Set(
  'Abstract|Summary|AI-generated summary|AI summary|TL;DR|Authors|Community|Paper abstract|References|Models citing this paper|Datasets citing this paper|Spaces citing this paper|Collections including this paper'
    .split('|')
    .map((words) => words.toLowerCase()),
);
export const isSectionWord = (text: string): boolean =>
  text.length <= 40 && SECTIONS.has(cutEnd(text, ' :：').toLowerCase());

/** What links to a paper say when they do not say its title. */
const LABELS = new Set(
  'arxiv|arxiv page|arxiv link|arxiv pdf|view arxiv page|view pdf|pdf|abs|html|hf|hf paper|hf page|hf link|hf papers|hugging face|huggingface|link|paper link|paper page|here|this link|read|read more|read paper|read the paper|read full paper|view|view paper|view the paper|open|more|details|see more|full paper|abstract|paper|url|source|discussion|discuss|link to paper|alphaxiv|view on hugging face|open on hugging face|view on huggingface|thumbnail|page|🔗|📄|→|↗'.split(
    '|',
  ),
);
/** Labels that are made of these alone: `Read on Hugging Face`, `View the paper on arXiv`. */
const LABEL_WORDS = setOf(
  'abs abstract alphaxiv arxiv at discuss discussion download face for from full get go here hf html huggingface hugging in link links more now of on open original page paper pdf read see source text the this to url view visit',
);
const isOfLabelWords = (text: string): boolean => {
  const words = text.split(' ');
  return words.length > 1 && words.length < 7 && words.every((word) => LABEL_WORDS.has(word));
};
const LABEL_ENDS = ' ])»”"\'.:!→↗>-';
export const isLinkLabel = (text: string): boolean =>
  text.length <= 32 &&
  isLabel(cutEnd(text.toLowerCase(), LABEL_ENDS).replace(/^[\s[(«“"'🔗📄📝👉→-]+/u, '') || text);
/** Words and nothing else: no count, label with its value, or address. */
export const areBareWords = (text: string): boolean => /\p{L}/u.test(text) && !/[\d:/]/.test(text);
const isLabel = (text: string): boolean => LABELS.has(text) || isOfLabelWords(text);
