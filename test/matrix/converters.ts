import { htmlToMarkdown } from '@mdream/js';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { convertHtmlToMarkdown } from 'dom-to-semantic-markdown';
import htmlToMd from 'html-to-md';
import { convert } from 'html-to-text';
import { DOMParser, parseHTML } from 'linkedom';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';

/** Turns a saved page into the text that somebody keeps of it. */
export type Converter = (html: string) => string | Promise<string>;

const ORIGIN = 'https://huggingface.co';
const documentOf = (html: string) => parseHTML(html).document;

interface TextNode {
  nodeType: number;
  textContent: string | null;
  childNodes: Iterable<TextNode>;
}

/** What a program that strips tags gives: every text of its own. */
const textNodes = (html: string): string[] => {
  const texts: string[] = [];
  let joins = false;
  const visit = ({ nodeType, textContent, childNodes }: TextNode): void => {
    if (nodeType === 3 && joins) texts.push(`${texts.pop()}${textContent}`);
    else if (nodeType === 3) texts.push(textContent ?? '');
    joins = nodeType === 3;
    for (const child of childNodes) visit(child);
    if (nodeType !== 3) joins = false;
  };
  visit(documentOf(html).body as unknown as TextNode);
  return texts.map((text) => text.trim()).filter((text) => text !== '');
};

const turndown = (options: TurndownService.Options): Converter => {
  const service = new TurndownService(options);
  return (html) => service.turndown(html);
};

/** What clippers of browsers keep: the article, as Markdown. */
const clipped: Converter = (html) => {
  const service = new TurndownService({ headingStyle: 'atx' });
  return service.turndown(new Readability(documentOf(html) as never).parse()?.content ?? '');
};

const defuddle =
  (markdown: boolean): Converter =>
  async (html) =>
    (await Defuddle(documentOf(html) as never, `${ORIGIN}/papers`, { markdown })).content;

/** Packages that are installed with the others: always there. */
export const PACKAGES: Readonly<Record<string, Converter>> = {
  'html-to-text': (html) => convert(html),
  'html-to-text, unwrapped': (html) => convert(html, { wordwrap: false }),
  'html-to-text, without links and capitals': (html) =>
    convert(html, {
      wordwrap: false,
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
    }),
  'turndown, atx': turndown({ headingStyle: 'atx', bulletListMarker: '*' }),
  'turndown, setext': turndown({ headingStyle: 'setext', bulletListMarker: '-' }),
  'turndown, links below': turndown({ headingStyle: 'atx', linkStyle: 'referenced' }),
  'turndown, short links below': turndown({
    headingStyle: 'atx',
    linkStyle: 'referenced',
    linkReferenceStyle: 'collapsed',
  }),
  'node-html-markdown': (html) => NodeHtmlMarkdown.translate(html),
  'node-html-markdown, links below': (html) =>
    NodeHtmlMarkdown.translate(html, { useLinkReferenceDefinitions: true }),
  'html-to-md': (html) => (htmlToMd as unknown as Converter)(html), // its types name a module
  mdream: (html) => htmlToMarkdown(html, { origin: ORIGIN }),
  'mdream, text': (html) => htmlToMarkdown(html, { format: 'text' } as never),
  'dom-to-semantic-markdown': (html) =>
    convertHtmlToMarkdown(html, { overrideDOMParser: new DOMParser() as never, websiteDomain: ORIGIN }),
  'defuddle, Markdown': defuddle(true),
  'Readability, Markdown': clipped,
  'linkedom textContent': (html) => documentOf(html).body.textContent ?? '',
  'Readability textContent': (html) => new Readability(documentOf(html) as never).parse()?.textContent ?? '',
  'text nodes by lines': (html) => textNodes(html).join('\n'),
  'text nodes by spaces': (html) => textNodes(html).join(' '),
};
