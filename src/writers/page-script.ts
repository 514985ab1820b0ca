/**
 * What the page of `html` can do beyond being read: its papers stand in the markup, and this only hides and reorders them. It
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
