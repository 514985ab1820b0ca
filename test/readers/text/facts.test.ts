import { describe, expect, it } from 'vitest';
import { tokens } from './tokens.js';

describe('a fact is a text whose whole form says it', () => {
  it.each([
    ['14 authors', ['authors 14']],
    ['?? 1,024 authors', ['authors 1024']],
    ['VKite rivermaps · 6 authors', ['“VKite rivermaps”', 'dot', 'authors 6']],
    ['May 19, 2025 2', ['date 2025-5-19']],
    ['Published on 6 Apr, 2024', ['date 2024-4-6 !']],
    ['Published on\nJun 5,\n2026', ['date 2026-6-5 !']],
    ['Crane Lab · Published on May\n9, 2025', ['“Crane Lab”', 'dot', 'date 2025-5-9 !']],
    ['1.09k', ['count 1090 !']],
    ['Upvote 117', ['upvotes 117']],
    ['Upvote', ['upvotes ?']],
    ['94 upvotes', ['upvotes 94']],
    ['Vote: 42', ['upvotes 42']],
    ['▲ 42', ['upvotes 42']],
    ['💬 3', ['comments 3']],
    ['Replies: 3', ['comments 3']],
    ['⭐ 1.2k', ['github 1200']],
    ['LINK: GitHub 50.8k', ['github 50800']],
    ['GitHub 3.29k arXiv Page', ['github 3290', 'link']],
    ['Upvoted 42 times. There is a community discussion with 4 comments.', ['upvotes 42', 'comments 4']],
    ['Submitted byVKite', ['submitter VKite']],
    ['Submitted by [1674929746] akhaliq', ['submitter akhaliq']],
    ['Submitted by -', ['submitter ?']],
    ['4 Submitted by', ['count 4', 'submitter ?']],
    ['2 Previous Next', ['count 2', 'page']],
    ['2 Previous Lives of a Crane', ['“2 Previous Lives of a Crane”']],
    ['Cranes (211 ▲)', ['“Cranes”', 'upvotes 211']],
    ['Cranes — 94 upvotes, 3 comments', ['“Cranes”', 'upvotes 94', 'comments 3']],
    [
      'Paper • 2505.00011 • Published May 3, 2025 • 42',
      ['link record 1 → paper 2505.00011', 'dot record 1', 'date 2025-5-3 ! record 1', 'upvotes 42 record 1'],
    ],
    ['18             · 10 authors                 1', ['count 18', 'authors 10', 'count 1']],
    ['                 Submitted by    rivermaps', ['submitter rivermaps']],
    ['Feb 5, 2023new', ['date 2023-2-5', 'header']],
    ['· 14 authors 37', ['authors 14', 'count 37']],
    ['Video: aBcD1234.webm', []],
    ['Video', ['link']],
    ['collapsed:: true', []],
    ['Cranes:: A Story', ['“Cranes:: A Story”']],
    ['Video Diffusion Models', ['“Video Diffusion Models”']],
    ['[图片：无替代文本]', []],
    ['[Output Truncated]', []],
    ['Rating Films with 5 Stars', ['“Rating Films with 5 Stars”']],
    ['Where Rivers Turncranelab', ['“Where Rivers Turncranelab”']],
    ['Authors: Ada Quill, Ben Ochre Jr.', ['names Ada Quill,Ben Ochre Jr.']],
    ['Authors: **Ada Q.**, Fay Gale.', ['names Ada Q.,Fay Gale']],
    ['We asked 14 authors, and', ['“We asked 14 authors, and”']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('the notation names the fields', () => {
  it('of a block', () => {
    const text =
      'Title: Cranes\n**Authors:** Ada Quill ([quill](https://hf.co/quill)) and Ben Ochre\nAbstract: We fold.\nURL: https://huggingface.co/papers/2505.00011\nVotes: 42 | Comments: 3\nSubmitted by: gale';
    expect(tokens(text)).toEqual([
      'title record 1 “Cranes”',
      'names Ada Quill,Ben Ochre record 1',
      'abstract record 1 “We fold.”',
      'link record 1 → paper 2505.00011',
      'upvotes 42 record 1',
      'comments 3 record 1',
      'submitter gale record 1',
    ]);
  });

  it.each([
    [`'The Baker''s Cake'`, `The Baker's Cake`],
    [`'The Baker's Cake'`, `The Baker's Cake`],
    [String.raw`"A \"Quoted\" Word"`, 'A "Quoted" Word'],
    [`"Cranes" or "Lakes"`, `"Cranes" or "Lakes"`],
    [`'Cranes' and 'Lakes'`, `'Cranes' and 'Lakes'`],
  ])('of a block in YAML: %s', (value, title) => {
    expect(tokens(`title: ${value}\narxiv_id: "2505.00011"`)).toEqual([
      `title record 1 “${title}”`,
      'link record 1 → arxiv 2505.00011',
    ]);
  });

  it('of a block whose title is missing', () => {
    expect(tokens('Title:\nAuthors: Ada Quill\nUpvotes: 3')).toEqual([
      'names Ada Quill record 1',
      'upvotes 3 record 1',
    ]);
  });

  it('of a page: its title is a note', () => {
    expect(tokens('Title: Daily Papers - Hugging Face\n\nURL Source: https://huggingface.co/papers')).toEqual(
      ['note', 'note'],
    );
  });

  it.each([
    [
      'pipes',
      '| # | Title | Who | ▲ | Link |\n|---|:--|---|--:|---|\n| 1 | Cranes | 3 authors | 5 | [here](https://huggingface.co/papers/2505.00011) |',
    ],
    [
      'drawn lines',
      '┌───┬────────┐\n│ # │ Title │ Who │ ▲ │ Link │\n├───┼────────┤\n│ 1 │ Cranes │ 3 authors │ 5 │ https://huggingface.co/papers/2505.00011 │\n└───┴────────┘',
    ],
  ])('of a table with %s', (_, text) => {
    expect(tokens(text)).toEqual([
      'title record 1 “Cranes”',
      'authors 3 record 1',
      'upvotes 5 record 1',
      'link record 1 → paper 2505.00011',
    ]);
  });

  it('of a table in columns', () => {
    expect(tokens('  Title     Upvotes\n  --------  --------\n  Cranes    5\n  Kites     -')).toEqual([
      'title record 1 “Cranes”',
      'upvotes 5 record 1',
      'title record 2 “Kites”',
      'upvotes 0 record 2',
    ]);
  });
});

it('a line without columns may be below the votes of a printed page', () => {
  const text = `22\n          · 9 authors      2\n\n\n     Cranes\n31\n     ${'folding '.repeat(80)}`;
  expect(tokens(text).slice(0, 5)).toEqual(['count 22', 'authors 9', 'count 2', '“Cranes”', 'count 31']);
});

describe('a page on one line is taken apart at its facts', () => {
  it('where titles stand alone', () => {
    const text = `Daily Papers Aug 1 Submitted by akhaliq 94 Folding Paper Cranes · 533 authors 5 Submitted by gale - Kites · 2 authors 12 Previous Next`;
    expect(tokens(text)).toEqual([
      'header !',
      'date ?-8-1',
      'submitter akhaliq',
      'count 94',
      '“Folding Paper Cranes”',
      'dot',
      'authors 533',
      'count 5',
      'submitter gale',
      'count 0 !',
      '“Kites”',
      'dot',
      'authors 2',
      'count 12',
      'page',
      'page',
    ]);
  });
});
