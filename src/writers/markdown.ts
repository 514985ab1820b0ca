import type { FieldName } from '../paper.js';
import { pick } from './pick.js';
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

/** A digest to read and to paste. Every paper shows its title, whatever fields are asked for. */
export const markdown = {
  name: 'markdown',
  aliases: ['md'],
  extensions: ['.md'],
  about: 'a digest with abstracts; a numbered list without them',
  defaultFields: DEFAULT_FIELDS,
  async *write(papers, { fields = DEFAULT_FIELDS }) {
    const { item, section } = await import('./digest.js');
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
} as const satisfies Writer;
