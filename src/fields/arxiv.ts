const ID = String.raw`(\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7})`;
const END = String.raw`(?:v\d{1,3})?(?:\.pdf)?(?![\w/])(?!\.\d)`;

const NAME = '(?:arXiv|arxiv|ARXIV|Arxiv)';

/** Nothing but the id, with or without `arXiv:`. */
const WHOLE = new RegExp(String.raw`^(?:${NAME}:\s*)?${ID}(?:v\d{1,3})?$`);
/** After words or a path that announce an id; `%2F` as in the login links around upvotes. */
const ANNOUNCED = new RegExp(
  String.raw`(?:\b${NAME}[:.]\s{0,9}|\b(?:arxiv|ar5iv|alphaxiv)\.org/[a-z]{1,20}/|(?:/|%2[Ff])papers(?:/|%2[Ff]))${ID}${END}`,
);

/** The arXiv id, without version, of a bare id, `arXiv:…`, or an address on the hub or arXiv; else `null`. */
export const arxivId = (text: string): string | null => {
  const trimmed = text.trim();
  return (WHOLE.exec(trimmed) ?? ANNOUNCED.exec(trimmed))?.[1] ?? null;
};

/** The hub's page of a paper. */
export const hubPaperUrl = (id: string): string => `https://huggingface.co/papers/${id}`;

/** What precedes the paper's title in the title of its page on the hub, as bookmarks and chats keep it. */
export const PAPER_PAGE = /^\s*Paper page - (?=\S)/;
/** `2505.13379: Title`, `[2505.13379v1] Title`, `Title (arXiv:2505.13379v1 [cs.CL])`. */
const ID_BEFORE = /^\[?(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d{1,2})?\]?[:\s–—-]+(?=\S)/i;
const ID_BEHIND = / \((?:arxiv:)?\d{4}\.\d{4,5}(?:v\d{1,2})?(?: \[[\w.-]{1,20}\])?\)$/i;

/** The title of a paper without its id and without the prefix of the hub's page title. */
export const bareTitle = (title: string): string =>
  [PAPER_PAGE, ID_BEFORE, ID_BEHIND].reduce((rest, form) => rest.replace(form, ''), title);
