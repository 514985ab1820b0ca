import type { DiagnosticCode } from '../../src/diagnostic.js';
import type { Field } from './expected.js';
import type { Kind } from './pages.js';

/** Something that a converter itself destroys on some pages, and what the reader must say then. */
export interface Loss {
  what: string;
  kinds?: readonly Kind[];
  /** White space between the page's elements; see `SPACINGS`. */
  spacings?: readonly string[];
  /** Fields that can no longer be read right; any value is accepted. */
  spoils?: readonly Field[];
  /** Papers that can no longer be told apart may be missing. What is read must still be right. */
  papers?: true;
  /** At least one of these must be given. */
  says?: readonly DiagnosticCode[];
}

/** What a converter's text shows of a page. */
export interface Form {
  /** Fields that its text does not show: they must stay empty. */
  hides: readonly Field[];
  capitals?: true;
  /** It breaks lines inside of words, at `/` and `\`: texts are compared without their spaces. */
  breaksWords?: true;
  losses: readonly Loss[];
}

const IDS: Field[] = ['arxivId', 'url', 'githubRepo'];
const SLUG: Field = 'organizationSlug';

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
const ONE_LINE: Loss = {
  what: 'a whole page on one line: nothing tells titles from abstracts or organizations',
  papers: true,
  says: ['entry-without-title'],
};
const LEAVES_OUT: Loss = {
  what: 'keeps only what it takes for an article: most cards lose their titles or are gone',
  kinds: ['day', 'week', 'month', 'trending'],
  papers: true,
  spoils: ['upvotes', 'authorCount', 'organization', 'published', 'comments', 'submittedBy', 'githubStars'],
  says: ['entry-without-title', 'no-papers'],
};

const linked = (...losses: Loss[]): Form => ({ hides: [], losses });
const withLogo = (...losses: Loss[]): Form => ({ hides: IDS, losses });
const bare = (...losses: Loss[]): Form => ({ hides: [...IDS, SLUG], losses });

export const FORMS: Readonly<Record<string, Form>> = {
  'html-to-text': { ...linked(GLUED_COMMENTS, GLUED_DAY), capitals: true },
  'html-to-text, unwrapped': { ...linked(GLUED_COMMENTS, GLUED_DAY), capitals: true },
  'html-to-text, without links and capitals': bare(GLUED_COMMENTS),
  'turndown, atx': linked(),
  'turndown, setext': linked(),
  'node-html-markdown': linked(),
  'linkedom textContent': bare({ ...ONE_LINE, spacings: ['none', 'svelte'] }),
  'Readability textContent': bare(LEAVES_OUT, {
    ...ONE_LINE,
    kinds: ['search'],
    spacings: ['none', 'svelte'],
  }),
  'text nodes by lines': bare(),
  'text nodes by spaces': bare(ONE_LINE),
  'lynx -dump': linked(),
  'lynx -dump of a file': linked(),
  'lynx -dump -nolist': withLogo(GLUED_COMMENTS),
  'w3m -dump': { ...withLogo(GLUED_COMMENTS, GLUED_LOGO), breaksWords: true },
  'w3m -dump, wide': { ...withLogo(GLUED_COMMENTS, GLUED_LOGO), breaksWords: true },
  'pandoc -t plain': withLogo(),
  'pandoc -t markdown': linked(),
  'pandoc -t gfm': linked(),
  'Chromium innerText': bare(GLUED_COMMENTS),
  'none: the HTML itself': linked(),
};

/** The losses that a page through a converter has. */
export const lossesOf = ({ losses }: Form, kind: Kind, spacing: string): Loss[] =>
  losses.filter(
    ({ kinds, spacings }) => (kinds?.includes(kind) ?? true) && (spacings?.includes(spacing) ?? true),
  );
