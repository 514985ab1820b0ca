import type { Entry, PrintedDay } from '../../entry.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { type DateLine, readDateLine } from '../../fields/date.js';
import { linksIn } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { utcDay } from '../json/timestamp.js';
import { first, type Piece } from './pieces.js';

/** What a card shows. `fields.title` is `null` where it has none. */
export interface Card {
  fields: Entry['fields'];
  printed: PrintedDay | null;
}

const AUTHORS = /^(?:· ?)?([\d,]+) authors?$/;
const SUBMITTED = /^Submitted by\b\s*/;
const HUB_HANDLE = /^(?:https:\/\/huggingface\.co)?\/([\w.-]+)\/?$/;
const HANDLE = /^[\w.-]+$/;
const GITHUB_REPO = /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+(?=[/?#]|$)/;
/** Shorter texts outside a paragraph are labels. */
const MIN_ABSTRACT = 60;

/** Takes how many invisible characters were taken out. */
type OnRemoved = (count: number) => void;

const joined = (pieces: readonly Piece[], onRemoved: OnRemoved): string | null =>
  oneLine(pieces.map(({ text }) => text).join(''), onRemoved) || null;

const countIn = (texts: readonly Piece[], is: (piece: Piece) => boolean, label: RegExp): number | null =>
  first(texts, (piece) => (is(piece) ? readCount(piece.text.replace(label, '')) : null));

const abstractIn = (texts: readonly Piece[], onRemoved: OnRemoved): string | null => {
  const prose = texts.filter(({ heading, title }) => !heading && !title);
  const paragraph = prose.find((piece) => piece.paragraph)?.paragraph;
  if (paragraph)
    return joined(
      prose.filter((piece) => piece.paragraph === paragraph),
      onRemoved,
    );
  return first(prose, ({ text }) => (oneLine(text).length >= MIN_ABSTRACT ? oneLine(text, onRemoved) : null));
};

const dayIn = (texts: readonly Piece[]): DateLine | null =>
  first(texts, ({ text, datetime }) => {
    const [year, month, day] = (datetime ? (utcDay(datetime) ?? '') : '').split('-').map(Number);
    if (year && month && day) return { day: { year, month, day }, comments: null, ambiguous: false };
    return readDateLine(oneLine(text));
  });

/** The handle behind `Submitted by`, in the same text or the next. */
const submitterIn = (texts: readonly Piece[]): string | null =>
  first(texts, ({ text }, at) => {
    const line = oneLine(text);
    if (!SUBMITTED.test(line)) return null;
    const name = line.replace(SUBMITTED, '') || oneLine(texts[at + 1]?.text ?? '');
    return HANDLE.test(name) ? name : null;
  });

/** An organization has a link of its own, or is with its logo in the link to the paper. */
const organizationIn = (pieces: readonly Piece[], submitter: string | null) =>
  first(pieces, (piece, at) => {
    const handle = HUB_HANDLE.exec(piece.href ?? '')?.[1];
    const logo = pieces[at - 1];
    const hasLogo = logo?.image && logo.href === piece.href && HANDLE.test(logo.text.trim());
    if (piece.image || piece.heading || piece.href === null || (!handle && !hasLogo)) return null;
    const name = oneLine(piece.text);
    const slug = handle ?? logo?.text.trim() ?? null;
    return name === '' || slug === submitter || AUTHORS.test(name) ? null : { name, slug };
  });

/** Reads the pieces of the card of one paper. A second copy of the same facts changes nothing. */
export const readCard = (id: string, all: readonly Piece[], onRemoved: OnRemoved): Card => {
  const pieces = all.filter(({ href }) => [null, id].includes(arxivId(href ?? '')));
  const texts = pieces.filter(({ image }) => !image);
  const submittedBy = submitterIn(texts);
  const organization = organizationIn(pieces, submittedBy);
  const repo = first(texts, ({ href }) => GITHUB_REPO.exec(href ?? '')?.[0]);
  const date = dayIn(texts);
  const abstract = abstractIn(texts, onRemoved);
  const fields: Card['fields'] = {
    title: joined(
      texts.filter(({ title }) => title),
      onRemoved,
    ),
    upvotes: countIn(texts, ({ checkbox, href }) => checkbox || /login\?next=/.test(href ?? ''), /upvoted?/i),
    comments:
      countIn(texts, ({ href }) => href?.endsWith('#community') === true, /comments?/i) ??
      date?.comments ??
      null,
    authorCount: first(texts, ({ text }) => readCount(AUTHORS.exec(oneLine(text))?.[1] ?? '')),
    organization: organization?.name ?? null,
    organizationSlug: organization?.slug ?? null,
    submittedBy,
    arxivId: id,
    url: hubPaperUrl(id),
    githubRepo: repo,
    githubStars:
      repo === null ? null : countIn(texts, ({ href }) => href?.startsWith(repo) === true, /github|stars?/gi),
    links: linksIn(abstract ?? ''),
    abstract,
  };
  return { fields, printed: date?.day ?? null };
};
