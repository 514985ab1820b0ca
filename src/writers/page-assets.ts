/** How the page of `html` looks: light and dark, from 320 pixels up, and on paper. No file, font or image but this. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --back: #fff; --text: #1b1b1f; --quiet: #5b5b66; --line: #dcdce2; --link: #0b57c4; --field: #f5f5f7 }
@media (prefers-color-scheme: dark) {
  :root { --back: #16171b; --text: #e6e6ea; --quiet: #a3a4af; --line: #34353d; --link: #8ab4f8; --field: #22232a }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 43rem; padding: 0 1rem 3rem; background: var(--back); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding: 1.5rem 0 .5rem }
h1 { flex: 1 1 auto; margin: 0; font-size: 1.6rem; line-height: 1.25 }
#tools { display: flex; flex-wrap: wrap; gap: .6rem; padding: .6rem 0; background: var(--back); border-bottom: 1px solid var(--line) }
[hidden] { display: none !important }
#tools > label { flex: 1 1 8rem; min-width: 0 }
#tools > :first-child { flex: 2 1 12rem }
#tools label { display: grid; font-size: .8rem; color: var(--quiet) }
#tools input, #tools select { width: 100%; min-width: 0; height: 2.4rem; padding: 0 .5rem; border: 1px solid var(--quiet); border-radius: .4rem; background: var(--field); color: var(--text); font: inherit; font-size: 1rem }
#tools .count { flex: 1 0 100%; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-size: .9rem; color: var(--quiet) }
#tools .count label { display: flex; align-items: center; gap: .4rem; font-size: inherit }
#tools .count input { width: 1.1rem; height: 1.1rem; accent-color: var(--link) }
article { padding: 1.1rem 0; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-block-size: auto 12rem }
h2 { margin: 0; font-size: 1.15rem; line-height: 1.35 }
h2 a { color: inherit; text-decoration: underline 1px var(--line) }
h2 a:hover { text-decoration-color: currentcolor }
article p { margin: .35rem 0 0 }
p.facts, p.links { color: var(--quiet); font-size: .9rem }
.facts > * { unicode-bidi: isolate }
h2, p { unicode-bidi: plaintext }
.facts a { color: inherit }
time { white-space: nowrap }
b { font-weight: 600 }
.facts b { color: var(--text) }
details { margin-top: .25rem }
summary { width: max-content; padding: .15rem 0; color: var(--quiet); font-size: .9rem; cursor: pointer }
details p { padding-left: .9rem; border-left: 2px solid var(--line) }
.authors, .keywords, .submitted { font-size: .9rem }
@media (min-width: 40em) and (min-height: 40em) {
  html { scroll-padding-top: 8rem }
  #tools { position: sticky; top: 0; z-index: 1 }
}
@page { margin: 1.6cm }
@media print {
  :root { color-scheme: light; --back: #fff; --text: #000; --quiet: #444; --line: #bbb; --link: #000 }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  #tools, summary, header a { display: none }
  details p { padding: 0; border: 0 }
  article { content-visibility: visible }
  h2, .facts { break-after: avoid }
  details::details-content { content-visibility: visible; block-size: auto }
}
`;

/**
 * What the page of `html` can do beyond being read: its papers are in the markup, and this only hides and reorders them. It
 * makes the lists of the filters from what it finds, so that the page is written without knowing all papers first. Without
 * it the tools stay hidden. Texts of papers go into `textContent` alone.
 */
export const PAGE_SCRIPT = `
const [main, tools] = ['main', '#tools'].map((name) => document.querySelector(name));
const [query, order, organization, year, open] = tools.querySelectorAll('input, select');
const count = tools.querySelector('output');
const papers = [...main.querySelectorAll('article')].map((node, place) => {
  const text = (name) => node.querySelector(name)?.textContent ?? '';
  const facts = [...(node.querySelector('.facts')?.childNodes ?? [])].filter((one) => !one.className);
  const said = facts.map((one) => one.textContent).join('');
  const number = (of) => Number(said.match(new RegExp('(\\\\d+)\\\\s' + of))?.[1] ?? -1);
  const day = node.querySelector('time')?.dateTime ?? '';
  return {
    node, place, day, year: day.slice(0, 4), organization: text('.organization, .organizationSlug'),
    upvotes: number('upvote'), comments: number('comment'),
  };
});

const list = (select, name, compare) => {
  const counts = new Map();
  for (const { [name]: value } of papers) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const value of [...counts.keys()].sort(compare)) {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = value + ' (' + counts.get(value) + ')';
    select.append(option);
  }
  select.parentNode.hidden = counts.size < 2;
};
list(organization, 'organization', (a, b) => a.localeCompare(b, 'en'));
list(year, 'year', (a, b) => b - a);
for (const option of [...order.options].slice(1))
  if (!papers.some((paper) => paper[option.value] && paper[option.value] !== -1)) option.remove();
order.parentNode.hidden = order.length < 2;
open.parentNode.hidden = !main.querySelector('details');

const show = () => {
  const words = query.value.toLowerCase().split(/\\s+/);
  let shown = 0;
  for (const paper of papers) {
    if (query.value && paper.text === undefined) {
      const parts = paper.node.querySelectorAll('h2, .organization, .submittedBy, .aiSummary, .authors, .abstract, .keywords');
      paper.text = [...parts].map((part) => part.textContent).join(' ').toLowerCase();
    }
    const fits = (!organization.value || paper.organization === organization.value)
      && (!year.value || paper.year === year.value)
      && (!query.value || words.every((word) => paper.text.includes(word)));
    paper.node.hidden = !fits;
    shown += fits;
  }
  const all = papers.length === 1 ? '1 paper' : papers.length + ' papers';
  count.textContent = shown === papers.length ? all : shown + ' of ' + all;
};
const reorder = () => {
  const by = order.value;
  papers.sort((a, b) => (a[by] < b[by]) - (a[by] > b[by]) || a.place - b.place);
  main.append(...papers.map(({ node }) => node));
};
const unfold = () => { for (const { node } of papers) for (const one of node.querySelectorAll('details')) one.open = open.checked; };

// What comes first after a change is what one wants to see then.
const toTop = () => { if (main.getBoundingClientRect().top < 0) main.scrollIntoView(); };
for (const field of [query, organization, year]) field.addEventListener('input', () => { show(); toTop(); });
order.addEventListener('input', () => { reorder(); toTop(); });
open.addEventListener('input', unfold);
tools.hidden = papers.length === 0;
show();
`;
