import { describe, expect, it } from 'vitest';
import type { PaperField } from '../../src/paper.js';
import { readPages } from './read-pages.js';

const read = async (...records: object[]) => {
  const { pages, diagnostics } = await readPages('json', JSON.stringify(records));
  return { fields: pages.flatMap(({ entries }) => entries.map(({ fields }) => fields)), diagnostics };
};
const HUB = 'https://huggingface.co/papers/2505.00011';

describe('every name of a field', () => {
  const spellings: [PaperField, Record<string, unknown>, unknown][] = [
    ['title', { 'Paper Title': 'Cranes' }, 'Cranes'],
    ['title', { paper: 'https://hf.co/papers/2505.00011' }, 'T'],
    ['arxivId', { paper: 'https://hf.co/papers/2505.00011' }, '2505.00011'],
    ['arxivId', { href: '/papers/2505.00011' }, '2505.00011'],
    ['arxivId', { arxiv: { id: '2505.00011' } }, '2505.00011'],
    ['arxivId', { arxiv_id: 'arXiv:2505.00011v2' }, '2505.00011'],
    ['arxivId', { paper_id: '2505.00011' }, '2505.00011'],
    ['arxivId', { id: '2505.00011' }, '2505.00011'],
    ['arxivId', { id: 2505.00011 }, '2505.00011'],
    ['arxivId', { arxiv_id: 2410.0543 }, '2410.05430'],
    ['arxivId', { 'ArXiv ID': '2505.00011' }, '2505.00011'],
    ...[
      HUB,
      'https://hf.co/papers/2505.00011',
      'huggingface.co/papers/2505.00011#community',
      'https://arxiv.org/abs/2505.00011v3',
      'https://arxiv.org/pdf/2505.00011',
      'https://arxiv.org/html/2505.00011v1',
      'https://www.alphaxiv.org/abs/2505.00011',
      'https://doi.org/10.48550/arXiv.2505.00011',
    ].map((url): [PaperField, Record<string, unknown>, unknown] => ['arxivId', { link: url }, '2505.00011']),
    ['arxivId', { scraped_from: 'https://arxiv.org/abs/2505.00011' }, '2505.00011'],
    ['url', { arxiv_url: 'https://arxiv.org/abs/2505.00011' }, HUB],
    ['published', { published_at: '2025-05-03T10:00:00+00:00' }, '2025-05-03'],
    ['published', { publishedAt: '2025-05-03T10:00:00Z' }, '2025-05-03'],
    ['published', { date: '2025-05-03' }, '2025-05-03'],
    ['published', { date: '2025/05/03' }, '2025-05-03'],
    ['published', { date: '20250503' }, '2025-05-03'],
    ['published', { Date: 'May 3, 2025' }, '2025-05-03'],
    ['published', { published_date: '3 May 2025' }, '2025-05-03'],
    ['published', { published: 'Sat, 03 May 2025 10:00:00 GMT' }, '2025-05-03'],
    ['published', { published: 1746230400000 }, '2025-05-03'],
    ['published', { published: 1746230400 }, '2025-05-03'],
    ['published', { published: 'NaT' }, null],
    ['abstract', { summary: 'Cranes\nfold.' }, 'Cranes fold.'],
    ['abstract', { abstract: 'Cranes fold.', summary: 'Short.' }, 'Cranes fold.'],
    ['abstract', { details: { abstract: 'Cranes fold.' } }, 'Cranes fold.'],
    ['comments', { num_comments: 3 }, 3],
    ['comments', { comments: '3' }, 3],
    ['comments', { comments: [{ type: 'comment' }] }, 1],
    ['upvotes', { upvotes: 0 }, 0],
    ['upvotes', { votes: '1,234' }, 1234],
    ['upvotes', { likes: 7 }, 7],
    ['upvotes', { numUpvotes: '7.0' }, 7],
    ['upvotes', { upvotes: '1200,0' }, 1200],
    ['upvotes', { upvote_count: '▲ 7' }, 7],
    ['upvotes', { upvotes: '7 upvotes' }, 7],
    ['upvotes', { upvotes: 'nan' }, null],
    ['upvotes', { stats: { upvotes: 7, comments: 1 } }, 7],
    ['githubRepo', { github_url: 'github.com/cranelab/cranes' }, 'https://github.com/cranelab/cranes'],
    ['githubRepo', { github_repo: 'https://github.com/a/b' }, 'https://github.com/a/b'],
    ['githubRepo', { code: 'https://github.com/a/b' }, 'https://github.com/a/b'],
    ['githubRepo', { github_repo: 'N/A' }, null],
    [
      'githubRepo',
      { github_links: ['https://github.com/a/b', 'https://github.com/c/d'] },
      'https://github.com/a/b',
    ],
    ['githubStars', { stars: '2.36k' }, 2360],
    ['githubStars', { github_stars: 12 }, 12],
    ['submittedBy', { submitted_by: { username: 'ada', fullname: 'Ada Fold' } }, 'ada'],
    ['submittedBy', { submitted_by: 'Ada Fold' }, null],
    ['submittedBy', { submittedOnDailyBy: { user: 'ada' } }, 'ada'],
    ['aiSummary', { ai_summary: 'Short.' }, 'Short.'],
    ['aiSummary', { abstract: 'Cranes fold.', tldr: 'Short.' }, 'Short.'],
    ['keywords', { ai_keywords: ['a', ' b '] }, ['a', 'b']],
    ['projectPage', { project_page: 'cranes.example' }, 'https://cranes.example'],
    ['authors', { authors: ['Ada', 'Ben'] }, ['Ada', 'Ben']],
    ['authors', { authors: [{ name: 'Ada' }, { name: 'Ben', hidden: true }] }, ['Ada', 'Ben']],
    ['authors', { authors: 'Ada Fold, Ben Crease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: 'Fold, Ada; Crease, Ben' }, ['Fold, Ada', 'Crease, Ben']],
    ['authors', { authors: `['Ada Fold', "Fay O'Tail"]` }, ['Ada Fold', "Fay O'Tail"]],
    ['authorCount', { authors: 'Ada Fold, Ben Crease' }, 2],
    ['organization', { organization: 'Crane Lab' }, 'Crane Lab'],
    ['organization', { institution: 'Crane Lab' }, 'Crane Lab'],
    ['organization', { organization: { name: 'cranelab', fullname: 'Crane Lab' } }, 'Crane Lab'],
    ['organizationSlug', { organization: { name: 'cranelab', fullname: 'Crane Lab' } }, 'cranelab'],
    ['organization', { organization: { slug: 'cranelab', name: 'Crane Lab' } }, 'Crane Lab'],
    ['organizationSlug', { organization: { slug: 'cranelab', name: 'Crane Lab' } }, 'cranelab'],
    ['organization', { org: { handle: 'cranelab', displayName: 'Crane Lab' } }, 'Crane Lab'],
    [
      'organizationSlug',
      { organization: { name: 'Crane Lab', url: 'https://huggingface.co/cranelab' } },
      'cranelab',
    ],
    ['organizationSlug', { organization: { name: 'Crane Lab' } }, null],
    ['organization', { organization: "{'name': 'cranelab', 'fullname': 'Crane Lab'}" }, 'Crane Lab'],
    ['title', { title: '[T](https://huggingface.co/papers/2505.00011)' }, 'T'],
    ['title', { title: '=HYPERLINK("https://hf.co/papers/2505.00011";"T")' }, 'T'],
    ['arxivId', { title: '[T](https://huggingface.co/papers/2505.00011)' }, '2505.00011'],
    ['arxivId', { title: '<a class="x" href="/papers/2505.00011">T</a>' }, '2505.00011'],
    ['arxivId', { title: '=HYPERLINK("https://hf.co/papers/2505.00011","T")' }, '2505.00011'],
    ['arxivId', { canonical: [{ href: HUB }] }, '2505.00011'],
    ['arxivId', { links: { arxiv: 'https://arxiv.org/abs/2505.00011' } }, '2505.00011'],
    ['arxivId', { links: [{ text: 'arXiv', href: 'https://arxiv.org/abs/2505.00011' }] }, '2505.00011'],
    ['githubRepo', { links: [{ text: 'Code', href: 'https://github.com/a/b' }] }, 'https://github.com/a/b'],
    ['githubRepo', { links: [{ href: 'https://github.com/a/b' }, { href: 'https://github.com/c/d' }] }, null],
    ['arxivId', { externalIds: { ArXiv: '2505.00011', CorpusId: 7 } }, '2505.00011'],
    ['abstract', { abstract: 'Cranes &amp; kites.' }, 'Cranes & kites.'],
    ['abstract', { paper_abstract: 'Cranes fold.' }, 'Cranes fold.'],
    ['abstract', { abstract: { value: 'Cranes fold.' } }, 'Cranes fold.'],
    ['aiSummary', { tldr: { model: 'v2', text: 'Short.' } }, 'Short.'],
    ['upvotes', { upvotes: { $numberInt: '7' } }, 7],
    ['upvotes', { n_upvotes: 7 }, 7],
    ['upvotes', { '# Upvotes': '7' }, 7],
    ['upvotes', { 'Upvotes (#)': '7' }, 7],
    ['upvotes', { upvote: 'Upvote 7' }, 7],
    ['upvotes', { engagement: { upvotes: 7 } }, 7],
    ['upvotes', { fields: [{ name: 'Upvotes', value: '7', inline: true }] }, 7],
    ['comments', { total_comments: 3 }, 3],
    ['published', { published_at: { $date: '2025-05-03T10:00:00Z' } }, '2025-05-03'],
    ['published', { published_at: { $date: { $numberLong: '1746230400000' } } }, '2025-05-03'],
    ['published', { dates: { published: '2025-05-03' } }, '2025-05-03'],
    ['keywords', { tags: [{ name: 'a' }, { tag: 'b' }] }, ['a', 'b']],
    ['keywords', { tags: ['a', '... 2 more items'] }, ['a']],
    ['authors', { authors: ['Ada Fold', '... 2 more items'] }, ['Ada Fold']],
    ['authorCount', { authors: ['Ada Fold', '... 2 more items'] }, null],
    [
      'abstract',
      { summary: '<p>We fold <b>cranes</b> &amp; kites.</p>\n<p>They fly.</p>' },
      'We fold cranes & kites. They fly.',
    ],
    ['abstract', { summary: 'Where a <b and c> d.' }, 'Where a <b and c> d.'],
    ['authors', { authorships: [{ author: { display_name: 'Ada Fold' } }] }, ['Ada Fold']],
    [
      'authors',
      { authors: 'Ada Fold (https://www.notion.so/x), Ben Crease (https://www.notion.so/y)' },
      ['Ada Fold', 'Ben Crease'],
    ],
    [
      'githubRepo',
      { code: [{ url: 'https://github.com/a/b', is_official: true }] },
      'https://github.com/a/b',
    ],
    ['upvotes', { upvotes: { totalCount: 3 } }, 3],
    ['githubRepo', { github_repo: 'a/b' }, 'https://github.com/a/b'],
    ['githubRepo', { github: { url: 'https://github.com/a/b', stars: 12 } }, 'https://github.com/a/b'],
    ['githubStars', { github: { url: 'https://github.com/a/b', stars: 12 } }, 12],
    ['submittedBy', { submitter: '@ada' }, 'ada'],
    ['submittedBy', { submitter: 'https://huggingface.co/ada' }, 'ada'],
    ['submittedBy', { submitter: { name: 'Ada Fold', url: 'https://huggingface.co/ada' } }, 'ada'],
    ['authors', { author_list: ['Ada', 'Ben'] }, ['Ada', 'Ben']],
    ['authors', { authors: [{ full_name: 'Ada Fold' }] }, ['Ada Fold']],
    ['authors', { authors: [{ author: 'Ada Fold' }] }, ['Ada Fold']],
    ['authors', { creators: [{ firstName: 'Ada', lastName: 'Fold' }] }, ['Ada Fold']],
    ['authors', { authors: 'Ada Fold, Ben Crease, and Cy Dee' }, ['Ada Fold', 'Ben Crease', 'Cy Dee']],
    ['authors', { authors: 'Ada Fold and Ben Crease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: "[{'name': 'Ada Fold', 'hidden': False}]" }, ['Ada Fold']],
    ['authors', { authors: '[{"name": "Ada Fold", "hidden": false}]' }, ['Ada Fold']],
    ['authors', { authors: 'Ada Fold et al.' }, ['Ada Fold']],
    ['authorCount', { authors: 'Ada Fold et al.' }, null],
    ['authorCount', { authors: ['Ada Fold', '+12 more'] }, null],
    ['authors', { authors: { nodes: [{ name: 'Ada' }] } }, ['Ada']],
    ['authors', { authors: { edges: [{ node: { name: 'Ada' } }] } }, ['Ada']],
    ['authors', { 'authors/0': 'Ada', 'authors/1': 'Ben', 'authors/2': '' }, ['Ada', 'Ben']],
    ['authors', { 'authors.0.name': 'Ada', 'authors.1.name': '' }, ['Ada']],
    ['authors', { Author: 'Fold, Ada' }, ['Fold, Ada']],
    ['submittedBy', { 'submittedBy.name': 'ada', 'submittedBy.fullname': 'Ada Fold' }, 'ada'],
    ['published', { date: 'Saturday, May 3, 2025' }, '2025-05-03'],
    ['authors', { authors: '12 authors' }, []],
    ['authorCount', { authors: '12 authors' }, 12],
    ['authorCount', { authors: 12 }, 12],
    ['authorCount', { num_authors: 12 }, 12],
    // What all members are about, before their names.
    ['upvotes', { hf_upvotes: 7 }, 7],
    ['abstract', { paper_abstract: 'Cranes fold.' }, 'Cranes fold.'],
    ['arxivId', { hf_id: '2505.00011' }, '2505.00011'],
    ['organizationSlug', { org_handle: 'cranelab' }, 'cranelab'],
    ['projectPage', { website: 'https://cranes.example' }, 'https://cranes.example'],
    ['arxivId', { website: HUB }, '2505.00011'],
    ['projectPage', { website: HUB }, null],
    // A number is believed before a list that may not be whole.
    ['comments', { comments: [], num_comments: 7 }, 7],
    ['comments', { comments: { count: 7, items: [] } }, 7],
    ['upvotes', { upvotes: { total: 7 } }, 7],
    // Some indexes make a list of everything.
    ['title', { title: ['T'] }, 'T'],
    ['upvotes', { upvotes: [7] }, 7],
    ['published', { published: ['2025-05-03'] }, '2025-05-03'],
    ['organization', { organization: ['Crane Lab'] }, 'Crane Lab'],
    ['arxivId', { arxiv_id: ['2505.00011'] }, '2505.00011'],
    // Links in the notation of Markdown, HTML or a spreadsheet.
    ['title', { title: 'Paper page - T' }, 'T'],
    ['githubRepo', { code: '[code](https://github.com/a/b)' }, 'https://github.com/a/b'],
    ['projectPage', { project_page: '<a href="https://cranes.example">x</a>' }, 'https://cranes.example'],
    ['organization', { organization: '[Crane Lab](https://huggingface.co/cranelab)' }, 'Crane Lab'],
    ['organizationSlug', { organization: '[Crane Lab](https://huggingface.co/cranelab)' }, 'cranelab'],
    ['submittedBy', { submitter: '[Ada Fold](https://huggingface.co/ada)' }, 'ada'],
    ['arxivId', { links: ['https://arxiv.org/abs/2505.00011', 'https://github.com/a/b'] }, '2505.00011'],
    ['links', { links: ['https://arxiv.org/abs/2505.00011', 'https://github.com/a/b'] }, []],
    [
      'githubRepo',
      { links: ['https://arxiv.org/abs/2505.00011', 'https://github.com/a/b'] },
      'https://github.com/a/b',
    ],
    ['arxivId', { urls: ['https://huggingface.co/papers/2505.00011'] }, '2505.00011'],
    ['links', { links: ['https://cranes.example'] }, ['https://cranes.example']],
    ['githubRepo', { github: { name: 'a/b', stars: 12 } }, 'https://github.com/a/b'],
    // Days as other programs write them.
    ['published', { date: '2025-05-03 17:59:59 UTC' }, '2025-05-03'],
    ['published', { date: '2025.05.03' }, '2025-05-03'],
    ['published', { date: '20250503T175959Z' }, '2025-05-03'],
    ['published', { date: '2025年5月9日' }, '2025-05-09'],
    ['published', { date: '2025년 05월 09일' }, '2025-05-09'],
    // Values with their type, as Notion has them.
    ['title', { title: { type: 'title', title: [{ plain_text: 'T' }] } }, 'T'],
    [
      'abstract',
      { abstract: { type: 'rich_text', rich_text: [{ plain_text: 'We ' }, { plain_text: 'fold.' }] } },
      'We fold.',
    ],
    ['upvotes', { upvotes: { type: 'number', number: 3 } }, 3],
    ['published', { published: { type: 'date', date: { start: '2025-05-09', end: null } } }, '2025-05-09'],
    ['published', { published_at: { _seconds: 1746230400, _nanoseconds: 0 } }, '2025-05-03'],
    ['published', { published_at: { seconds: 1746230400, nanos: 0 } }, '2025-05-03'],
    // What a scraper takes out of HTML.
    ['authors', { authors: ['Ana&iuml;s Fold'] }, ['Anaïs Fold']],
    ['authors', { authors: [{ name: 'Ana&iuml;s Fold' }] }, ['Anaïs Fold']],
    ['authors', { authors: 'Ana&iuml;s Fold, Ben Crease' }, ['Anaïs Fold', 'Ben Crease']],
    ['keywords', { keywords: ['R&amp;D'] }, ['R&D']],
    ['organization', { organization: { name: 'Cranes &amp; Co.' } }, 'Cranes & Co.'],
    ['abstract', { abstract: { rendered: 'Cranes &amp; kites.' } }, 'Cranes & kites.'],
    // Objects as Python prints them.
    ['authors', { authors: ["Author(_id='68f0', name='Ada Fold', user=None)"] }, ['Ada Fold']],
    [
      'authors',
      { authors: "[Author(name='Ada Fold'), Author(name='Ben Crease')]" },
      ['Ada Fold', 'Ben Crease'],
    ],
    ['submittedBy', { submitted_by: "User(username='ada', fullname='Ada Fold')" }, 'ada'],
    // Lists that people write.
    ['authors', { authors: 'Ada Fold | Ben Crease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: 'Ada Fold · Ben Crease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: 'Ada Fold\nBen Crease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: 'Ada Fold, Ben\nCrease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: 'Fold, Ada M.' }, ['Fold, Ada M.']],
    ['authors', { authors: 'By Ada Fold and Ben Crease' }, ['Ada Fold', 'Ben Crease']],
    ['authors', { authors: 'Ada Fold, Ben Crease, … 4 more authors' }, ['Ada Fold', 'Ben Crease']],
    ['authorCount', { authors: 'Ada Fold, Ben Crease, … 4 more authors' }, null],
    ['authors', { authors: 'Ada Fold (+4 more)' }, ['Ada Fold']],
    ['authors', { authors: ['Ada Fold', 'others'] }, ['Ada Fold']],
    ['authorCount', { authors: ['Ada Fold', '...'] }, null],
    ['keywords', { keywords: 'a | b' }, ['a', 'b']],
    // What comes with a text that is taken off a page.
    ['title', { title: '[2505.00011] T' }, 'T'],
    ['title', { title: 'T (arXiv:2505.00011v1 [cs.CL])' }, 'T'],
    ['abstract', { abstract: 'Short. AI-generated summary Cranes fold.' }, 'Cranes fold.'],
    ['aiSummary', { abstract: 'Short. AI-generated summary Cranes fold.' }, 'Short.'],
    ['abstract', { 摘要: 'Cranes fold.' }, 'Cranes fold.'],
    ['upvotes', { 点赞数: 7 }, 7],
    ['upvotes', { '👍': 7 }, 7],
    ['upvotes', { '👍 Upvotes': 7 }, 7],
    ['githubStars', { '⭐️': 7 }, 7],
  ];
  it.each(spellings)('%s: %j', async (field, members, value) => {
    // A member that our own records do not have, so that the record is read as any other.
    const id = field === 'arxivId' || field === 'url' ? {} : { id: '2505.00011' };
    const { fields, diagnostics } = await read({ title: 'T', other_tool: 1, ...id, ...members });
    expect(fields[0]?.[field]).toEqual(field === 'title' ? 'T' : value);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['member-unknown', 'info']]);
  });

  it('of a title and two fields that only papers have', async () => {
    const record = { 'Paper Title': 'Cranes', votes: 3, num_comments: 1, from: 'a crow' };
    expect((await read(record)).fields[0]?.title).toBe('Cranes');
  });
});

it.each<[string, unknown, string[]]>([
  [
    'by its id',
    { '2505.00011': { title: 'A', upvotes: 3 }, '2505.00012': { title: 'B', upvotes: 5 } },
    ['A', 'B'],
  ],
  [
    'by its row',
    { '0': { title: 'A', arxiv_id: '2505.00011' }, '1': { title: 'B', arxiv_id: '2505.00012' } },
    ['A', 'B'],
  ],
  [
    'in a row of a viewer',
    { row_idx: 0, row: { title: 'A', arxiv_id: '2505.00011' }, truncated_cells: [] },
    ['A'],
  ],
  ['in a node', { cursor: 'x', node: { title: 'A', id: '2505.00011' } }, ['A']],
  ['beside its id', { id: '2505.00011', type: 'papers', attributes: { title: 'A', upvotes: 3 } }, ['A']],
  [
    'with its parts beside each other',
    { 'paper.title': 'A', 'paper.id': '2505.00011', numComments: 3 },
    ['A'],
  ],
  ['by its title', { A: { arxiv_id: '2505.00011', upvotes: 3 }, B: { arxiv_id: '2505.00012' } }, ['A', 'B']],
  [
    'in lists under any names',
    {
      info: { title: 'Papers', description: 'x' },
      days: { mon: [{ title: 'A', id: '2505.00011' }], tue: [{ title: 'B', id: '2505.00012' }] },
      posts: [{ title: 'Not a paper', url: 'https://a.example' }],
    },
    ['A', 'B'],
  ],
  [
    'in a text of JSON',
    { status: 200, answer: { body: JSON.stringify({ list: [{ title: 'A', id: '2505.00011' }] }) } },
    ['A'],
  ],
  [
    'in a text with a fence',
    { choices: [{ message: { content: '```json\n[{"title": "A", "id": "2505.00011"}]\n```' } }] },
    ['A'],
  ],
  [
    'in an archive of requests',
    {
      log: {
        entries: [
          {
            response: {
              content: {
                encoding: 'base64',
                text: Buffer.from('[{"title":"A","id":"2505.00011"}]').toString('base64'),
              },
            },
          },
        ],
      },
    },
    ['A'],
  ],
  [
    'with a name in place of its title',
    { selection1: [{ name: 'A crane', url: 'https://hf.co/papers/2505.00011', upvotes: 3 }] },
    ['A crane'],
  ],
  [
    'in the embeds of a message',
    { username: 'x', embeds: [{ title: 'A', url: 'https://hf.co/papers/2505.00011', fields: [] }] },
    ['A'],
  ],
  ['written as a text', JSON.stringify([{ title: 'A', id: '2505.00011' }]), ['A']],
  ['with a list of its own', { title: 'A', id: '2505.00011', authors: { nodes: [{ name: 'Ada' }] } }, ['A']],
  [
    'with relations',
    {
      id: '2505.00011',
      attributes: { title: 'A', upvotes: 3 },
      relationships: { authors: { data: [{ id: '1' }] } },
    },
    ['A'],
  ],
  [
    'in the lines of a notebook',
    { cells: [{ outputs: [{ text: ["[{'title': 'A',\n", "  'arxiv_id': '2505.00011'}]\n"] }] }] },
    ['A'],
  ],
  ['in columns', { title: ['A', 'B'], arxiv_id: ['2505.00011', '2505.00012'] }, ['A', 'B']],
  [
    'in columns with row numbers',
    { title: { 0: 'A', 1: 'B' }, arxiv_id: { 0: '2505.00011', 1: '2505.00012' } },
    ['A', 'B'],
  ],
])('a record %s', async (_, value, titles) => {
  const { fields } = await read(value as object);
  expect(fields.map(({ title }) => title)).toEqual(titles);
  expect(fields[0]?.arxivId).toBe('2505.00011');
});

it.each<[string, object[]]>([
  ['films', [{ id: 7, title: 'The Long Ferry', overview: 'x', votes: 12 }]],
  [
    'posts of a blog',
    [{ title: 'We fold', authors: [{ user: 'ada' }], upvotes: 3, url: 'https://huggingface.co/blog/fold' }],
  ],
  ['models', [{ models: [{ name: 'Crane 7B', url: 'https://arxiv.org/abs/2505.00011', likes: 3 }] }]],
  ['products', [{ title: 'Crane', upvotes: 3, comments: 4, link: 'https://crane.example' }]],
  ['games', [{ title: 'The Long Ferry', votes: 12, likes: 3, comments: 3, stars: 4, price: 5 }]],
  ['issues', [{ number: 12, title: 'It crashes', user: { login: 'ida' }, comments: 4 }]],
  [
    'posts',
    [
      {
        title: 'Why lamps matter',
        author: 'Ada Fold',
        date: '2025-05-03',
        summary: 'Lamps.',
        url: 'https://a.example',
      },
    ],
  ],
  ['a package', [{ name: 'lamps', title: 'Lamps', description: 'x', keywords: ['a'], author: 'Ada Fold' }]],
])('%s are no papers', async (_, records) => {
  const { fields, diagnostics } = await read(...records);
  expect(fields).toEqual([]);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'schema-mismatch', severity: 'error' }));
});

