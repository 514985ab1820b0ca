/** ESC and the one-character form of `ESC [`: what a terminal takes for the start of an order. */
const [ESC, CSI] = ['\\u001b', '\\u009b'];

const ESCAPE_SEQUENCES = new RegExp(
  `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?|${ESC}[\\]PX^_][^\\u0007${ESC}]*(?:\\u0007|${ESC}\\\\)?|${ESC}.`,
  'gu',
);
const NOT_PLAIN = /[^ -~]| {2}/;
const WHITE_SPACE = /\s+/gu;
/** Controls and invisible characters that reorder text; joiners build emoji and stay. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

/** Scraped text as one line that does nothing to a terminal but show itself. */
export const visible = (text: string): string =>
  NOT_PLAIN.test(text)
    ? text
        .replace(ESCAPE_SEQUENCES, '')
        .replace(WHITE_SPACE, ' ')
        .replace(INVISIBLE, '')
        .replace(LONE_SURROGATES, '\ufffd')
        .trim()
    : text;
