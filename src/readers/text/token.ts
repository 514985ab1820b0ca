import type { DateLine } from '../../fields/date.js';
import type { Target } from './target.js';

/** A hub handle has no spaces. */
export const HANDLE = /^@?[\w.-]{1,96}$/;

/** Of 9,581 titles none is longer. */
export const LONGEST_TITLE = 175;
/** No title has more lines, a number beside it and the facts below included. */
export const MOST_TITLE_LINES = 6;

/** No one-line summary of 9,581 papers is shorter. */
export const SHORTEST_ABSTRACT = 98;

/** A line of the input. */
export interface Line {
  /** 1-based. */
  number: number;
  /** Its index among the lines that a program joined into one; 0 if none were. */
  part: number;
  /** As in the input, without its line end. */
  raw: string;
  /** Tidied: single spaces, nothing invisible, trimmed. */
  text: string;
  /** Columns of white space before it. */
  indent: number;
  /** Blank lines before it; 0 if it touches the line above. */
  gap: number;
  frontMatter: boolean;
  /** Holds a sign that notation may be made of: a bracket, a slash, a star. Without one it is words, or drawn. */
  signs: boolean;
  /** Later lines that were joined to this one: a tag, an address or a date was broken over them. */
  joined: readonly number[];
}

/** Fields that only a label names: `Keywords: …`. */
export type LabelledField = 'aiSummary' | 'keywords' | 'projectPage';

/** What a token says by its own words and notation, whatever is around it. */
export type Fact =
  /** Words: a title, prose, a name; its place decides. */
  | { kind: 'text' }
  /** The notation names the field outright: `Title: …`, the column of a table. `unsure`: it is somewhere in the text. */
  | { kind: 'title'; unsure?: true }
  | { kind: 'abstract' }
  /** `14 authors`. */
  | { kind: 'authors'; count: number }
  /** Names of authors: `Authors: Ada Quill, Ben Ochre`. Empty: the label alone, the names follow. `unnamed`: how many more there are; `null` for `et al.` */
  | { kind: 'names'; names: readonly string[]; unnamed?: number | null }
  | { kind: 'dot' }
  /** A day, with the number after it. `published`: the words say `Published on`. */
  | { kind: 'date'; date: DateLine; published: boolean }
  /** `Aug`, alone on its line. */
  | { kind: 'month'; month: number }
  /** A number alone; `-` is 0, and `dash` says so. `short`: written like `1.09k`. */
  | { kind: 'count'; count: number; dash: boolean; short: boolean }
  /** Numbers whose link or words say what they count. `null`: the word alone, its number follows. */
  | { kind: 'upvotes'; count: number | null }
  | { kind: 'comments'; count: number }
  | { kind: 'github'; stars: number | null }
  /** `null`: the words `Submitted by` alone, the handle follows. */
  | { kind: 'submitter'; handle: string | null }
  /** A link to the hub's page of an organization or a person, or an organization that a label or a column names. */
  | { kind: 'organization'; name: string; slug: string | null; labelled?: true }
  /** An id without words of its own: `arXiv Page`, `Read the paper`, a thumbnail, an address, `2505.00011`. `names`: the field that its label does. */
  | { kind: 'link'; names?: LabelledField }
  /** Words at the top of a page; `strong`: they belong to this feed alone (`Daily Papers`, `and the research community`). */
  | { kind: 'header'; strong: boolean }
  /** Words around papers: menus, feet, links to other days. */
  | { kind: 'page' }
  /** Heads the words below it: `Abstract`, `Community`, `References`. */
  | { kind: 'section' }
  /** The page says that it has no papers. */
  | { kind: 'empty' }
  /** Of its paper, but no field: a digest's comment. */
  | { kind: 'other' }
  /** Front matter, or a converter's note: `Captured (UTC): …`. */
  | { kind: 'note' }
  /** A line that draws, an image, avatars, media: nothing. */
  | { kind: 'nothing' };

export type FactKind = Fact['kind'];

/** A stretch of a line, free of its notation. Its fact is not yet known, unless the notation names it. */
export interface Piece {
  line: Line;
  text: string;
  target: Target | null;
  link: number;
  heading: number;
  bullet: string;
  boxed: boolean;
  record: number;
  /** Blank lines above it that were lost, where a page is all on one line. */
  gap: number;
  fact: Fact | null;
  /** It begins with the title of its paper. */
  titles: boolean;
}

/** A stretch of a line that says one thing, freed from its notation. Read-only once made. */
export interface Token {
  line: number;
  /** The index of its line among those that a program joined into one. */
  part: number;
  /** What it says; empty where only its target does. */
  text: string;
  fact: Fact;
  /** Blank lines between it and the token before; tokens of one line touch (0). */
  gap: number;
  /** Columns of white space before its line. */
  indent: number;
  /** Level of its heading, 1–6; 0 for none. */
  heading: number;
  /** The list mark before it, with its space: `- `, `• `, `1. `; empty for none. */
  bullet: string;
  /** Where its link leads. */
  target: Target | null;
  /** Tokens of one link, over however many lines, share a number; 0 for none. */
  link: number;
  /** Which record it is of, counted from 1 through all that was read at once: a row of a table, a block of labels; 0 for none. A record is one paper. */
  record: number;
  /** Its line holds other tokens too. */
  shared: boolean;
  /** It repeats the token before: the same words on the next line. */
  doubled: boolean;
  /** Further lines whose words went into it. */
  joined: readonly number[];
}

/** Whether a token is an item of a list that counts. */
export const isNumbered = ({ bullet }: Token): boolean => /^\W?\d/.test(bullet);

/** Whether two tokens share a line. */
export const areBeside = (one: Token | undefined, other: Token | undefined): boolean =>
  one !== undefined && one.line === other?.line && one.part === other.part;
