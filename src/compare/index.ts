export {
  type Change,
  type ChangedPaper,
  COMPARED_FIELDS,
  type CompareOptions,
  type Comparison,
  compare,
  DIFFERENCES,
  type Difference,
} from './compare.js';
export { comparisonMarkdown } from './markdown.js';
export { type ComparisonLook, type ComparisonRole, comparisonText, isEqual } from './text.js';
