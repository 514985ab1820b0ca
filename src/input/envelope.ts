// A scraper's answer in JSON, with the page as one long string inside: `{"url": …, "markdown": "# Daily Papers\n…"}`.

/** Members that hold a page, the one that says most first. */
const MEMBERS = ['html', 'rawHtml', 'markdown', 'content', 'text', 'body', 'page_content', 'pageContent'];
/** An abstract has fewer lines. */
const FEWEST_LINES = 10;
/** Shorter texts are no pages. */
const IN_HEAD = new RegExp(String.raw`"(?:${MEMBERS.join('|')})"\s{0,9}:\s{0,9}"(?:[^"\\]|\\.){40}`);
/** `{"data": {"result": {"markdown": …}}}` */
const DEEPEST = 4;

/** A record of a paper may have its page in it too. */
const OF_PAPERS = ['authors', 'abstract', 'summary', 'upvotes', 'arxiv_id', 'arxivId', 'paper', 'papers'];

/** Whether an input begins like such an answer. */
export const mayBeEnvelope = (head: string): boolean => /^\ufeff?\s*[[{]/.test(head) && IN_HEAD.test(head);

const isHtml = (text: string): boolean => /^\s*<(?:!doctype|html|head|body|main|div|section)\b/i.test(text);
const isPage = (text: string): boolean =>
  isHtml(text) || text.split('\n', FEWEST_LINES).length === FEWEST_LINES;

const pagesIn = (value: unknown, depth: number): string[] => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => pagesIn(one, depth + 1));
  const record = value as Record<string, unknown>;
  if (OF_PAPERS.some((member) => member in record)) return [];
  for (const member of MEMBERS) {
    const text = record[member];
    if (typeof text === 'string' && isPage(text)) return [text];
  }
  return Object.values(record).flatMap((inner) => pagesIn(inner, depth + 1));
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** The pages in an answer, or in several, a line each, one below the other; `null` where none is. */
export const pagesOfEnvelope = (json: string): string | null => {
  const whole = parsed(json.replace(/^\ufeff/, ''));
  const values = whole === undefined ? json.split('\n').map(parsed) : [whole];
  const pages = values.flatMap((value) => pagesIn(value, 0));
  const [first] = pages;
  if (first === undefined) return null;
  const kind = isHtml(first);
  return pages.filter((page) => isHtml(page) === kind).join('\n');
};
