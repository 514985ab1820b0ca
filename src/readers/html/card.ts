import type { Element } from 'domhandler';
import { arxivId, bareTitle, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { type DateLine, partsOfDay, readDateLine, utcDay, wholeDay } from '../../fields/date.js';
import { hubHandle } from '../../fields/hub.js';
import { githubRepo, linksIn, webAddress } from '../../fields/links.js';
import { type AuthorList, itemsIn, readAuthors } from '../../fields/lists.js';
import { type OnRemoved, oneLine, withoutSummary } from '../../fields/text.js';
import type { Entry, PrintedDay } from '../../page.js';
import type { Slot } from '../json/names.js';
import { areNames, type CardLine, factsIn, linesOf, titleAndVotes } from './facts.js';
import { first, type Piece } from './pieces.js';
import { isTitle } from './titles.js';

/** What a card shows. `fields.title` is `null` where it has none. */
export interface Card {
  fields: Entry['fields'];
  printed: PrintedDay | null;
}

const AUTHORS = /^(?:· ?)?([\d,]+) authors?$/;
const SUBMITTED = /^Submitted by\b:?\s*/;
const HANDLE = /^[\w.-]+$/;
/** Real abstracts have 165 characters and more, one-line summaries 98; shorter texts are labels. */
const MIN_ABSTRACT = 60;
/** Facts that may be as long as an abstract. */
const NO_PROSE = ['aiSummary', 'authors', 'keywords', 'organization'] as const;

const joined = (pieces: readonly Piece[], onRemoved: OnRemoved): string | null =>
  oneLine(pieces.map(({ text }) => text).join(''), onRemoved) || null;

const countIn = (texts: readonly Piece[], is: (piece: Piece) => boolean, label: RegExp): number | null =>
  first(texts, (piece) => (is(piece) ? readCount(piece.text.replace(label, '')) : null));

/** Text that ends a sentence is certainly prose, unlike a list of affiliations or tags. */
const SENTENCE = /(?:\p{L}{2}|[\p{N})%])[.!?…]["'’”)]*$|\p{Ll}{2}[.!?] \p{Lu}|[。！？]/u;

/** One of these characters says as much as several letters. */
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

const isLong = (text: string): boolean =>
  (text.length >= MIN_ABSTRACT || text.replace(CJK, '$&$&').length >= MIN_ABSTRACT) && !areNames(text);

/** Without the short lines and the names above the first long one: `Ada Quill<br>We fold …`. */
const withoutLinesAbove = (pieces: readonly Piece[]): readonly Piece[] => {
  const long = pieces.findIndex(({ text }) => isLong(oneLine(text)));
  return pieces.slice(
    pieces.slice(0, Math.max(0, long)).findLastIndex(({ text }) => text.endsWith('\n')) + 1,
  );
};

const isWords = ({ text, href }: Piece): boolean =>
  /\p{L}/u.test(text) && (href === null || isTitle(oneLine(text)));

/** Without the links that are only labels before the text, and behind its last sentence: `(link): … of kites. PDF | here`. */
const withoutLabels = (pieces: readonly Piece[]): readonly Piece[] => {
  const begin = Math.max(0, pieces.findIndex(isWords));
  const end = pieces.findLastIndex(isWords);
  return pieces.slice(begin, /[.!?…]\s*$/.test(pieces[end]?.text ?? '') ? end + 1 : undefined);
};

/** The lines of a paragraph: one of facts, a line each, is not prose. */
const linesIn = (pieces: readonly Piece[]): string[] => {
  const lines = pieces.map(({ text }) => (text.endsWith('\n') ? `${text.trim()}\0` : text)).join('');
  return lines.split('\0').map((line) => oneLine(line));
};

/** The first long block that is prose, with all its links; else the first long paragraph, a short one that is a sentence, or a long text. */
const abstractIn = (pieces: readonly Piece[], onRemoved: OnRemoved): string | null => {
  const prose = pieces.filter(({ heading, title, image }) => !heading && !title && !image);
  const blocks = new Map<Element | Piece, Piece[]>();
  for (const piece of prose) {
    const block = piece.paragraph ?? piece.line ?? piece;
    const text = blocks.get(block) ?? [];
    blocks.set(block, text);
    text.push(piece);
  }
  const texts = [...blocks.values()];
  const paragraphs = texts.filter(([piece]) => piece?.paragraph);
  const isLongText = (text: readonly Piece[]): boolean => linesIn(text).some(isLong);
  const found =
    texts.find((text) => linesIn(text).some((line) => isLong(line) && SENTENCE.test(line))) ??
    paragraphs.find(isLongText) ??
    paragraphs.find((text) => /\s\S+[.!?…]$/.test(joined(text, () => {}) ?? '')) ??
    texts.find(isLongText) ??
    [];
  return joined(withoutLabels(withoutLinesAbove(found)), onRemoved)?.replace(/^\)?[:–—-]\s+/, '') ?? null;
};

