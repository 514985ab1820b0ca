import { type AST, RegExpParser } from '@eslint-community/regexpp';

const parser = new RegExpParser();

const SIGNS = Array.from({ length: 0x110 }, (_, code) => String.fromCharCode(code));
/** Characters to stand for a class, the likeliest first. */
const CANDIDATES = ['a', 'A', '1', ' ', '-', '.', '\u0301', '·', '漢', '\u200b', '\ud800', '👩', ...SIGNS];

/** A character that fits, and takes part in no other class where one like that does. */
const characterOf = (raw: string, flags: string): string => {
  const fits = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
  return CANDIDATES.find((character) => fits.test(character)) ?? '';
};

/** What an expression may match, and what is behind each repetition without limit when it begins. */
interface Sample {
  text: string;
  repeated: { before: string; pump: string }[];
}

const sampleOf = (node: AST.Element, before: string, flags: string): Sample => {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup': {
      const all = node.alternatives.map(({ elements }) => sequenceOf(elements, before, flags));
      const text = all.map((sample) => sample.text).find((found) => found !== '') ?? '';
      return { text, repeated: all.flatMap(({ repeated }) => repeated) };
    }
    case 'Backreference':
      return sampleOf(node.resolved as AST.CapturingGroup, before, flags);
    case 'Quantifier': {
      const { text: pump, repeated } = sampleOf(node.element, before, flags);
      const own = node.max > 9 && pump !== '' ? [{ before, pump }] : [];
      return { text: pump.repeat(Math.max(node.min, node.max > 0 ? 1 : 0)), repeated: [...own, ...repeated] };
    }
    case 'Assertion': {
      if (node.kind !== 'lookahead') return { text: '', repeated: [] };
      const { repeated } = sequenceOf(
        node.alternatives.flatMap(({ elements }) => elements),
        before,
        flags,
      );
      return { text: '', repeated };
    }
    default:
      return { text: characterOf(node.raw, flags), repeated: [] };
  }
};

const sequenceOf = (elements: readonly AST.Element[], before: string, flags: string): Sample => {
  const whole: Sample = { text: '', repeated: [] };
  for (const element of elements) {
    const { text, repeated } = sampleOf(element, before + whole.text, flags);
    whole.text += text;
    whole.repeated.push(...repeated);
  }
  return whole;
};

const filled = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));

/**
 * Texts on which an expression would work longest if it could be made to look twice: for each of its repetitions one
 * that goes on and on and then fails, one that begins at every place, and the matches themselves, whole and cut short.
 */
export const worstInputs = (source: string, flags: string, length: number): string[] => {
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const samples = alternatives.map(({ elements }) => sequenceOf(elements, '', flags));
  const inputs = samples.flatMap(({ text, repeated }) => [
    ...repeated.flatMap(({ before, pump }) => [
      `${before}${filled(pump, length)}\u0000`,
      filled(before + pump, length),
    ]),
    ...(text === '' ? [] : [filled(text, length)]),
    ...(text.length < 2 ? [] : [filled(text.slice(0, -1), length)]),
  ]);
  return [...new Set(inputs)];
};