it('the parts of a record may stand beside the one with its title', async () => {
  const { fields } = await read({
    basic: { title: 'A', url: HUB },
    stats: { upvotes: 3 },
    details: { abstract: 'We fold.' },
  });
  expect(fields).toMatchObject([{ title: 'A', arxivId: '2505.00011', upvotes: 3, abstract: 'We fold.' }]);
});

it('one record with an id speaks for those without', async () => {
  const { fields, diagnostics } = await read(
    { title: 'A', link: null, x: 1 },
    { title: 'B', link: HUB, x: 1 },
  );
  expect(fields.map(({ title }) => title)).toEqual(['A', 'B']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['member-unknown']);
});

it.each([5, {}, ['A', 'B']])('a title that is %j is said once', async (title) => {
  const { fields, diagnostics } = await read({ title, id: '2505.00011', x: 1 });
  expect(fields).toEqual([]);
  expect(diagnostics.map(({ code, message }) => [code, message.replace(/got .*;/, 'got …;')])).toEqual([
    ['schema-mismatch', 'record 1: title: expected a title, got …; the record is left out'],
  ]);
});

it('an inner paper is believed before what is around it', async () => {
  const paper = { id: '2505.00011', title: 'Inside', upvotes: 3, publishedAt: '2025-05-01T00:00:00Z' };
  const around = { title: 'Around', upvotes: 4, publishedAt: '2025-05-03T00:00:00Z', numComments: 2 };
  const { fields } = await read({ paper, ...around });
  expect(fields[0]).toMatchObject({ title: 'Inside', upvotes: 3, published: '2025-05-01', comments: 2 });
});

