import { annotatedRow } from '../../src/cli/annotate.js';
import { safeJson, safeText } from '../../src/cli/safe-text.js';
import { compare } from '../../src/compare/index.js';
import { select } from '../../src/select/index.js';
import { renderStats, stats } from '../../src/stats/index.js';
import { WRITERS } from '../../src/writers/index.js';
import { paper, written } from '../helpers/paper.js';
import { read } from '../helpers/read-case.js';

/** Hands a text to the part of the program where an expression stands. */
type Carrier = (text: string) => Promise<void>;

const PAPER = [
  '7',
  '### Boats',
  '',
  `We fold ${'paper '.repeat(40)}boats.`,
  '',
  '- 3 authors',
  '·',
  'May 19, 2025',
];

/** As lines of a page, in the place of a title and of an abstract. */
const asLines: Carrier = async (text) => {
  await read([...PAPER, '', text, '', text, '· 3 authors', ...PAPER].join('\n'));
};

/** As header, boundary and body of a message, and in the place of one. */
const asMessageOfMime: Carrier = async (text) => {
  const line = text.replaceAll(/[\r\n]/g, ' ');
  const header = `X: ${line}\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"; ${line}\n\n`;
  const page = `Content-Type: text/html; ${line}\nContent-Transfer-Encoding: quoted-printable\n\n<p>${text}`;
  await read(`${header}--x\n${page}\n--x\n${text}\n\n--x--\n`);
  await read(text);
};

/** As every text of a record, and in the place of one. */
const asJson: Carrier = async (text) => {
  const own = { title: text, abstract: text, url: text, authors: [text], links: [text], published: text };
  const person = { name: text };
  const feed = {
    paper: {
      id: text,
      title: text,
      publishedAt: text,
      authors: [person],
      organization: person,
      projectPage: text,
    },
    submittedBy: person,
  };
  // One by one: in one text, their escapes may come to more than a string can hold.
  for (const value of [own, feed, text]) await read(JSON.stringify([value]));
  await read(`[${text}`, { inputFormat: 'json' });
};

/** As the text, the attributes and the data of a page, and as a page of its own. */
const asHtml: Carrier = async (text) => {
  const quoted = text.replaceAll('"', '&quot;');
  const card = `<article><h3><a href="/papers/2606.00001">${text}</a></h3><p>${text}</p><a href="${quoted}">${text}</a></article>`;
  const props = JSON.stringify({ dailyPapers: [{ paper: { title: text } }], query: text }).replaceAll(
    '"',
    '&quot;',
  );
  await read(
    `<!doctype html><meta property="og:url" content="${quoted}"><div data-props="${props}"></div>${card}`,
  );
  await read(text, { inputFormat: 'html' });
};

/** As every text of a paper, through every format, and through what counts, compares and selects. */
const asPaper: Carrier = async (text) => {
  const texts = { title: text, organization: text, organizationSlug: text, abstract: text, aiSummary: text };
  const lists = { authors: [text], keywords: [text], links: [`https://${text}`], url: `https://${text}` };
  for (const { name } of WRITERS) for (const fields of [texts, lists]) await written([paper(fields)], name);
  const one = paper({ ...texts, ...lists });
  await compare([one], [{ ...one, abstract: `x${text}` }]);
  await renderStats(await stats([one]));
  const twice = async function* () {
    yield one;
    yield one;
  };
  for await (const _ of select(twice(), { unique: true, organization: text }));
};

/** As what messages and annotated lines quote. */
const asMessage: Carrier = async (text) => {
  safeText(text);
  safeJson({ [text]: text });
  annotatedRow({ line: 1, paper: null, role: 'unrecognised', text });
};

/** The folders of `src` that meet texts of strangers, and what brings them there. */
export const CARRIERS: Readonly<Record<string, readonly Carrier[]>> = {
  'src/readers/text': [asLines],
  'src/readers/json': [asJson],
  'src/readers/html': [asHtml],
  'src/input': [asMessageOfMime],
  'src/fields': [asLines, asJson],
  'src/settle': [asLines],
  'src/writers': [asPaper],
  'src/compare': [asPaper],
  'src/select': [asPaper],
  'src/cli': [asMessage],
  src: [asJson],
};
