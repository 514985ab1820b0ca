import { el, render, type Spacing, when } from './element.js';
import type { Invented } from './invent.js';
import { footer, navigation } from './pages.js';

const NAMES = ['Ida Quill', 'Bo Marsh', 'Fay Gale', 'Ada Ferry'];

/** The page of one paper: what it shows is much like a card, and it is no list. */
export const renderPaperPage = (paper: Invented, spacing: Spacing): string => {
  const { id, title, abstract, summary, submittedBy, upvotes, github, organization } = paper;
  const name = title.replace(/\s+/g, ' ');
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { property: 'og:url', content: `https://huggingface.co/papers/${id}` }),
    el('title', {}, `Paper page - ${name}`),
  );
  const facts = el(
    'div',
    {},
    el('div', {}, 'Published on Oct 6, 2026'),
    when(
      submittedBy === null
        ? null
        : el(
            'div',
            { class: 'flex' },
            'Submitted by',
            el('a', { href: `/${submittedBy}` }, el('img', { alt: '', src: '/avatars/1.svg' }), submittedBy),
            ' on Oct 7, 2026',
          ),
      el('a', { href: '/papers/date/2026-10-07' }, '#3 Paper of the day'),
    ),
    when(
      organization &&
        el(
          'a',
          { href: `/${organization.slug}`, class: 'inline-flex' },
          el('img', { alt: organization.slug, src: `/logos/${organization.slug}.png` }),
          el('span', {}, organization.name),
        ),
    ),
    el(
      'a',
      { href: `/login?next=%2Fpapers%2F${id}` },
      el('div', { class: 'flex select-none' }, 'Upvote', el('div', {}, String(upvotes))),
    ),
  );
  const authors = el(
    'div',
    {},
    'Authors:',
    ...NAMES.flatMap((author, i) => [
      ...(i === 0 ? [] : [',']),
      el('span', {}, el('a', { href: `/search?author=${encodeURIComponent(author)}` }, author)),
    ]),
  );
  const links = el(
    'div',
    {},
    el('a', { href: `https://arxiv.org/abs/${id}` }, 'View arXiv page'),
    el('a', { href: `https://arxiv.org/pdf/${id}` }, 'View PDF'),
    when(github && el('a', { href: github.repo }, 'GitHub', el('span', {}, github.printed))),
    el('button', {}, 'Add to collection'),
  );
  const community = el(
    'div',
    {},
    el('h3', {}, 'Community'),
    el(
      'div',
      {},
      el('a', { href: '/r1ver' }, 'r1ver'),
      el('div', {}, 'Paper submitter'),
      el('a', { href: `/papers/${id}#6500` }, '2 days ago'),
      el(
        'p',
        {},
        'We are glad to share our work. The code and the nine years of notes will follow next week.',
      ),
      el('button', {}, 'Reply'),
    ),
    el('a', { href: `/login?next=%2Fpapers%2F${id}` }, 'Sign up or log in to comment'),
  );
  const citing = ['Models', 'Datasets', 'Spaces'].flatMap((what) => [
    el('h2', {}, `${what} citing this paper `, el('span', {}, '0')),
    el('div', {}, `No ${what.toLowerCase().slice(0, -1)} linking this paper`),
    el('p', {}, `Cite arxiv.org/abs/${id} in a README.md to link it from this page.`),
  ]);
  const main = el(
    'main',
    {},
    el('h1', {}, name),
    facts,
    authors,
    el('h2', {}, 'Abstract'),
    el('p', {}, summary, el('span', {}, 'AI-generated summary')),
    el('p', {}, abstract),
    links,
    community,
    ...citing,
    el('h2', {}, 'Collections including this paper ', el('span', {}, '2')),
  );
  return `<!doctype html>\n${render(el('html', {}, head, el('body', {}, navigation(), main, footer())), spacing)}\n`;
};
