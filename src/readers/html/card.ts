import type { Entry, PrintedDay } from '../../entry.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { readDateLine, utcDay } from '../../fields/date.js';
import { linksIn } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { first, type Piece } from './pieces.js';
import { AUTHORS, organizationIn, submitterIn } from './who.js';

/** What a card shows. `fields.title` is `null` where it has none. */
export interface Card {
  fields: Entry['fields'];
  printed: PrintedDay | null;
}

const GITHUB_REPO = /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+(?=[/?#]|$)/;
/** Shorter texts outside a paragraph are labels. */
const MIN_ABSTRACT = 60;

/** Told how many invisible characters were taken out. */
type OnRemoved = (count: number) => void;

const joined = (pieces: readonly Piece[], onRemoved: OnRemoved): string =>
  oneLine(pieces.map(({ text }) => text).join(''), onRemoved);

const countIn = (pieces: readonly Piece[], is: (piece: Piece) => boolean, label: RegExp): number | null =>
  first(pieces, (piece) => (is(piece) && !piece.image ? readCount(piece.text.replace(label, '')) : null));

const abstractIn = (texts: readonly Piece[], onRemoved: OnRemoved): string | null => {
  const paragraph = texts.find((piece) => piece.paragraph && !piece.heading)?.paragraph;
  if (paragraph)
    return (
      joined(
        texts.filter((piece) => piece.paragraph === paragraph),
        onRemoved,
      ) || null
    );
  return first(texts, (piece) => {
    const text = piece.heading ? '' : oneLine(piece.text);
    return text.length >= MIN_ABSTRACT ? text : null;
  });
};

const dayIn = (texts: readonly Piece[]) =>
  first(texts, ({ text, datetime }) => {
    const [year, month, day] = (datetime ? (utcDay(datetime) ?? '') : '').split('-').map(Number);
    if (year && month && day) return { day: { year, month, day }, comments: null };
    return readDateLine(oneLine(text));
  });

const titleIn = (texts: readonly Piece[], onRemoved: OnRemoved): string | null => {
  const heading = texts.find((piece) => piece.heading)?.heading;
  return (
    (heading &&
      joined(
        texts.filter((piece) => piece.heading === heading),
        onRemoved,
      )) ||
    null
  );
};

const idOf = ({ href }: Piece): string | null => (href === null ? null : arxivId(href));

/** Reads the pieces of one card; `null` if it is not about a paper. A second copy of the same facts changes nothing. */
export const readCard = (all: readonly Piece[], onRemoved: OnRemoved): Card | null => {
  const id = first(all, (piece) => (piece.heading ? idOf(piece) : null)) ?? first(all, idOf);
  if (id === null) return null;
  const pieces = all.filter((piece) => [null, id].includes(idOf(piece)));
  const texts = pieces.filter(({ image }) => !image);
  const submittedBy = submitterIn(texts);
  const organization = organizationIn(pieces, submittedBy);
  const repo = first(texts, ({ href }) => GITHUB_REPO.exec(href ?? '')?.[0]);
  const date = dayIn(texts);
  const abstract = abstractIn(texts, onRemoved);
  const fields: Card['fields'] = {
    title: titleIn(texts, onRemoved),
    upvotes: countIn(texts, (piece) => piece.checkbox || /login\?next=/.test(piece.href ?? ''), /upvoted?/i),
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
