import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** A character that no input of the checker needs: an expression that ends in it fails wherever it is missing. */
const NEVER = '\\ue000';
/** Counts up to here stay as they are; a larger one is treated as if it had no limit. */
const SMALL = 9;

const parser = new RegExpParser();

/** Where an element stands: with nothing but looks ahead before it, or with nothing behind it. */
interface Position {
  first: boolean;
  last: boolean;
}

const INSIDE: Position = { first: false, last: false };

const isOneCharacter = ({ type }: AST.Element): boolean =>
  type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass';

const isLookahead = (node: AST.Element): boolean => node.type === 'Assertion' && node.kind === 'lookahead';

/** The most characters that a part takes; infinite also where it may try many ways through them. */
const longest = (node: AST.Element | AST.Alternative): number => {
  switch (node.type) {
    case 'Alternative':
      return node.elements.reduce((sum, element) => sum + longest(element), 0);
    case 'Group':
    case 'CapturingGroup':
      return Math.max(...node.alternatives.map(longest));
    case 'Quantifier':
      return node.max <= (isOneCharacter(node.element) ? SMALL : 1)
        ? node.max * longest(node.element)
        : Infinity;
    case 'Backreference':
      return longest(node.resolved as AST.CapturingGroup);
    case 'Assertion':
      return isLookahead(node) ? Math.max(...(node as AST.LookaheadAssertion).alternatives.map(longest)) : 0;
    default:
      return 1;
  }
};

/** All characters but these; `null` where that takes more than a class. */
const complement = (alternatives: readonly AST.Alternative[]): string | null => {
  const [element, ...more] = alternatives.flatMap(({ elements }) => elements);
  if (element === undefined || more.length > 0) return null;
  if (element.type === 'CharacterClass') return element.negate ? null : `[^${element.raw.slice(1)}`;
  return isOneCharacter(element) ? `[^${element.raw}]` : null;
};

const sequence = ({ elements }: AST.Alternative, position: Position): string => {
  const open = elements.findLastIndex((node) => longest(node) === Infinity);
  const end = position.last ? open + 1 : elements.length;
  return elements
    .slice(0, end)
    .map((node, at) =>
      whole(node, {
        first: position.first && elements.slice(0, at).every(isLookahead),
        last: position.last && at === elements.length - 1,
      }),
    )
    .join('');
};

const joined = (alternatives: readonly AST.Alternative[], position: Position): string =>
  `(?:${alternatives.map((alternative) => sequence(alternative, position)).join('|')})`;

const assertion = (node: AST.Assertion, { first }: Position): string => {
  if (node.kind === 'word') return '';
  if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return node.raw;
  const most = Math.max(...node.alternatives.map(longest));
  const inside = joined(node.alternatives, INSIDE);
  if (node.kind === 'lookahead') return most < Infinity ? '' : `(?:${inside}${NEVER}|)`;
  if (most === Infinity) throw new Error(`a look behind without limit: ${node.raw}`);
  if (!first || most > 1) return '';
  if (!node.negate) return inside;
  const others = complement(node.alternatives);
  return others === null ? '' : `(?:^|${others})`;
};

const repetition = ({ element, min, max, greedy, raw }: AST.Quantifier, { last }: Position): string => {
  const one = whole(element, INSIDE);
  if (last && isOneCharacter(element)) return one.repeat(Math.min(min, SMALL));
  if (max <= SMALL) return one + raw.slice(element.raw.length);
  return `${one}${min === 0 ? '*' : '+'}${greedy ? '' : '?'}`;
};

/** An element as the checker gets it. */
const whole = (node: AST.Element, position: Position): string => {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return joined(node.alternatives, position);
    case 'Backreference':
      return whole(node.resolved as AST.CapturingGroup, INSIDE);
    case 'Quantifier':
      return repetition(node, position);
    case 'Assertion':
      return assertion(node, position);
    default:
      return node.raw;
  }
};

/** The alternatives at the top, also where all stand in one group. */
const topOf = (alternatives: readonly AST.Alternative[]): AST.Alternative[] =>
  alternatives.flatMap((alternative) => {
    const [only, ...more] = alternative.elements.filter(
      (node) => !isLookahead(node) || longest(node) === Infinity,
    );
    const isGroup = more.length === 0 && (only?.type === 'Group' || only?.type === 'CapturingGroup');
    return isGroup ? topOf(only.alternatives) : [alternative];
  });

/**
 * Expressions that a checker of single matches understands, and that together take at least as many steps, up to a
 * factor that does not grow with the text, as the given one may take in a loop over all matches of a text:
 * - they never match, so each attempt is followed to its end, from every place of the text: with the flag `g`, and
 *   in `split`, attempts begin behind every match;
 * - then an alternative at the top goes by itself, as the sum of all is what counts;
 * - an end that takes a few characters is cut off; so is a last repetition of one character, down to its least number:
 *   it cannot fail any more, and what it takes is not looked at again;
 * - a sticky expression is tried at one place;
 * - looks ahead without limit are followed to their end and then left; those at a few characters are left out;
 * - a look behind at one character, at the beginning, takes it; those at a few more are left out;
 * - a reference back is its group again;
 * - counts over nine have no limit.
 * Empty where the expression only ever looks at a few characters from each place.
 */
export const strictForms = (source: string, flags: string): { source: string; flags: string }[] => {
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const begin = flags.includes('y') ? '^' : '';
  const ways = new Set(
    topOf(alternatives).map((alternative) => sequence(alternative, { first: true, last: true })),
  );
  ways.delete('');
  return [...ways].map((way) => ({
    source: `${begin}(?:${way})${NEVER}`,
    flags: flags.replace(/[dgy]/g, ''),
  }));
};
