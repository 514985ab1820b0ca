import { type Element, el, when } from './element.js';
import type { Invented } from './invent.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Dates of the page's own year go without it. */
const printedDay = ({ day }: Invented, pageYear: number): string =>
  `${MONTHS[day.month - 1]} ${day.day}${day.year === pageYear ? '' : `, ${day.year}`}`;
const fullDay = ({ day }: Invented): string => `${MONTHS[day.month - 1]} ${day.day}, ${day.year}`;

const page = ({ id }: Invented): string => `/papers/${id}`;
const upvotes = (paper: Invented): string => (paper.upvotes === 0 ? '-' : String(paper.upvotes));

const thumbnail = (paper: Invented): Element =>
  el(
    'a',
    { href: page(paper), class: 'thumbnail' },
    el('img', { src: `https://cdn-thumbnails.example/social-thumbnails/papers/${paper.id}.png`, alt: '' }),
  );

const submitter = ({ submittedBy }: Invented): Element | null =>
  submittedBy === null
    ? null
    : el(
        'div',
        { class: 'flex' },
        'Submitted by',
        el('img', { alt: '', src: `/avatars/${submittedBy}1234.svg` }),
        submittedBy,
      );

const upvoteBox = (paper: Invented, word: string | null): Element =>
  el(
    'a',
    { href: `/login?next=%2Fpapers%2F${paper.id}` },
    el(
      'div',
      { role: 'checkbox', class: word === null ? 'flex column select-none' : 'flex select-none' },
      el('input', { disabled: '', type: 'checkbox' }),
      el('svg'),
      word,
      el('div', {}, upvotes(paper)),
    ),
  );

const title = (paper: Invented): Element =>
  el('h3', {}, el('a', { href: page(paper), class: 'line-clamp-3' }, paper.title));

const avatars = ({ id, authorCount }: Invented): Element[] =>
  Array.from({ length: Math.min(authorCount, 5) }, (_, i) =>
    el(
      'li',
      { title: `Author ${i}` },
      i === 1 ? null : el('img', { alt: '', src: `/avatars/${id.slice(2)}${i}.svg` }),
    ),
  );

const authors = (paper: Invented, dot: boolean): Element =>
  el(
    'a',
    { href: page(paper), class: 'flex' },
    el(
      'ul',
      { class: 'flex' },
      ...avatars(paper),
      el(
        'li',
        {},
        el('div', { class: 'flex' }, dot ? el('div', {}, '·') : null, `${paper.authorCount} authors`),
      ),
    ),
  );

const who = (paper: Invented, dot: boolean): Element => {
  const { organization } = paper;
  if (organization === null) return authors(paper, dot);
  const logo = el('img', { alt: organization.slug, src: `/logos/${organization.slug}.png` });
  return el(
    'a',
    { href: `/${organization.slug}`, class: 'inline-flex' },
    when(logo),
    el('span', {}, organization.name),
  );
};

const comments = (paper: Invented): Element | null =>
  paper.comments === 0
    ? null
    : el('a', { href: `${page(paper)}#community`, class: 'inline-flex' }, el('svg'), String(paper.comments));

const github = ({ github: known }: Invented): Element | null =>
  known &&
  el(
    'a',
    { href: known.repo, target: '_blank', class: 'flex' },
    el('svg'),
    el('span', {}, 'GitHub'),
    el('span', {}, el('svg'), el('span', {}, known.printed)),
  );

const stars = ({ github: known }: Invented): Element | null =>
  known &&
  el(
    'a',
    { href: known.repo, target: '_blank', class: 'inline-flex' },
    el('svg'),
    el('span', {}, known.printed),
  );

/** Days, weeks and months: no abstract, no date. Since 2026 with the stars of the paper's repository. */
export const dayCard = (paper: Invented, showsStars: boolean): Element =>
  el(
    'article',
    {},
    thumbnail(paper),
    when(submitter(paper)),
    el(
      'div',
      { class: 'flex' },
      el('div', {}, upvoteBox(paper, null)),
      el(
        'div',
        {},
        title(paper),
        el(
          'div',
          { class: 'flex' },
          who(paper, true),
          showsStars
            ? el('div', { class: 'flex' }, when(stars(paper)), when(comments(paper)))
            : when(comments(paper)),
        ),
      ),
    ),
  );

/** Search: no submitter. */
export const searchCard = (paper: Invented, pageYear: number): Element =>
  el(
    'article',
    { class: 'flex' },
    el('div', {}, upvoteBox(paper, null)),
    el(
      'div',
      {},
      title(paper),
      el('a', { href: page(paper) }, el('p', {}, paper.abstract)),
      el(
        'div',
        { class: 'flex' },
        who(paper, false),
        el('div', {}, '·'),
        el('div', { class: 'flex' }, el('time', {}, printedDay(paper, pageYear)), when(comments(paper))),
      ),
    ),
  );

const trendingCopy = (paper: Invented, width: 'wide' | 'narrow', published: string): Element =>
  el(
    'div',
    { class: width },
    thumbnail(paper),
    when(submitter(paper)),
    el(
      'div',
      {},
      title(paper),
      when(el('div', {}, el('p', {}, paper.summary))),
      el(
        'div',
        { class: 'flex' },
        when(who(paper, false)),
        when(el('span', { class: 'mx-2' }, '·'), el('span', {}, `${published}${fullDay(paper)}`)),
      ),
    ),
    el(
      'div',
      {},
      el('div', {}, upvoteBox(paper, 'Upvote')),
      when(github(paper)),
      el(
        'a',
        { href: `https://arxiv.org/abs/${paper.id}`, class: 'flex' },
        el('svg'),
        el('span', {}, 'arXiv Page'),
      ),
    ),
  );

/** Trending: the same card twice, for wide and for narrow screens. */
export const trendingCard = (paper: Invented): Element =>
  el('article', {}, trendingCopy(paper, 'wide', 'Published on '), trendingCopy(paper, 'narrow', ''));
