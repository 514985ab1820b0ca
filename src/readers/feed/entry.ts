import { arxivId, bareTitle, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { wholeDay } from '../../fields/date.js';
import { hubHandle } from '../../fields/hub.js';
import { githubRepo, linksIn, webAddress } from '../../fields/links.js';
import { type AuthorList, itemsIn, readAuthors } from '../../fields/lists.js';
import { type OnRemoved, oneLine, withoutSummary } from '../../fields/text.js';
import { signFor } from '../../fields/vocabulary.js';
import { type Entry, statedEntry } from '../../page.js';
import { titleKey } from '../../words.js';
import { type Slot, slotOfLabel } from '../json/names.js';
import type { FeedText, Link, Prose, ProseOf } from './markup.js';

/** What an item of a feed says, whatever the kind of feed; all text as it was written. */
export interface FeedItem {
  /** 1-based line where it begins. */
  line: number;
  title: FeedText | null;
  /** Its links, ids and permanent addresses. */
  addresses: readonly string[];
  /** When it was published, else when it was updated: RFC 822 or RFC 3339. */
  date: string | null;
  authors: readonly string[];
  keywords: readonly string[];
  /** The shorter of its texts. */
  summary: FeedText | null;
  /** The longer of its texts. */
  content: FeedText | null;
}

/** What `papers` gives the paragraphs of an item, and an item without a page. */
const [FACTS, SUMMARY, ABSTRACT, LINKS] = ['facts', 'summary', 'abstract', 'links'] as const;
const OWN: ReadonlySet<string> = new Set([FACTS, SUMMARY, ABSTRACT, LINKS]);
/** Others may have such a paragraph among others. */
const isOwnContent = ({ paragraphs }: Prose): boolean =>
  paragraphs.length > 0 && paragraphs.every(({ name }) => OWN.has(name));
const OWN_ID = /^urn:sha256:[\da-f]{64}$/;

/** Puts a text on one line. */
type Clean = (text: string) => string;

const dayOf = (date: string | null): string | null => (date === null ? null : wholeDay(date));

/**
 * The id that the texts name, if there is just one; several ids mean that other papers are
 * mentioned.
 */
const onlyId = (texts: Iterable<string>): string | null => {
  const ids = new Set<string>();
  for (const text of texts) {
    const id = arxivId(text);
    if (id !== null) ids.add(id);
  }
  return ids.size === 1 ? ([...ids][0] as string) : null;
};

/** Something in a text that may name a paper, with what is next to it on its line. */
type Mention = Pick<Link, 'address' | 'words' | 'before' | 'after'>;

/** Words that may name a paper: a bare number with a point does not. */
const wordsOf = (line: string): Mention[] => {
  const words = line.replace(/arxiv:\s+/gi, 'arXiv:').split(/\s+/);
  return words.flatMap((word, at) =>
    /arxiv|papers/i.test(word)
      ? {
          address: word,
          words: word,
          before: words.slice(Math.max(0, at - 4), at).join(' '),
          after: words.slice(at + 1, at + 2).join(' '),
        }
      : [],
  );
};

/** What a label has before its link, `Read the paper: `, or a sentence that has ended. */
const BEFORE_LABEL = /^(?:\S+\s+){0,3}$|[.!?:;,|·•–—([]\s*$/;
const AFTER_LABEL = /^[.)\]]?\s*(?:$|[|·•–—([]|\p{Lu})/u;

/** Whether a text is about the paper: a paper named inside a sentence is only cited. */
const isSubject = ({ words, before, after }: Mention, title: string): boolean =>
  titleKey(words) === titleKey(title) ||
  (BEFORE_LABEL.test(before.trimStart()) && AFTER_LABEL.test(after.trimStart()));

/** The single id that is named, not only cited. */
const idNamed = (mentions: readonly Mention[], title: string): string | null => {
  const id = onlyId(mentions.map(({ address }) => address));
  const isOf = (mention: Mention): boolean => arxivId(mention.address) === id && isSubject(mention, title);
  return id !== null && mentions.some(isOf) ? id : null;
};

/** The end of an address that is neither on the hub nor on arXiv: `https://tldr.example/p/2505.13379`. */
const ID_AT_END = /[/:](\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,2})?(?:\.pdf)?\/?$/;
const endOf = (address: string): string | undefined => ID_AT_END.exec(address.split(/[?#]/, 1)[0] ?? '')?.[1];

/** By its address, else by the links in its text, else by its text. */
const idOf = (addresses: readonly string[], proses: readonly Prose[], title: string): string | null =>
  addresses.map(arxivId).find((id) => id !== null) ??
  addresses.map(endOf).find((id) => id !== undefined) ??
  idNamed(
    proses.flatMap(({ links }) => links),
    title,
  ) ??
  idNamed(
    proses.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(wordsOf))),
    title,
  );

/** What comes before a value: `Authors: Ida Quill, Bo Marsh`, or alone above it. */
const LABEL = /^([^:：–—]{1,24}?)(?::|：| ?[–—] |$)\s*/;
/** In front of a day without a colon, as `papers` writes it. */
const BEFORE_DAY = /^(published|on daily papers)(?: on)? (?=\S)/i;

/** A field; a summary that may be the abstract; the day on Daily Papers, as `papers` calls it. */
type Label = Slot | 'summary' | 'on daily papers';

/** A line with what the label before it names. */
const labelled = (line: string): { label: Label | null; rest: string } => {
  const [before = '', words = ''] = LABEL.exec(line) ?? [];
  const label = /^summary$/i.test(words) ? 'summary' : words === '' ? undefined : slotOfLabel(words);
  if (label !== undefined) return { label, rest: line.slice(before.length) };
  const [beforeDay, day = ''] = BEFORE_DAY.exec(line) ?? [];
  if (beforeDay === undefined) return { label: null, rest: line };
  const isPublished = day.toLowerCase() === 'published';
  return { label: isPublished ? 'published' : 'on daily papers', rest: line.slice(beforeDay.length) };
};

/** The lines of a paragraph, apart where facts with labels have an empty line below them. */
const apartFromFacts = (lines: readonly string[]): string[][] => {
  const parts: string[][] = [[]];
  for (const line of lines) {
    const last = parts.at(-1) as string[];
    if (line !== '') last.push(line);
    else if (labelled(last[0] ?? '').label !== null) parts.push([]);
  }
  return parts;
};

/** What follows a label, on its line or, where there is nothing, in the next paragraph. */
const behindLabel = (paragraphs: readonly (readonly string[])[], label: Label): string | null => {
  for (const [at, lines] of paragraphs.entries()) {
    const begin = lines.findIndex((line) => labelled(line).label === label);
    if (begin < 0) continue;
    const { rest } = labelled(lines[begin] as string);
    const more = lines.slice(begin + 1);
    const end = more.findIndex((line) => labelled(line).label !== null);
    const text = oneLine([rest, ...(end < 0 ? more : more.slice(0, end))].join(' '));
    return text || oneLine(paragraphs[at + 1]?.join(' ') ?? '') || null;
  }
  return null;
};

/** Fewer words than an abstract has: `14 upvotes, 3 comments`, `Read more`. */
const FEW_WORDS = 12;

/** A short abstract, where there is nothing else. */
const SENTENCE = /^(?!(?:Read|View|See|Click|Comments|Submitted|Posted|Source|Via)\b)\S+(?: \S+){2,}[.!?]$/i;

/** The paragraph that is an abstract: the one that says so, else the longest, else one that is called a summary. */
const abstractIn = (paragraphs: readonly (readonly string[])[], title: string): string | null => {
  const said = behindLabel(paragraphs, 'abstract');
  if (said !== null) return said;
  const all = paragraphs
    .filter(([first = '']) => labelled(first).label === null)
    .map((lines) => lines.join(' '))
    .filter((text) => titleKey(text) !== titleKey(title));
  const texts = all.filter((text) => text.split(' ').length >= FEW_WORDS);
  const long = texts.reduce((found, text) => (text.length > found.length ? text : found), '');
  const [only = '', second] = all;
  return (
    long || behindLabel(paragraphs, 'summary') || (second === undefined && SENTENCE.test(only) ? only : null)
  );
};

/** Shows that a text is HTML, though nothing says so: some feeds escape it twice. */
const MARKUP = /<\/(?:a|b|em|i|span|strong|sub|sup)>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5});/i;
const MAIL = /^[^\s@]{1,99}@[^\s@]{1,99} \((.+)\)$/;
/** A name, or several with something between, out of an element or behind a label. An address alone names nobody. */
const authorsIn = (text: string): AuthorList =>
  readAuthors(MAIL.exec(text)?.[1] ?? text.replace(/^[^\s@]+@[^\s@]+$/, ''));

const PROJECT = /^project(?: page)?$/i;
const HANDLE = /^@?([\w.-]+)$/;
const AUTHORS = /^([\d,]+) authors?$/;

/** Counts with their word or sign before or behind them. */
const NUMBER = String.raw`(\d[\d,.]{0,8}k?)`;
const countedAs = (word: string, sign: string): string =>
  String.raw`(?:^|[\s([,·|])${NUMBER} ?(?:${word}\b(?!:)|${sign})|${sign} ?${NUMBER}(?![\w.])`;
const UPVOTES = new RegExp(countedAs('upvotes', signFor('upvotes')), 'iu');
const COMMENTS = new RegExp(countedAs('comments', signFor('comments')), 'iu');
const STARS = new RegExp(countedAs('stars', signFor('stars')), 'iu');
/** Prose is longer than facts in words. */
const LONGEST_FACTS = 100;

/** A count behind its label, in short words of a paragraph, or in the title. */
const countIn = (
  paragraphs: readonly (readonly string[])[],
  title: string,
  label: Slot,
  form: RegExp,
): number | null => {
  const line = paragraphs.flat().find((one) => labelled(one).label === label) ?? '';
  const said = readCount(labelled(line).rest) ?? readCount(behindLabel(paragraphs, label) ?? '');
  if (said !== null) return said;
  for (const text of [...paragraphs.map((lines) => lines.join(' ')), title]) {
    const found = text.length > LONGEST_FACTS && text !== title ? null : form.exec(text);
    if (found) return readCount(found[1] ?? found[2] ?? '');
  }
  return null;
};

/** `Title (31 upvotes)`, `[31▲] Title`. */
const VOTES_IN_BRACKETS = String.raw`[([]${NUMBER} ?(?:upvotes?|votes?|${signFor('upvotes')})[)\]]`;
const VOTES_BESIDE = [new RegExp(` ${VOTES_IN_BRACKETS}$`, 'iu'), new RegExp(`^${VOTES_IN_BRACKETS} `, 'iu')];

type Fields = Omit<Partial<Entry['fields']>, 'abstract'> & { abstract: string | null };

/** Reads an item that `papers` wrote: `Qualcomm · 14 authors · Published 19 May 2025`, and a marked abstract. */
const ownFields = (title: string, people: string[], content: Prose | undefined, clean: Clean): Fields => {
  const named = (name: string): string | null =>
    clean(content?.paragraphs.find((paragraph) => paragraph.name === name)?.lines.join(' ') ?? '') || null;
  const facts = named(FACTS)?.split(' · ') ?? [];
  const home = content?.links.find(({ within, address }) => within === FACTS && hubHandle(address) !== null);
  const count = facts.map((fact) => AUTHORS.exec(fact)?.[1]).find((digits) => digits !== undefined);
  const [first = ''] = facts;
  const isName = first !== '' && !AUTHORS.test(first) && labelled(first).label === null;
  return {
    title,
    // An item may show no day: its date is then made up.
    published: dayOf(behindLabel([facts], 'published')),
    submittedOn: dayOf(behindLabel([facts], 'on daily papers')),
    organization: home ? oneLine(home.words) || null : isName ? first : null,
    organizationSlug: home ? hubHandle(home.address) : null,
    authorCount: people.length || readCount(count ?? ''),
    authors: people,
    aiSummary: named(SUMMARY),
    abstract: named(ABSTRACT),
  };
};

/** What others write is known by its labels and forms. The date of an item is the day of publication, unless its text states that. */
const otherFields = (
  fullTitle: string,
  people: readonly string[],
  date: string | null,
  ofContent: readonly (readonly string[])[],
  ofSummary: readonly (readonly string[])[],
): Fields => {
  const paragraphs = [...ofContent, ...ofSummary];
  const title = VOTES_BESIDE.reduce((rest, form) => rest.replace(form, ''), bareTitle(fullTitle));
  const lists = (people.length > 0 ? people : [behindLabel(paragraphs, 'authors') ?? '']).map(authorsIn);
  const authors = lists.flatMap(({ names }) => names);
  const text = abstractIn(ofContent, title) ?? abstractIn(ofSummary, title);
  const { abstract, aiSummary } = withoutSummary(text ?? '');
  return {
    title,
    published: dayOf(behindLabel(paragraphs, 'published')) ?? dayOf(date),
    upvotes: countIn(paragraphs, fullTitle, 'upvotes', UPVOTES),
    comments: countIn(paragraphs, '', 'comments', COMMENTS),
    githubStars: countIn(paragraphs, '', 'githubStars', STARS),
    organization: behindLabel(paragraphs, 'organization'),
    authorCount:
      readCount(behindLabel(paragraphs, 'authorCount') ?? '') ??
      (lists.every(({ areAll }) => areAll) ? authors.length || null : null),
    submittedBy: HANDLE.exec(behindLabel(paragraphs, 'submittedBy') ?? '')?.[1] ?? null,
    authors,
    keywords: itemsIn(behindLabel(paragraphs, 'keywords') ?? ''),
    aiSummary: aiSummary ?? behindLabel(paragraphs, 'aiSummary'),
    abstract: abstract || null,
  };
};

/** The entry of an item; `null` where it names no paper. Its title is `null` where it has none. */
export const entryOf = (item: FeedItem, proseOf: ProseOf, onRemoved: OnRemoved): Entry | null => {
  const clean: Clean = (text) => oneLine(text, onRemoved);
  const [content, summary] = [item.content, item.summary].map((text) => (text ? proseOf(text) : undefined));
  const proses = [content, summary].filter((prose) => prose !== undefined);
  const id = idOf(item.addresses, proses, item.title?.value ?? '');
  const isOwnWithoutPage = item.addresses.some((address) => OWN_ID.test(address));
  if (id === null && !isOwnWithoutPage) return null;

  const isOwn = isOwnWithoutPage || (content !== undefined && isOwnContent(content));
  /** A line of text, out of its markup. */
  const lineOf = ({ value, isHtml }: FeedText): string => {
    const { paragraphs } = proseOf({ value, isHtml: isHtml || (!isOwn && MARKUP.test(value)) });
    return clean(paragraphs.flatMap(({ lines }) => lines).join(' '));
  };
  const linesOf = (prose: Prose | undefined): string[][] =>
    (prose?.paragraphs ?? []).flatMap(({ lines }) =>
      apartFromFacts(lines.flatMap((line) => clean(line).split(' | ')).map((line) => line.trim())),
    );
  const title = item.title === null ? '' : lineOf(item.title);
  const people = item.authors.map((value) => lineOf({ value, isHtml: false })).filter((name) => name !== '');
  const fields = isOwn
    ? ownFields(title, people, content, clean)
    : otherFields(title, people, item.date, linesOf(content), linesOf(summary));
  const keywords = item.keywords.map(clean).filter((word) => word !== '');
  const links = proses.flatMap((prose) => prose.links).filter(({ within }) => within !== ABSTRACT);
  return statedEntry(
    {
      ...fields,
      title: fields.title || null,
      arxivId: id,
      url: id === null ? null : hubPaperUrl(id),
      githubRepo: links.map(({ address }) => githubRepo(address)).find((repo) => repo !== null) ?? null,
      projectPage: webAddress(links.find(({ words }) => PROJECT.test(words.trim()))?.address ?? ''),
      keywords: keywords.length > 0 ? keywords : (fields.keywords ?? []),
      links: linksIn(fields.abstract ?? ''),
    },
    item.line,
  );
};