it('an id of another tool that is not of arXiv is nothing to complain of, one of the feed is', async () => {
  expect((await read({ id: 17, title: 'T', upvotes: 1, num_comments: 2 })).diagnostics).toEqual([]);
  const { diagnostics } = await read({ paper: { id: 17, title: 'T' } });
  expect(diagnostics).toMatchObject([{ code: 'field-invalid', field: 'arxivId' }]);
});

const text = (plain_text: string) => [{ type: 'text', plain_text, text: { content: plain_text } }];

it.each<[string, object]>([
  [
    'Firestore',
    {
      documents: [
        {
          name: 'projects/p/databases/(default)/documents/papers/2505.00011',
          fields: {
            title: { stringValue: 'A' },
            upvotes: { integerValue: '7' },
            authors: { arrayValue: { values: [{ stringValue: 'Ada Fold' }, { stringValue: 'Ben Crease' }] } },
            published: { timestampValue: '2025-05-03T00:00:00Z' },
            organization: { mapValue: { fields: { name: { stringValue: 'cranes' } } } },
            abstract: { nullValue: null },
          },
        },
      ],
    },
  ],
  [
    'DynamoDB',
    {
      Items: [
        {
          arxiv_id: { S: '2505.00011' },
          title: { S: 'A' },
          upvotes: { N: '7' },
          authors: { L: [{ S: 'Ada Fold' }, { M: { name: { S: 'Ben Crease' } } }] },
          published: { S: '2025-05-03' },
          organization: { SS: ['cranes'] },
          abstract: { NULL: true },
        },
      ],
    },
  ],
  [
    'Notion',
    {
      object: 'page',
      url: 'https://www.notion.so/a',
      properties: {
        Paper: { id: 'title', type: 'title', title: text('A') },
        URL: { id: 'a', type: 'url', url: HUB },
        Upvotes: { id: 'b', type: 'number', number: 7 },
        Authors: {
          id: 'c',
          type: 'multi_select',
          multi_select: [{ name: 'Ada Fold' }, { name: 'Ben Crease' }],
        },
        Published: { id: 'd', type: 'date', date: { start: '2025-05-03', end: null } },
        Organization: { id: 'e', type: 'select', select: { id: 'f', name: 'cranes' } },
        Abstract: { id: 'g', type: 'rich_text', rich_text: [] },
      },
    },
  ],
])('values with the types of %s are read as without', async (_, answer) => {
  const { fields } = await read(answer);
  expect(fields).toMatchObject([
    {
      title: 'A',
      arxivId: '2505.00011',
      upvotes: 7,
      authors: ['Ada Fold', 'Ben Crease'],
      published: '2025-05-03',
      organization: 'cranes',
      abstract: null,
    },
  ]);
});

