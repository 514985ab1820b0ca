/**
 * What is not read right yet of a converter's texts: facts that the text shows and that are missing or wrong, titles that no paper
 * has, and losses that no message tells; of all inputs together. None may have more. Who mends a kind lowers its numbers.
 * Most are of links by short names below the page, of PDF, and of converters that leave out what they take for bylines.
 */
export const KNOWN_FAULTS: Readonly<Record<string, number>> = {
  'Chromium PDF, pdftotext': 488,
  'Chromium PDF, pdftotext -layout': 294,
  'Readability textContent': 2,
  'defuddle, Markdown': 294,
  'dom-to-semantic-markdown': 592,
  get_text: 2,
  'get_text, cards': 3,
  'get_text, newline, strip': 3,
  'get_text, space': 12,
  'get_text, space, strip': 2,
  'html-to-text, without links and capitals': 3,
  'linkedom textContent': 2,
  'pandoc -t markdown, links below': 72,
  'text nodes by lines': 3,
  'text nodes by spaces': 2,
  'turndown, short links below': 768,
};
