import { describe, expect, it } from 'vitest';
import { tokens } from './tokens.js';

const PAPER = 'https://huggingface.co/papers/2606.00001';
const UPVOTE = 'https://huggingface.co/login?next=%2Fpapers%2F2606.00001';
const TITLE = '“Folding Paper Cranes” h3 → paper 2606.00001';

describe('the notation of links comes off', () => {
  it.each([
    ['Markdown', `### [Folding Paper Cranes](${PAPER})`, [TITLE]],
    ['a title of the link', `### [Folding Paper Cranes](${PAPER} "View paper")`, [TITLE]],
    ['that title on the next line', `### [Folding Paper Cranes](${PAPER}\n"View paper")`, [TITLE]],
    ['bold around it', `### **[Folding Paper Cranes](${PAPER})**`, [TITLE]],
    [
      'an address broken at a hyphen',
      '[![](https://cdn-\nthumbnails.example/x.png)](/papers/2606.00001)',
      ['link → paper 2606.00001'],
    ],
    [
      'an image in it',
      `[![cranelab](/logo.png)Crane Lab](https://huggingface.co/cranelab)`,
      ['organization Crane Lab cranelab → hub'],
    ],
    [
      'over lines',
      `[\n\n5\n\n](${UPVOTE})`,
      ['link → upvote 2606.00001', 'upvotes 5 → upvote 2606.00001', 'link → upvote 2606.00001'],
    ],
    ['an anchor left as HTML', `### <a href="${PAPER}">Folding Paper Cranes</a>`, [TITLE]],
    [
      'an anchor over lines',
      `<a href="https://huggingface.co/cranelab">![cranelab](/1.png)\nCrane Lab</a>`,
      ['link → hub', 'organization Crane Lab cranelab → hub'],
    ],
    ['a heading left as HTML', `<h3><a href="${PAPER}">Folding Paper Cranes</a></h3>`, [TITLE]],
    ['MediaWiki', '=== [[papers/2606.00001|Folding Paper Cranes]] ===', [TITLE]],
    [
      'MediaWiki with brackets',
      '=== [[papers/2606.00001|Folding [1] Cranes]] ===',
      ['“Folding [1] Cranes” h3 → paper 2606.00001'],
    ],
    ['Org mode', `*** [[${PAPER}][Folding Paper Cranes]]`, [TITLE]],
    [
      'Org mode over lines',
      `[[https://github.com/crane/fold][GitHub\n230]][[${PAPER}][Folding Paper Cranes]]`,
      ['github 230 → github', '“Folding Paper Cranes” → paper 2606.00001'],
    ],
    [
      'reStructuredText over lines',
      '`Folding Paper\nCranes </papers/2606.00001>`__',
      ['“Folding Paper Cranes” → paper 2606.00001'],
    ],
    ['Textile', 'h3(#x). "(line-clamp-3)Folding Paper Cranes":/papers/2606.00001', [TITLE]],
    [
      'AsciiDoc, a name over lines',
      'https://huggingface.co/crane-lab[image:/crane.png[crane-lab] Crane\nLab]',
      ['organization Crane Lab crane-lab → hub'],
    ],
    ['Haddock', `=== <${PAPER} Folding Paper Cranes>\n#folding-paper-cranes#`, [TITLE]],
    ['Haddock, a picture', '<<https://example.org/a.svg >>\n2 authors', ['authors 2']],
    ['Muse', '<class name="truncate">Crane Lab</class>', ['“Crane Lab”']],
    ['Jira', 'h3. {anchor:x}[Folding Paper Cranes|/papers/2606.00001]', [TITLE]],
    ['pandoc attributes', `### [Folding Paper Cranes](${PAPER}){.line-clamp-3}`, [TITLE]],
    [
      'html-to-text',
      'Folding Paper Cranes [/papers/2606.00001]',
      ['“Folding Paper Cranes” → paper 2606.00001'],
    ],
    [
      'an address below',
      `Folding Paper Cranes\n\n${PAPER}`,
      ['“Folding Paper Cranes” → paper 2606.00001', 'link → paper 2606.00001'],
    ],
    ['an address behind', `Folding Paper Cranes - ${PAPER}`, ['“Folding Paper Cranes” → paper 2606.00001']],
    ['an address of a mail', `Folding Paper Cranes<${PAPER}>`, ['“Folding Paper Cranes” → paper 2606.00001']],
    [
      'a chat',
      `• <${PAPER}|Folding Paper Cranes> 👍 9 💬 3`,
      ['“Folding Paper Cranes” → paper 2606.00001', 'upvotes 9', 'comments 3'],
    ],
    ['cut off', '[5](https://huggingface.co/log', ['link']],
    [
      'encoded twice',
      '[5](https://huggingface.co/login?next=%252Fpapers%252F2606.00001)',
      ['upvotes 5 → upvote 2606.00001'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it.each([
    ['[1] Considered Harmful', ['“[1] Considered Harmful”']],
    ['[Re] Folding Paper Cranes', ['“[Re] Folding Paper Cranes”']],
    ['We fold x[i][j] and y[k].', ['“We fold x[i][j] and y[k].”']],
    ['see https://crane.example/a_(b), and go on', ['“see https://crane.example/a_(b), and go on”']],
    ['tokens such as <EOS> and <s> stay', ['“tokens such as <EOS> and <s> stay”']],
  ])('%s stays text', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('numbered links lead to the next list below', () => {
  it.each([
    [
      'before what they say',
      '[1]Hugging Face\n[2]56\n\n[3]Folding [1] Cranes\n\n',
      [
        'page → other',
        'upvotes 56 → upvote 2606.00001',
        '“Folding [1] Cranes” → paper 2606.00001',
        'section',
      ],
    ],
    [
      'images',
      '[1]Hugging Face\n[2][ ]\n[3][IMG]\n\n',
      ['page → other', 'link → upvote 2606.00001', 'link → paper 2606.00001', 'section'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tokens(`${text}References\n\n1. https://huggingface.co/\n2. ${UPVOTE}\n3. ${PAPER}`)).toEqual(
      expected,
    );
  });

  it.each([
    ['full', '### [Folding Paper Cranes][2]\n\n[2]: /papers/2606.00001 {.thumbnail}', [TITLE]],
    ['shortcut', '### [Folding Paper Cranes]\n\n[Folding Paper Cranes]: /papers/2606.00001', [TITLE]],
    ['collapsed', '### [Folding Paper Cranes][]\n\n[Folding Paper Cranes]: /papers/2606.00001', [TITLE]],
    ['defined above', '[Folding Paper Cranes]: /papers/2606.00001\n\n### [Folding Paper Cranes]', [TITLE]],
    [
      'cited',
      '### Folding Paper Cranes⟨2⟩\n\n⟨2⟩ https://huggingface.co/papers/2606.00001: Folding',
      [TITLE],
    ],
    [
      'without a list',
      '[ 23][29]\n\n### [Folding Paper Cranes][27]',
      ['count 23', '“Folding Paper Cranes” h3'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('the list of the next page is not that of the page before', () => {
    const page = (id: string): string =>
      `[1]Hugging Face\n\n[2]Title ${id}\n\nReferences\n\n1. https://huggingface.co/\n2. https://huggingface.co/papers/${id}\n`;
    expect(
      tokens(`${page('2606.00001')}\n${page('2606.00002')}`).filter((token) => token.includes('Title')),
    ).toEqual(['“Title 2606.00001” → paper 2606.00001', '“Title 2606.00002” → paper 2606.00002']);
  });
});

describe('what wraps a line comes off', () => {
  it.each([
    ['*   *   * 11 authors', ['authors 11']],
    ['- ![](/a.svg) - - - · 16 authors', ['authors 16']],
    ['â€¢ 3 authors', ['authors 3']],
    ['> 3 authors', ['authors 3']],
    ['│ 3 authors │', ['authors 3']],
    ['[ ] 94', ['upvotes 94']],
    ['[-] -', ['upvotes 0']],
    ['Daily Papers\n============', ['header ! h1']],
    ['## 1. Cranes\n\ntext\n\n## 2. Kites', ['“Cranes” h2', '“text”', '“Kites” h2']],
    ['# Daily Papers of 2025-05-06', ['header ! h1']],
    ['## 3. Cranes', ['“3. Cranes” h2']],
    ['R&amp;D of Cranes', ['“R&D of Cranes”']],
    ['Caf&eacute; &alpha;-Cranes &rarr; Boats', ['“Café α-Cranes → Boats”']],
    ['-----\n```text\n* * *', []],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('trees of browsers', () => {
  it.each([
    [
      'Playwright',
      `- heading "Daily Papers" [level=1]\n- 'heading "Cranes: A Study" [level=3] [ref=e1]':\n  - link "Cranes: A Study" [cursor=pointer]:\n    - /url: ${PAPER}\n- text: Submitted by rivermaps\n- link "· 6 authors":\n  - /url: ${PAPER}\n  - list:\n    - listitem "VKite"\n    - listitem: · 6 authors`,
      [
        'header ! h1',
        '“Cranes: A Study” h3 → paper 2606.00001',
        'submitter rivermaps',
        'authors 6 → paper 2606.00001',
      ],
    ],
    [
      'Chrome’s tools',
      `uid=1_0 RootWebArea "Daily Papers - Hugging Face" url="https://huggingface.co/papers"\n  uid=1_1 heading "Daily Papers" level="1"\n  uid=1_2 link "Crane Lab" url="https://huggingface.co/cranelab"\n    uid=1_3 image "cranelab"\n    uid=1_4 StaticText "Crane Lab"`,
      ['header ! h1', 'organization Crane Lab cranelab → hub'],
    ],
    [
      'numbered nodes',
      "[1] RootWebArea 'Daily Papers'\n\t[2] heading 'Daily Papers'\n\t[3] StaticText 'Submitted by'\n\t[4] link '56'",
      ['header ! h3', 'submitter ?', 'count 56'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

it('leaves no run of spaces where a picture was', () => {
  expect(tokens('[[cranelabÎ[[File:/logos/cranelab.png|cranelab]] Crane Lab]]').join(' ')).not.toContain(
    '  ',
  );
});

it('takes the runs of spaces out of the cells of a drawn table', () => {
  const table = 'ID         TITLE\n---------- ------------------\n2604.90001 Paper      Cranes\n';
  expect(tokens(table).join(' ')).toContain('Paper Cranes');
});