describe('the day on Daily Papers', () => {
  const paper = { id: '2405.15738', title: 'T', publishedAt: '2024-05-24T14:04:03.000Z' };
  it.each<[string, object, string | null]>([
    ['what is stated', { paper: { ...paper, submittedOnDailyAt: '2024-05-28T03:00:00Z' } }, '2024-05-28'],
    ['the outer day, where it is later', { paper, publishedAt: '2024-05-27T02:32:40.069Z' }, '2024-05-27'],
    ['nothing where that is the day of the paper', { paper, publishedAt: '2024-05-24T10:04:03.000Z' }, null],
    ['nothing where that is a day before', { paper, publishedAt: '2024-05-23T20:00:00.000Z' }, null],
    ['nothing where that is no day', { paper, publishedAt: 'soon' }, null],
    [
      "the client's own",
      { id: '2405.15738', title: 'T', published_at: '2024-05-24', submitted_at: '2024-05-27', upvotes: 1 },
      '2024-05-27',
    ],
    ['what papers wrote', { title: 'T', submittedOn: '2024-05-27' }, '2024-05-27'],
  ])('is %s', async (_, record, day) => {
    const { fields, diagnostics } = await read(record);
    expect(fields[0]?.submittedOn).toBe(day);
    expect(diagnostics).toEqual([]);
  });
});

