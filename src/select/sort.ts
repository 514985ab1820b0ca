import { diagnostic } from '../diagnostic.js';
import { FIELD_NAMES, type FieldName, isShown, type PaperRecord } from '../paper.js';
import type { Parsed, SelectOptions, SortKey, Stage } from './stage.js';

/** Sorts by the keys; ties keep the order of the feed. Reads everything first. */
export const sort: Stage = (papers, options) =>
  options.sort === undefined || options.sort.length === 0
    ? papers
    : sorted(papers, options.sort, options.onDiagnostic);

async function* sorted<P extends PaperRecord>(
  papers: AsyncIterable<P>,
  keys: readonly SortKey[],
  report: SelectOptions['onDiagnostic'],
) {
  const all: P[] = [];
  for await (const paper of papers) all.push(paper);
  for (const { field } of keys) {
    if (all.length === 0 || all.some((paper) => isShown(paper[field]))) continue;
    report?.(
      diagnostic('field-not-shown', {
        message: `cannot sort by ${field}: no paper shows it`,
        field,
      }),
    );
  }
  const comparisons = keys.map(comparison);
  const byKeys: Compare = (a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
  yield* all.sort(byKeys);
}

type Comparable = string | number;
type Compare = (a: PaperRecord, b: PaperRecord) => number;

let collator: Intl.Collator | undefined;
/** The same order on every machine, whatever its locale. Made on first use, because it takes 7 ms. */
const inWordOrder = (a: string, b: string): number => {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
};

/** What a field is compared by; lists by how long they are. */
const comparable = (value: PaperRecord[FieldName]): Comparable =>
  Array.isArray(value) ? value.length : typeof value === 'string' ? value : Number(value);

const inOrder = (a: Comparable, b: Comparable): number =>
  typeof a === 'string' && typeof b === 'string' ? inWordOrder(a, b) : Number(a) - Number(b);

/** What is not shown comes last, whichever way the others are sorted. */
const comparison =
  ({ field, descending }: SortKey): Compare =>
  (a, b) => {
    const [one, other] = [a[field], b[field]];
    if (!isShown(one) || !isShown(other)) return Number(isShown(other)) - Number(isShown(one));
    return inOrder(comparable(one), comparable(other)) * (descending ? -1 : 1);
  };

const keyOf = (word: string): SortKey | undefined => {
  const name = word.replace(/^-/, '');
  const field = FIELD_NAMES.find((known) => known === name);
  return field && { field, descending: word.startsWith('-') };
};

/** Field names with commas between; `-` before one turns its order round: `-comments,title`. */
export const readSort = (text: string): Parsed<SortKey[]> => {
  const keys: SortKey[] = [];
  for (const word of text.split(',').map((part) => part.trim())) {
    const key = keyOf(word);
    if (key === undefined) {
      return { message: `unknown field "${word}"; use: ${FIELD_NAMES.join(', ')}` };
    }
    if (keys.some(({ field }) => field === key.field)) {
      return { message: `"${text}" sorts by ${key.field} twice` };
    }
    keys.push(key);
  }
  return { value: keys };
};
