import { dayCard, searchCard, trendingCard } from './cards.js';
import { type Element, el, render, type Spacing, when } from './element.js';
import type { Invented } from './invent.js';

export const KINDS = ['search', 'day', 'week', 'month', 'trending', 'day with stars'] as const;
export type Kind = (typeof KINDS)[number];

/** Every invented page is of this day. */
export const PAGE_DAY = '2026-10-02';

interface Around {
  address: string;
  title: string;
  heading: string;
  /** Day, week or month in the page's header, with the addresses of the one before and after. */
  day: string[];
  before: string;
  after: string;
}

const AROUND: Readonly<Record<Kind, Around>> = {
  search: around('?q=paper%20cranes', []),
  day: around('/date/2026-10-02', ['Oct', '2'], '/date/2026-10-01', '/date/2026-10-03'),
  week: around('/week/2026-W40', ['Week', '40'], '/week/2026-W39', '/week/2026-W41'),
  month: around('/month/2026-10', ['October', '2026'], '/month/2026-09', '/month/2026-11'),
  'day with stars': around('/date/2026-10-02', ['Oct', '2'], '/date/2026-10-01', '/date/2026-10-03'),
  trending: {
    ...around('/trending', []),
    title: 'Trending Papers - Hugging Face',
    heading: 'Trending Papers',
  },
};

function around(path: string, day: string[], before = '', after = ''): Around {
  const heading = 'Daily Papers';
  return { address: path, title: 'Daily Papers - Hugging Face', heading, day, before, after };
}

const link = (href: string, text: string): Element => el('a', { href }, text);

export const navigation = (): Element =>
  el(
    'header',
    {},
    el(
      'a',
      { href: '/' },
      el('img', { alt: "Hugging Face's logo", src: '/logo.svg' }),
      el('span', {}, 'Hugging Face'),
    ),
    el(
      'nav',
      { 'aria-label': 'Main' },
      el(
        'ul',
        {},
        ...['Models', 'Datasets', 'Spaces', 'Docs', 'Pricing'].map((word) =>
          el('li', {}, link(`/${word.toLowerCase()}`, word)),
        ),
        el('li', {}, el('hr')),
        el('li', {}, link('/login', 'Log In')),
        el('li', {}, link('/join', 'Sign Up')),
      ),
    ),
  );

const banner = (): Element =>
  el(
    'div',
    {},
    el('div', {}, 'new'),
    el('p', {}, 'Get trending papers in your email inbox once a day!'),
    el('p', {}, 'Get trending papers in your email inbox!'),
    link('/login?next=%2Fpapers', 'Subscribe'),
  );

const top = ({ heading, day, before, after }: Around): Element =>
  el(
    'div',
    {},
    el('h1', {}, link('/papers', heading)),
    el(
      'h2',
      {},
      'by ',
      el('a', { href: '/akhaliq' }, el('img', { alt: '', src: '/papers-by.png' }), el('span', {}, 'AK')),
      el('span', {}, ' and the research community'),
    ),
    el('div', {}, el('button', {}, el('div', {}, 'Search by arxiv id or title'))),
    when(
      day.length === 0
        ? null
        : el(
            'div',
            {},
            el('a', { href: `/papers${before}` }, el('svg')),
            el('time', {}, el('span', {}, day[0] ?? ''), ' ', el('span', {}, day[1] ?? '')),
            el('a', { href: `/papers${after}` }, el('svg')),
          ),
    ),
  );

const foot = ({ before, after }: Around): Element =>
  el(
    'div',
    {},
    when(before === '' ? null : link(`/papers${before}`, 'Previous')),
    when(after === '' ? null : link(`/papers${after}`, 'Next')),
  );

export const footer = (): Element =>
  el(
    'footer',
    {},
    el(
      'nav',
      {},
      el('div', {}, 'Company'),
      link('/terms-of-service', 'TOS'),
      link('/privacy', 'Privacy'),
      link('/huggingface', 'About'),
      link('https://apply.example/', 'Jobs'),
      el('div', {}, 'Website'),
      ...['Models', 'Datasets', 'Spaces', 'Pricing', 'Docs'].map((word) =>
        link(`/${word.toLowerCase()}`, word),
      ),
    ),
  );

const cardOf = (kind: Kind, paper: Invented): Element => {
  if (kind === 'search') return searchCard(paper, Number(PAGE_DAY.slice(0, 4)));
  return kind === 'trending' ? trendingCard(paper) : dayCard(paper, kind === 'day with stars');
};

const cardsOf = (kind: Kind, papers: readonly Invented[]): Element =>
  el('div', { class: 'grid' }, ...papers.map((paper) => el('div', {}, cardOf(kind, paper))));

/** What somebody keeps who takes one or two cards of a page: nothing around them. */
export const renderCards = (kind: Kind, papers: readonly Invented[], spacing: Spacing): string => {
  const head = el('head', {}, el('meta', { charset: 'utf-8' }));
  return `<!doctype html>\n${render(el('html', {}, head, el('body', {}, cardsOf(kind, papers))), spacing)}\n`;
};

/** A saved page of the feed without its JSON, as far as its cards and the words around them go. */
export const renderPage = (kind: Kind, papers: readonly Invented[], spacing: Spacing): string => {
  const { title, address } = AROUND[kind];
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { property: 'og:url', content: `https://huggingface.co/papers${address}` }),
    el('title', {}, title),
  );
  const main = el(
    'main',
    {},
    banner(),
    el('section', {}, top(AROUND[kind]), cardsOf(kind, papers), foot(AROUND[kind])),
  );
  return `<!doctype html>\n${render(el('html', {}, head, el('body', {}, navigation(), main, footer())), spacing)}\n`;
};
