import type { DiagnosticCode } from '../../src/diagnostic.js';
import type { Field } from './expected.js';
import type { Saved } from './inputs.js';
import type { Invented } from './invent.js';
import type { Kind } from './pages.js';

/** Something that a converter itself destroys on some pages, and what the reader must say then. */
export interface Loss {
  what: string;
  kinds?: readonly Kind[];
  /** White space between the page's elements; see `SPACINGS`. */
  spacings?: readonly string[];
  /** Of cards that are saved alone, not of pages. */
  onlyCards?: true;
  /** Fields that can no longer be read right; any value is accepted. */
  spoils?: readonly Field[];
  /** The papers of which it spoils them; all, if not given. */
  where?: (paper: Invented) => boolean;
  /** Papers that can no longer be told apart may be missing. What is read must still be right. */
  papers?: true;
  /** At least one of these must be given, where it is `papers` if one is missing. */
  says?: readonly DiagnosticCode[];
}

/** What a converter's text shows of a page. */
export interface Form {
  /** Fields that its text does not show: they must stay empty. */
  hides: readonly Field[];
  capitals?: true;
  /** It prints the dash of a list behind the heading above it. */
  dashes?: true;
  /** It breaks lines inside of words, at `/` and `\`: texts are compared without their spaces. */
  breaksWords?: true;
  losses: readonly Loss[];
}

const IDS: Field[] = ['arxivId', 'url', 'githubRepo'];
const SLUG: Field = 'organizationSlug';
const WITH_STARS: readonly Kind[] = ['day with stars'];

const GLUED_COMMENTS: Loss = {
  what: 'date and comments stand without a space between them: `Aug 226`',
  kinds: ['search'],
  spacings: ['none'],
  spoils: ['published', 'comments'],
  says: ['count-ambiguous'],
};
const GLUED_DAY: Loss = {
  what: "the page's day stands between two addresses without a space: `/papers/date/2026-10-01Oct 2/papers/`",
  kinds: ['day'],
  spacings: ['none'],
  spoils: ['submittedOn'],
};
const GLUED_LOGO: Loss = {
  what: 'the words of the logo and the name stand without a space between them: `cranelabCrane Lab`',
  spacings: ['none'],
  spoils: ['organization', SLUG],
};
const ONE_NUMBER: Loss = {
  what: 'one plain number behind the authors: stars or comments',
  kinds: WITH_STARS,
  spoils: ['comments', 'githubStars'],
  where: ({ github, comments }) => comments === 0 && github !== null && !github.printed.endsWith('k'),
};
const GLUED_STARS: Loss = {
  what: 'stars and comments stand without a space between them: `738`',
  kinds: WITH_STARS,
  spacings: ['none'],
  spoils: ['comments', 'githubStars'],
};
const ONE_LINE: Loss = {
  what: 'a whole page on one line: nothing tells titles from abstracts or organizations',
  papers: true,
  says: ['entry-without-title', 'no-papers'],
};
const LEAVES_OUT: Loss = {
  what: 'keeps only what it takes for an article: most cards lose their titles or are gone',
  kinds: ['day', 'day with stars', 'week', 'month', 'trending'],
  papers: true,
  spoils: [
    ...(['upvotes', 'authorCount', 'organization', 'organizationSlug', 'published', 'comments'] as const),
    ...(['submittedBy', 'githubRepo', 'githubStars', 'abstract', 'arxivId', 'url'] as const),
  ],
  says: ['entry-without-title', 'no-papers'],
};
const LEAVES_CARDS_OUT: Loss = {
  what: 'of a card or two it keeps only what it takes for an article: no titles',
  onlyCards: true,
  papers: true,
  spoils: ['upvotes', 'authorCount', 'submittedBy', 'organization', 'organizationSlug'],
};
const LEAVES_FACTS_OUT: Loss = {
  what: 'leaves out what it takes for bylines and buttons: some author counts, dates, counts and repositories',
  kinds: ['search', 'trending'],
  spoils: [
    ...(['upvotes', 'authorCount', 'organization', 'organizationSlug', 'published', 'comments'] as const),
    ...(['githubRepo', 'githubStars'] as const),
  ],
};
const SPACED_TAGS: Loss = {
  what: 'tags that an abstract speaks of get spaces: `< think >`',
  kinds: ['search'],
  spoils: ['abstract'],
  where: ({ abstract }) => abstract.includes('</'),
};
const COUNT_IN_ABSTRACT: Loss = {
  what: 'the upvotes, in a column of their own, stand in a line of the abstract',
  kinds: ['search'],
  spoils: ['upvotes', 'abstract'],
};

