/**
 * What is not read right yet of a converter's texts: facts that the text shows and that are missing or wrong, titles that no paper
 * has, and losses that no message tells; of all inputs together. None may have more. Who mends a kind lowers its numbers.
 * Most are of PDF, and of converters that leave out what they take for bylines.
 */
export const KNOWN_FAULTS: Readonly<Record<string, number>> = {
  'Chromium PDF, pdftotext': 130,
  'Readability textContent': 2,
  'defuddle, Markdown': 14,
  'elinks -dump': 2,
  'get_text, cards': 3,
  'get_text, newline, strip': 3,
  'get_text, space': 12,
  'html-to-text, without links and capitals': 3,
  'lynx -dump of a file': 2,
  'text nodes by lines': 3,
};