it('a record behind a list is not of its day', async () => {
  const paper = { id: '2505.00011', title: 'T' };
  const text = `${JSON.stringify({ date: '2025-05-30', data: [{ paper }] })}\n${JSON.stringify({ paper })}`;
  const { pages } = await readPages('json', text);
  const days = pages.flatMap(({ entries }) => entries.map(({ fields }) => fields.submittedOn));
  expect(days).toEqual(['2025-05-30', null]);
});

it('the lists of a table that papers wrote are taken apart as they were put together', async () => {
  const { fields } = await read({
    title: 'T',
    authors: 'Fold, Ada; Crease, Ben',
    keywords: 'search, rescue',
    links: 'https://x.example/a,b; https://y.example/;c',
  });
  expect(fields[0]).toMatchObject({
    authors: ['Fold, Ada', 'Crease, Ben'],
    keywords: ['search, rescue'],
    links: ['https://x.example/a,b', 'https://y.example/;c'],
  });
});

describe('members that nothing reads', () => {
  const paper = {
    id: '2505.00011',
    authors: [],
    publishedAt: '2025-05-01T00:00:00Z',
    title: 'T',
    summary: 'S',
    upvotes: 1,
  };
  const entry = { paper, numComments: 0 };

  it('are an info where nothing else is missing', async () => {
    const { diagnostics } = await read({ ...entry, shiny: 1 }, { ...entry, shiny: 2, 'a\nb': 3 });
    expect(diagnostics).toMatchObject([
      {
        code: 'member-unknown',
        severity: 'info',
        message: 'members that are not read: shiny (2 times), a b (once)',
      },
    ]);
  });

  it.each(['id', 'authors', 'publishedAt', 'title', 'summary', 'upvotes'] as const)(
    'are a warning where %s has a new name everywhere',
    async (member) => {
      const { [member]: value, ...rest } = paper;
      const renamed = { title: 'T', numComments: 0, paper: { ...rest, renamed: value } };
      const { diagnostics } = await read(renamed, renamed);
      const expected = member === 'title' ? 'info' : 'warning';
      expect(diagnostics.at(-1)).toMatchObject({ code: 'member-unknown', severity: expected });
      expect(diagnostics.at(-1)?.message).toContain('paper.renamed (2 times)');
      // One record that still has the member shows that it was not renamed.
      expect((await read(renamed, entry)).diagnostics.at(-1)?.severity).toBe('info');
    },
  );
});