const linked = (...losses: Loss[]): Form => ({ hides: [], losses });
const withLogo = (...losses: Loss[]): Form => ({ hides: IDS, losses: [ONE_NUMBER, ...losses] });
const bare = (...losses: Loss[]): Form => ({ hides: [...IDS, SLUG], losses: [ONE_NUMBER, ...losses] });

export const FORMS: Readonly<Record<string, Form>> = {
  'html-to-text': { ...linked(GLUED_COMMENTS, GLUED_DAY), capitals: true },
  'html-to-text, unwrapped': { ...linked(GLUED_COMMENTS, GLUED_DAY), capitals: true },
  'html-to-text, without links and capitals': bare(GLUED_COMMENTS, GLUED_STARS),
  'turndown, atx': linked(),
  'turndown, setext': linked(),
  'turndown, links below': linked(),
  'turndown, short links below': linked(),
  'node-html-markdown': linked(),
  'node-html-markdown, links below': linked(),
  'html-to-md': linked(),
  mdream: linked(),
  'mdream, text': withLogo(GLUED_STARS, GLUED_LOGO),
  'dom-to-semantic-markdown': linked(SPACED_TAGS),
  'defuddle, Markdown': { ...linked(LEAVES_FACTS_OUT), dashes: true },
  'Readability, Markdown': linked(LEAVES_OUT, LEAVES_CARDS_OUT),
  'linkedom textContent': bare({ ...ONE_LINE, spacings: ['none', 'svelte'] }),
  'Readability textContent': bare(LEAVES_OUT, LEAVES_CARDS_OUT, {
    ...ONE_LINE,
    kinds: ['search'],
    spacings: ['none', 'svelte'],
  }),
  'text nodes by lines': bare(),
  'text nodes by spaces': bare(ONE_LINE),
  'lynx -dump': linked(),
  'lynx -dump of a file': linked(),
  'lynx -dump -nolist': withLogo(GLUED_COMMENTS, GLUED_STARS),
  'w3m -dump': { ...withLogo(GLUED_COMMENTS, GLUED_STARS, GLUED_LOGO), breaksWords: true },
  'w3m -dump, wide': { ...withLogo(GLUED_COMMENTS, GLUED_STARS, GLUED_LOGO), breaksWords: true },
  'elinks -dump': linked(),
  'elinks -dump, wide, without links': withLogo(GLUED_COMMENTS, GLUED_STARS, GLUED_LOGO),
  'links -dump': withLogo(GLUED_COMMENTS, GLUED_STARS, GLUED_LOGO),
  'links -dump, wide': withLogo(GLUED_COMMENTS, GLUED_STARS, GLUED_LOGO),
  'pandoc -t plain': withLogo(),
  'pandoc -t plain, unwrapped': withLogo(),
  'pandoc -t markdown': linked(),
  'pandoc -t markdown, links below': linked(),
  'pandoc -t gfm': linked(),
  'pandoc -t gfm, unwrapped': linked(),
  'pandoc -t mediawiki': linked(),
  'Chromium copy and paste': { hides: [...IDS, 'upvotes'], losses: [ONE_NUMBER] },
  // Where it leaves no gap between them, the words of the logo touch the name.
  'Firefox copy and paste': { hides: [...IDS, 'upvotes'], losses: [ONE_NUMBER, GLUED_LOGO] },
  'Chromium innerText': bare(),
  'Chromium PDF, pdftotext': bare(),
  'Chromium PDF, pdftotext -layout': bare(COUNT_IN_ABSTRACT),
  get_text: bare({ ...ONE_LINE, spacings: ['none', 'svelte'] }),
  'get_text, newline': bare(),
  'get_text, newline, strip': bare(),
  'get_text, space': bare(ONE_LINE),
  'get_text, space, strip': bare(ONE_LINE),
  // Nothing of the page around its cards.
  'get_text, cards': { ...bare(), hides: [...bare().hides, 'submittedOn'] },
  html2text: linked(),
  'html2text, unwrapped': linked(),
  'html2text, wrapped at 80': linked(),
  'html2text, without links': bare(GLUED_COMMENTS, GLUED_STARS),
  'html2text, without links, unwrapped': bare(GLUED_COMMENTS, GLUED_STARS),
  'html2text, links protected': linked(),
  'html2text, links below': linked(),
  'none: the HTML itself': linked(),
};

/** The losses that a page through a converter has. */
export const lossesOf = ({ losses }: Form, { kind, spacing, isCards }: Saved): Loss[] =>
  losses.filter(
    ({ kinds, spacings, onlyCards }) =>
      (kinds?.includes(kind) ?? true) && (spacings?.includes(spacing) ?? true) && (isCards || !onlyCards),
  );