/** What Notion writes before a day. */
const MENTION = /^@/;

const dayIn = (texts: readonly Piece[]): DateLine | null =>
  first(texts, ({ text, datetime }) => {
    const stamped = utcDay(datetime ?? '');
    if (stamped !== null) return { day: partsOfDay(stamped), comments: null, ambiguous: false };
    return first(text.split(/ [·•|] |\n/), (part) => readDateLine(oneLine(part).replace(MENTION, '')));
  });

/** A day behind a label, in any form. */
const dayOf = (text: string): DateLine | null => {
  const day = wholeDay(text);
  return day === null ? readDateLine(text) : { day: partsOfDay(day), comments: null, ambiguous: false };
};

/** The handle behind `Submitted by`, in the same text or the next: as it is, or in its link. */
const submitterIn = (texts: readonly Piece[]): string | null =>
  first(texts, ({ text }, at) => {
    const line = oneLine(text);
    if (!SUBMITTED.test(line)) return null;
    const name = line.replace(SUBMITTED, '');
    const next = texts[at + 1];
    if (name !== '') return HANDLE.test(name) ? name : null;
    const linked = hubHandle(next?.href ?? '');
    const said = oneLine(next?.text ?? '').replace(/^@/, '');
    return linked ?? (HANDLE.test(said) ? said : null);
  });

/** Without the links of authors' names, and what is in a column. */
const withoutNames = (pieces: readonly Piece[], lines: readonly CardLine[]): readonly Piece[] => {
  const ofNames = new Set(
    lines.filter(({ text }) => /^(?:authors?|by)\b/i.test(text)).flatMap((line) => line.pieces),
  );
  return pieces.filter((piece) => piece.column === '' && !ofNames.has(piece));
};

/** An organization has a link of its own, or is with its logo in the link to the paper. */
const organizationIn = (pieces: readonly Piece[], submitter: string | null) =>
  first(pieces, (piece, at) => {
    const handle = hubHandle(piece.href ?? '');
    const logo = pieces[at - 1];
    const hasLogo = logo?.image && logo.href === piece.href && HANDLE.test(logo.text.trim());
    if (piece.image || piece.heading || piece.title || piece.href === null || (!handle && !hasLogo))
      return null;
    const name = oneLine(piece.text);
    const slug = handle ?? logo?.text.trim() ?? '';
    const isNone = name === '' || slug === submitter || AUTHORS.test(name);
    return isNone || readCount(name) !== null ? null : { name, slug };
  });

/** The names in a text that consists of names only: `Ada Quill, Ben Ochre and Cy Dee`. */
const authorsIn = (text: string): AuthorList => {
  const list = readAuthors(text);
  const areNames = list.names.every((name) => /^\p{L}[^\d:]{1,60}$/u.test(name));
  return areNames ? list : { names: [], areAll: false };
};

/** Only cards of the hub have them. */
const isVote = ({ checkbox, href }: Piece): boolean => checkbox || /login\?next=/.test(href ?? '');
/** A number that leads to its paper. */
const TO_PAPER = /\/papers\/\d{4}\.\d{4,5}$/;

/**
 * Cards since 2026: a number behind the title and the authors that leads to the paper, or runs to thousands, is the stars of
 * the repository, unless it leads to the comments.
 */
const starsIn = (texts: readonly Piece[]): number | null => {
  const from = texts.findLastIndex(({ text, title }) => title || AUTHORS.test(oneLine(text)));
  const isCard = texts.some(isVote);
  return first(texts.slice(from + 1), (piece) => {
    const number = oneLine(piece.text);
    const href = piece.href ?? '';
    const isOther = isVote(piece) || href.endsWith('#community');
    const isStars = isCard && TO_PAPER.test(href) ? /^\d[\d.]*k?$/i : /^\d[\d.]*k$/i;
    return isOther || !isStars.test(number) ? null : readCount(number);
  });
};

const PROJECT = /^project(?: page)?$/i;

/** A link that is called so, or that follows the label. */
const projectPageIn = (texts: readonly Piece[], named: CardLine | undefined): string | null => {
  const links = [...texts.filter(({ text }) => PROJECT.test(oneLine(text))), ...(named?.pieces ?? [])];
  return first(links, ({ href }) => webAddress(href ?? '')) ?? webAddress(named?.text ?? '');
};

/** A number alone between the submitter and the title. */
const upvotesAbove = (texts: readonly Piece[]): number | null => {
  const said = texts.filter(({ text, title }) => title || oneLine(text) !== '');
  const title = said.findIndex((piece) => piece.title);
  const isBelowSubmitter = said
    .slice(Math.max(0, title - 3), title - 1)
    .some(({ text }) => SUBMITTED.test(oneLine(text)));
  const above = said[title - 1];
  return isBelowSubmitter && above?.href === null ? readCount(oneLine(above.text)) : null;
};