describe('rows of a table', () => {
  const rows = [
    ['2505.00011', 'A', 3],
    ['2505.00012', 'B', null],
  ];
  const names = ['arxiv_id', 'title', 'upvotes'];
  it.each<[string, unknown]>([
    ['as pandas splits them', { columns: names, index: [0, 1], data: rows }],
    ['of a database', { columns: names.map((name) => ({ name, type: 'TEXT' })), rows }],
    ['below their header', [names, ...rows]],
    ['of a spreadsheet', { range: 'A1:C3', values: [names, ...rows] }],
  ])('%s', async (_, table) => {
    const { pages, diagnostics } = await readPages('json', JSON.stringify(table));
    const fields = pages.flatMap(({ entries }) => entries.map((entry) => entry.fields));
    expect(fields.map(({ title, arxivId, upvotes }) => [arxivId, title, upvotes])).toEqual(rows);
    expect(diagnostics).toEqual([]);
  });
});

describe('names like our own', () => {
  it('are of others where an address is not of the hub', async () => {
    const { fields, diagnostics } = await read({ title: 'A shop', url: 'https://shop.example' });
    expect(fields).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['schema-mismatch']);
  });
  it('are of others where a list is written in another way', async () => {
    const { fields } = await read({ title: 'A', upvotes: 3, authors: 'Ada Fold, Ben Crease' });
    expect(fields[0]?.authors).toEqual(['Ada Fold', 'Ben Crease']);
  });
});

