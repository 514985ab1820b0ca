import { Readability } from '@mozilla/readability';
import { convert } from 'html-to-text';
import { parseHTML } from 'linkedom';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';

/** Turns a saved page into the text that somebody keeps of it. */
export type Converter = (html: string) => string | Promise<string>;

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

const turndown = (headingStyle: 'atx' | 'setext'): Converter => {
  const service = new TurndownService({ headingStyle, bulletListMarker: headingStyle === 'atx' ? '*' : '-' });
  return (html) => service.turndown(html);
};

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
  'turndown, atx': turndown('atx'),
  'turndown, setext': turndown('setext'),
  'node-html-markdown': (html) => NodeHtmlMarkdown.translate(html),
  'linkedom textContent': (html) => documentOf(html).body.textContent ?? '',
  'Readability textContent': (html) => new Readability(documentOf(html) as never).parse()?.textContent ?? '',
  'text nodes by lines': (html) => textNodes(html).join('\n'),
  'text nodes by spaces': (html) => textNodes(html).join(' '),
};
