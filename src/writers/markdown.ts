import type { FieldName } from '../paper.js';
import { escapeInline, escapeParagraph } from './escape-markdown.js';
import { facts } from './facts.js';
import { link } from './link-markdown.js';
import { type Picked, pick } from './pick.js';
import { pieces } from './pieces.js';
import type { Writer } from './writer.js';

const DEFAULT_FIELDS: readonly FieldName[] = [
  'title',
  'published',
  'upvotes',
  'comments',
  'authorCount',
  'organization',
  'submittedBy',
  'url',
  'githubRepo',
  'githubStars',
  'projectPage',
  'links',
  'abstract',
];

/** A heading with the facts and the abstract below it. */
const section = (title: string, paper: Picked): string => {
  const heading = `## ${link(title, paper.url) ?? escapeInline(title)}`;
  const paragraphs = [paper.aiSummary, paper.abstract].map((text) => escapeParagraph(text ?? ''));
  return [heading, facts(paper).join(' · '), ...paragraphs].filter((block) => block !== '').join('\n\n');
};

/** One line of a numbered list. */
const item = (title: string, paper: Picked, number: number): string => {
  const line = [link(title, paper.url) ?? escapeParagraph(title), ...facts(paper)].join(' · ');
  return `${number}. ${line}${paper.aiSummary == null ? '' : ` — ${escapeInline(paper.aiSummary)}`}`;
};

/** A digest to read and to paste. Every paper shows its title, whatever fields are asked for. */
export const markdown: Writer = {
  name: 'markdown',
  aliases: ['md'],
  extensions: ['.md'],
  about: 'a digest with abstracts; a numbered list without them',
  defaultFields: DEFAULT_FIELDS,
  async *write(papers, { fields = DEFAULT_FIELDS }) {
    const asList = !fields.includes('abstract');
    let number = 0;
    for await (const batch of pieces(papers)) {
      yield batch
        .map((paper) => {
          number += 1;
          const shown = pick(paper, fields);
          if (asList) return `${item(paper.title, shown, number)}\n`;
          return `${number === 1 ? '' : '\n'}${section(paper.title, shown)}\n`;
        })
        .join('');
    }
  },
};