describe('records of the feed, as tools make tables of them', () => {
  const of = (id: string, title: string) => ({
    paper: { id, title, upvotes: 3, ai_keywords: ['a', 'b'], authors: [{ _id: 'x', name: 'Ada Fold' }] },
    title,
    numComments: 7,
    organization: { _id: 'y', name: 'cranelab', fullname: 'Crane Lab' },
  });
  const records = [of('2505.00011', 'A'), of('2505.00012', 'B')];
  /** Its members side by side, with their ways for names. */
  const flat = (value: object, name: (way: readonly string[]) => string, above: string[] = []): object =>
    Object.assign(
      {},
      ...Object.entries(value).map(([key, inner]) => {
        const way = [...above, key];
        return typeof inner === 'object' ? flat(inner, name, way) : { [name(way)]: inner };
      }),
    );
  const inColumns = Object.fromEntries(
    Object.keys(of('', '')).map((key) => [key, { ...records.map((record) => record[key as 'paper']) }]),
  );
  it.each<[string, unknown]>([
    ['with points', records.map((record) => flat(record, (way) => way.join('.')))],
    ['with strokes', records.map((record) => flat(record, (way) => way.join('/')))],
    ['with underscores', records.map((record) => flat(record, (way) => way.join('__')))],
    [
      'with numbers in brackets',
      records.map((record) => flat(record, (way) => way.join('.').replace(/\.(\d+)/g, '[$1]'))),
    ],
    ['column by column', inColumns],
    [
      'row by row',
      { columns: Object.keys(of('', '')), data: records.map((record) => Object.values(record)) },
    ],
  ])('%s', async (_, table) => {
    const { pages, diagnostics } = await readPages('json', JSON.stringify(table));
    const fields = pages.flatMap(({ entries }) => entries.map((entry) => entry.fields));
    const shown = {
      upvotes: 3,
      comments: 7,
      keywords: ['a', 'b'],
      authors: ['Ada Fold'],
      organization: 'Crane Lab',
      organizationSlug: 'cranelab',
    };
    expect(fields).toMatchObject([
      { title: 'A', arxivId: '2505.00011', ...shown },
      { title: 'B', arxivId: '2505.00012', ...shown },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('with an underscore have the full name of the organization', async () => {
    const { fields } = await read({
      title: 'A',
      id: '2505.00011',
      organization__id: 'y',
      organization_name: 'cranelab',
      organization_fullname: 'Crane Lab',
    });
    expect(fields[0]?.organization).toBe('Crane Lab');
  });
});

it('an item without a name is left out of the authors, and they are not counted', async () => {
  const { fields, diagnostics } = await read({
    title: 'T',
    link: HUB,
    authors: ['Ada Quill', null, 'Ben Ochre'],
  });
  expect(fields[0]).toMatchObject({ authors: ['Ada Quill', 'Ben Ochre'], authorCount: null });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'record 1: authors[1]: expected a name, got null; it is left out of the list',
  ]);
});
