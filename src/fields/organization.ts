/** The display name and, where the line shows one, the hub handle. */
export interface Organization {
  name: string;
  slug: string | null;
}

/** How the converter of a page printed organizations: always `slug Name`, or the name alone. */
export interface OrganizationForm {
  slugs: boolean;
  /** Decided on one line, without a likeness between handle and name. */
  thin: boolean;
}

const BRACKETED = /^\[(?:[^\]:：]*[:：] ?)?([\w.-]+)\] +(\S.*)$/;
const SLUG_LIKE = /^[a-z][^A-Z]*$|[\d_-]|^.+[A-Z]/;
/** Too likely a count: `6 contributors`. */
const NUMBER = /^\d[\d,]*$/;

const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const parts = (line: string): [first: string, rest: string] => {
  const space = line.indexOf(' ');
  return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
};

/** Handle and name are spelt alike: `intuit Intuit`, `CarnegieMellonU Carnegie Mellon University`, `mit-han-lab MIT HAN Lab`. */
const alike = (slug: string, name: string): boolean => {
  const [a, b] = [squash(slug), squash(name)];
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
  const shared = Math.min(a.length, b.length, 4);
  return shared > 0 && (a.slice(0, shared) === b.slice(0, shared) || b.includes(a) || a.includes(initials));
};

const beginsName = (slug: string, name: string): boolean => squash(name).startsWith(squash(slug).slice(0, 5));

/**
 * Decides once for a page. One one-word line means names only. Otherwise the first word is a handle where it looks like
 * one or begins the squashed rest; over several lines the majority decides, on one line it must resemble its name.
 */
export const organizationForm = (lines: readonly string[]): OrganizationForm => {
  const open = lines.filter((line) => !BRACKETED.test(line));
  if (open.length === 0 || open.some((line) => !line.includes(' '))) return { slugs: false, thin: false };
  const likely = open
    .map(parts)
    .filter(([first, rest]) => !NUMBER.test(first) && (SLUG_LIKE.test(first) || beginsName(first, rest)));
  if (new Set(open).size > 1) return { slugs: likely.length * 2 > open.length, thin: false };
  const [first, rest] = parts(open[0] as string);
  const resembles = likely.length > 0 && alike(first, rest);
  return { slugs: resembles, thin: likely.length > 0 && !resembles };
};

/** Takes one organization line apart; brackets (`[slug] Name`) need no guess. */
export const readOrganization = (line: string, form: OrganizationForm): Organization => {
  const bracketed = BRACKETED.exec(line);
  if (bracketed) return { slug: bracketed[1] as string, name: bracketed[2] as string };
  const [first, rest] = parts(line);
  return form.slugs && rest !== '' && !NUMBER.test(first)
    ? { slug: first, name: rest }
    : { slug: null, name: line };
};
