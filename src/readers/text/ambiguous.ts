import { diagnostic, type Report } from '../../diagnostic.js';
import type { Token } from './classify.js';

/** Says that a number, taken for comments, could be something else. */
export const reportAmbiguous = ({ text, line }: Token, report: Report): void =>
  report(
    diagnostic('count-ambiguous', {
      message: `“${text}” can be read in two ways; it was read as comments`,
      line,
      field: 'comments',
      actual: text,
    }),
  );