/** Leftovers of a cut tag, and words of the page's header. */
const NO_TITLE = /\w="|"\s?\/?>|research community$/;

const titleIn = (texts: readonly Piece[], onRemoved: OnRemoved): string | null => {
  const all = texts.filter((piece) => piece.title);
  const linked = all.filter(({ href }) => href !== null);
  const isLinkAll =
    linked.length > 0 && all.every(({ href, text }) => href !== null || !/\p{L}{2}/u.test(text));
  const title = joined(isLinkAll ? linked.filter(({ text }) => /\p{L}/u.test(text)) : all, onRemoved);
  const own = bareTitle(title ?? '');
  return isTitle(own) && own !== '' && !NO_TITLE.test(own) ? own : null;
};

const idOf = ({ href }: Piece): string | null => arxivId(href ?? '');

/** Where the border between two cards is lost, only pieces that link to a paper certainly belong to it. */
const ownOf = (pieces: readonly Piece[], id: string): readonly Piece[] => {
  const areTwo = pieces.some(
    (piece) => /login\?next=|#community$/.test(piece.href ?? '') && ![null, id].includes(idOf(piece)),
  );
  return areTwo ? pieces.filter((piece) => piece.title || idOf(piece) === id) : pieces;
};

/** Reads the pieces of the card of one paper. A second copy of the same facts changes nothing. */
export const readCard = (id: string, all: readonly Piece[], onRemoved: OnRemoved): Card => {
  const own = ownOf(all, id);
  const pieces = own.filter((piece) => [null, id].includes(idOf(piece)));
  const texts = pieces.filter(({ image }) => !image);
  const lines = linesOf(texts);
  const facts = factsIn(texts, lines);
  const said = (name: Slot): string => facts.get(name)?.text ?? '';
  const countOf = (name: Slot) => readCount(said(name));
  const handleOf = (name: Slot): string | null => HANDLE.exec(said(name).replace(/^@/, ''))?.[0] ?? null;
  const submittedBy = submitterIn(texts) ?? handleOf('submittedBy');
  const organization = organizationIn(withoutNames(pieces, lines), submittedBy);
  const repo = first(texts, ({ href }) => githubRepo(href ?? '')) ?? githubRepo(said('githubRepo'));
  const ofSubmission = new Set(facts.get('submittedOn')?.pieces);
  const date = dayIn(texts.filter((piece) => !ofSubmission.has(piece))) ?? dayOf(said('published'));
  // A summary is one only beside an abstract.
  const summary = said('aiSummary');
  const ofFacts = new Set(NO_PROSE.flatMap((name) => facts.get(name)?.pieces ?? []));
  const longer =
    said('abstract') ||
    abstractIn(
      own.filter((piece) => !ofFacts.has(piece)),
      onRemoved,
    );
  const { abstract, aiSummary } = withoutSummary(longer ?? summary);
  const saidAuthors = said('authors');
  const { names: authors, areAll } = authorsIn(saidAuthors);
  const { title, upvotes } = titleAndVotes(titleIn(texts, onRemoved));
  const fields: Card['fields'] = {
    title,
    upvotes: countIn(texts, isVote, /upvoted?/i) ?? countOf('upvotes') ?? upvotesAbove(texts) ?? upvotes,
    comments:
      countIn(texts, ({ href }) => href?.endsWith('#community') === true, /comments?/i) ??
      date?.comments ??
      countOf('comments'),
    authorCount:
      first(texts, ({ text }) => readCount(AUTHORS.exec(oneLine(text))?.[1] ?? '')) ??
      countOf('authorCount') ??
      readCount(saidAuthors.replace(/ authors?$/, '')) ??
      (areAll ? authors.length || null : null),
    organization: organization?.name ?? (said('organization') || null),
    organizationSlug: organization?.slug ?? handleOf('organizationSlug'),
    submittedBy,
    submittedOn: wholeDay(said('submittedOn')),
    arxivId: id,
    url: hubPaperUrl(id),
    githubRepo: repo,
    githubStars:
      (repo === null
        ? null
        : countIn(texts, ({ href }) => href?.startsWith(repo) === true, /github|stars?/gi)) ??
      countOf('githubStars') ??
      starsIn(texts),
    projectPage: projectPageIn(texts, facts.get('projectPage')),
    authors,
    keywords: itemsIn(said('keywords')),
    links: linksIn(abstract),
    aiSummary: aiSummary ?? ((longer !== null && summary) || null),
    abstract: abstract || null,
  };
  return { fields, printed: date?.day ?? null };
};
