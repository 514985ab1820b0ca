import { readDateLine } from '../../fields/date.js';
import { cutEnd } from '../../fields/text.js';
import { leadsToPaper, readTarget } from './target.js';

// Whatever form the links of a line came in, they are written in Markdown's: one scanner reads that.

const HREF = /\shref=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/;
const ANCHOR = /<(\/?)a(?:\s[^<>]*)?>/g;
/** An anchor has at most this many lines. */
const MOST_LINES = 400;

/** `<a href="…">Title</a>`, over lines too, as `[Title](…)`. */
export const withoutAnchors = (lines: readonly string[]): string[] => {
  const out: string[] = [];
  let address: string | null = null;
  let since = 0;
  for (const [i, line] of lines.entries()) {
    if (address !== null && i - since > MOST_LINES) address = null;
    if (!line.includes('<a') && !line.includes('</a>')) {
      out.push(line);
      continue;
    }
    out.push(
      line.replace(ANCHOR, (tag, slash: string) => {
        if (slash === '') {
          const found = HREF.exec(tag);
          const before = address === null ? '' : `](${address})`;
          address = found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
          since = i;
          return address === null ? before : `${before}[`;
        }
        const closing = address === null ? '' : `](${address})`;
        address = null;
        return closing;
      }),
    );
  }
  return out;
};

const NAMES = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** These tags say nothing that the reader needs. */
const SILENT_TAGS = NAMES(
  'a article br div em footer h1 h2 h3 h4 h5 h6 header hr img input li nav ol p span strong svg table tbody td th thead time tr ul video',
);
/** These neither, but papers write about them: they are removed only where they close or have attributes. */
const WORDS_TOO = NAMES(
  'b button code dd details dl dt figure g i iframe label main mark path picture pre rect section small source sub summary sup u',
);
const TAG = /<(\/?)([a-z][a-z1-6]*)((?:[\s/][^<>]*)?)>/g;
const withoutTags = (line: string): string =>
  line.replace(TAG, (tag, slash: string, name: string, attributes: string) =>
    SILENT_TAGS.has(name) ||
    (WORDS_TOO.has(name) && (slash !== '' || attributes !== '' || line.includes(`</${name}>`)))
      ? ' '
      : tag,
  );

const COMMENT = /<!--[^<>]*-->/g;

/** Pandoc's attributes behind a link or a span: `[Title](…){.line-clamp-3}`, `[·]{.mx-2}`. */
const ATTRIBUTE = String.raw`(?:[.#][!\w:./#[\]%&-]*|[\w-]+="[^"]*")`;
const ATTRIBUTES = String.raw`\{ ?${ATTRIBUTE}(?: ${ATTRIBUTE})* ?\}`;
const SPAN = new RegExp(String.raw`\[([^[\]]*)\]${ATTRIBUTES}`, 'g');
const BEHIND_LINK = new RegExp(String.raw`\)${ATTRIBUTES}`, 'g');
const ALONE = new RegExp(String.raw`(?:^|\s)${ATTRIBUTES}$`);

/** The days before and after a page's own, where their links say nothing. */
const BARE_DAY = /(?<![\p{L}/.(<[="'])(\/papers(?:\/date\/|\?date=)\d{4}-\d\d-\d\d)(?!\d)/gu;
const BARE_PERIOD = /(?<![\p{L}/.(<[="'])\/papers\/(?:week\/\d{4}-W\d\d|month\/\d{4}-\d\d)/gu;
/** Empty brackets are an image without words; behind other brackets they are the reference of a link. */
const NO_WORDS = /(?<!\])\[\](?:\[\]|(?![([]))/g;

/** `[[papers/2406.00001|Title]]` of wikis, `[[https://…][Title]]` of Org mode, `![[image]]`. */
const WIKI_LINK = /!?\[\[([^[\]|]{0,2000})(?:\|((?:[^[\]]|\[[^[\]]*\])*))?\]\]/g;
const ORG_LINK = /\[\[((?:https?:|file:|\/)[^[\]|]*)\](?:\[((?:[^[\]]|\[[^[\]]*\])*)\])?\]/g;
/** Pictures inside of other links. */
const PICTURE = /\[\[(?:file:|image:|data:)[^[\]]*\]\]/gi;
/** `[https://… Title]`. */
const WIKI_ADDRESS = /(?<!!)\[(https?:\/\/[^\s[\]]+) ([^[\]]+)\](?!\()/g;
const FILE = /^(?:file|image|datei|fichier|data):|\.(?:png|jpe?g|svg|webp|gif)$/i;
/** `` `Title <https://…>`__ `` of reStructuredText. */
const RST_LINK = /`([^`]*?) ?<([^\s<>`]+)>`__?/g;
/** `Title <https://…>`, `Title (https://…)`, `Title: https://…` at the end of a line, as mails and pastes write links. */
const LAST_ADDRESS = /^(https?:\/\/[^\s<>()]+)([>)]?)$/;
/** `https://… | Title`, as browsers list their tabs. */
const FIRST_ADDRESS = /^(https?:\/\/[^\s<>()|]+)(?: ?[|–—-])? ([^\p{Ll}\s].*[^.,;\s])$/u;
const BEFORE_ADDRESS = ' :—–|<(-';
/** Sentences end in these too, but in round brackets. */
const OF_ITS_FACTS: ReadonlySet<string> = new Set(['arxiv', 'github', 'hub']);
/** `<https://…|Title>` of chats. */
const CHAT_LINK = /<(https?:\/\/[^\s<>|]+)\|([^<>]*)>/g;
/** `[2505.00011](…) Title`: the words behind the number are the paper's title. */
const NUMBER_FIRST =
  /^\[(?:arXiv:)?\d{4}\.\d{4,5}\]\((https?:\/\/[^\s()]+)\)[\s:–—-]+((?=.*\p{L})[\p{L}\p{N}$\\](?:[^[\]]|\[[^[\]]*\](?!\())*|\*\*[^[\]]*\*\*|\[[^[\]]*\](?!\()[^[\]]*)$/iu;
/** `<https://…>` alone. */
const AUTOLINK = /^<((?:https?:\/\/|\/)[^\s<>]+)>$/;
/** `Title⟨4⟩`: citation marks, whose targets are at the end. */
const CITED_IMAGE = /!\[[^[\]]*\]/g;
const CITED = /⟨(\d{1,5})⟩/g;

/** `Title [/papers/2410.00001]`: the address of a link in brackets behind its words. */
const ADDRESS = /\[((?:https?:\/\/|\/)[^\s[\]]*)\]/g;
const IMAGE = /\.(?:png|jpe?g|svg|webp|gif)$/i;
const COUNT_BEHIND = /(?:^|\s)[\d,]+$/;
const ONE_WORD = /^[\w.-]+$/;
const LONG = 400;

interface Rewriting {
  /** A sign without which the notation is not there. */
  sign: string;
  rewrite(line: string): string;
}

const by =
  (form: RegExp, as: string) =>
  (line: string): string =>
    line.replace(form, as);

/** What pandoc and others write besides Markdown: forms of other markup languages, none of which prose has. */
const MARKUPS: readonly Rewriting[] = [
  // reStructuredText
  {
    sign: '.. ',
    rewrite: by(/^\.\. (?:\|[^|]*\| )?(?:container|class|raw|figure|image|role|rst-class)::.*$/, ''),
  },
  {
    sign: ':',
    rewrite: by(
      /^:(?:name|class|alt|target|width|height|align|figclass|PROPERTIES|END|CUSTOM_ID|CLASS|ID):(?: .*)?$/,
      '',
    ),
  },
  { sign: '|', rewrite: by(/\|(?:image\d+|[\w' -]{1,40}logo)\||(?<=`)\|[^|`]{1,60}\|/g, ' ') },
  { sign: '\\ ', rewrite: by(/^\\ |\\ (?=·)| \\ | \\$/g, ' ') },
  // AsciiDoc
  { sign: '{blank}', rewrite: by(/\{blank\}/g, '') },
  { sign: ']#', rewrite: by(/\[\.[\w.-]+\]#([^#]*)#/g, '$1') },
  { sign: 'image:', rewrite: by(/image::?[^\s[\]]*\[[^[\]]*\]/g, ' ') },
  {
    sign: '[',
    rewrite: by(
      /(?<![(<[])(?:\blink:(?:\+\+)?([^\s[\]]+?)(?:\+\+)?|(https?:\/\/[^\s[\]]+))\[((?:[^[\]]|\[[^[\]]*\])*)\]/g,
      ' [$3]($1$2)',
    ),
  },
  // Jira, Textile, DokuWiki
  { sign: '{anchor:', rewrite: by(/\{anchor:[^{}]*\}/g, '') },
  { sign: '!', rewrite: by(/!(?:\([\w -]*\))?(?:data:|https?:\/\/|\/)[^!]*!/g, ' ') },
  { sign: '<HTML>', rewrite: by(/<\/?HTML>/g, '') },
  {
    sign: '|',
    rewrite: by(/(?<![\]!])\[((?:[^[\]|]|\[[^[\]]*\])*)\|((?:https?:|\/)[^\s[\]|]*)\]/g, '[$1]($2)'),
  },
  { sign: '":', rewrite: by(/"(?:\([\w -]*\))?([^"]*)":((?:https?:|\/)[^\s"]*)/g, '[$1]($2)') },
  { sign: '{{', rewrite: by(/\{\{[^{}]*\}\}/g, ' ') },
];

const REWRITINGS: readonly Rewriting[] = [
  ...MARKUPS,
  { sign: '<!--', rewrite: by(COMMENT, ' ') },
  { sign: '<', rewrite: by(AUTOLINK, '$1') },
  { sign: '<http', rewrite: by(CHAT_LINK, '[$2]($1)') },
  { sign: '>`_', rewrite: by(RST_LINK, '[$1]($2)') },
  { sign: '<', rewrite: withoutTags },
  { sign: ']{', rewrite: by(SPAN, '$1') },
  { sign: '){', rewrite: by(BEHIND_LINK, ')') },
  { sign: '{', rewrite: by(ALONE, '') },
  { sign: '/papers', rewrite: (line) => line.replace(BARE_PERIOD, ' ').replace(BARE_DAY, ' []($1) ') },
  { sign: '[[', rewrite: by(PICTURE, ' ') },
  // Twice: pictures are inside of links.
  { sign: '[[', rewrite: (line) => fromOrg(fromOrg(line)) },
  { sign: '[[', rewrite: (line) => line.replace(WIKI_LINK, (_, to, said) => wikiLink(to, said)) },
  { sign: '[http', rewrite: by(WIKI_ADDRESS, '[$2]($1)') },
  { sign: '⟩', rewrite: by(CITED_IMAGE, ' ') },
  { sign: '⟩', rewrite: (line) => fromCited(line) },
  {
    sign: '](',
    rewrite: (line) =>
      line.replace(NUMBER_FIRST, (whole, url: string, said: string) =>
        leadsToPaper(readTarget(url)) ? `[${said.replace(/^\*\*|\*\*$/g, '')}](${url})` : whole,
      ),
  },
  { sign: '[]', rewrite: by(NO_WORDS, ' ') },
  { sign: '[', rewrite: (line) => fromAddresses(line) },
  { sign: '://', rewrite: (line) => (line.length > LONG ? line : fromLeading(fromTrailing(line))) },
];

/** Without one of these signs only addresses may be written anew; abstracts have those, and hardly anything else. */
const ANY_SIGN = /[<[{|`⟩\\]|^(?:\.\. |:)/;
const SIGNS_OF_ADDRESSES: ReadonlySet<string> = new Set(['!', '":', '/papers', '://']);
const OF_ADDRESSES = REWRITINGS.filter(({ sign }) => SIGNS_OF_ADDRESSES.has(sign));

const rewrittenBy = (rewritings: readonly Rewriting[], line: string): string => {
  let text = line;
  for (const { sign, rewrite } of rewritings) {
    if (!text.includes(sign)) continue;
    const now = rewrite(text);
    // What comes off leaves spaces behind.
    if (now !== text) text = now.replace(/ {2,}/g, ' ').trim();
  }
  return text;
};

export const rewritten = (line: string): string => {
  if (!ANY_SIGN.test(line) && (!line.includes('/') || rewrittenBy(OF_ADDRESSES, line) === line)) return line;
  return rewrittenBy(REWRITINGS, line);
};

const fromOrg = (line: string): string =>
  line.replace(ORG_LINK, (_, url: string, said = '') => (FILE.test(url) ? ' ' : `[${said}](${url})`));

const wikiLink = (to: string, said: string | undefined): string => {
  if (FILE.test(to)) return ' ';
  if (to === '') return said ?? '';
  const path = /^(?:https?:|\/)/.test(to) ? to : `/${to.replaceAll(' ', '_')}`;
  return readTarget(path).kind === 'other' && said === undefined ? to : `[${said ?? to}](${path})`;
};

/** The words between two marks are the text of the second one's link. */
const fromCited = (line: string): string => {
  let out = '';
  let done = 0;
  for (const found of line.matchAll(CITED)) {
    const [, before = '', words = ''] = LABEL.exec(line.slice(done, found.index)) ?? [];
    out += `${before}[${words.trim()}][${found[1]}] `;
    done = found.index + found[0].length;
  }
  return (out + line.slice(done)).trim();
};
const LABEL = /^((?:#{1,6} |[*+•-] )? ?)(.*)$/;

const fromTrailing = (line: string): string => {
  const at = line.lastIndexOf('http');
  const found = at < 1 || line.includes('](') ? null : LAST_ADDRESS.exec(line.slice(at));
  if (!found) return line;
  const [, url = '', closing] = found;
  const said = cutEnd(line.slice(0, at), BEFORE_ADDRESS);
  const target = readTarget(url);
  const isOne = leadsToPaper(target) || (closing === '>' && OF_ITS_FACTS.has(target.kind));
  return isOne && said !== '' && !/[.,;]$/.test(url) ? linked(said, url) : line;
};

const fromLeading = (line: string): string => {
  const [, url = '', said = ''] = line.startsWith('http') ? (FIRST_ADDRESS.exec(line) ?? []) : [];
  return url !== '' && leadsToPaper(readTarget(url)) ? linked(said, url) : line;
};

const linked = (said: string, url: string): string => {
  const [, before = '', words = ''] = /^((?:#{1,6} |[*+•-] |\d{1,4}[.)] )?)(.*)$/.exec(said) ?? [];
  return `${before}[${words}](${url})`;
};

/** An image keeps its one word as `[word]`; an address that the feed does not use goes without a trace. */
const fromAddresses = (line: string): string => {
  let out = '';
  let done = 0;
  for (const found of line.matchAll(ADDRESS)) {
    const [whole, address = ''] = found;
    if (line[found.index - 1] === ']' || line[found.index + whole.length] === '(') continue;
    let said = line.slice(done, found.index).trim();
    const isImage = IMAGE.test(address);
    const { kind } = readTarget(address);
    if (kind === 'comments' && said !== '') {
      const before = said.replace(COUNT_BEHIND, '');
      const isGlued = readDateLine(said) !== null && readDateLine(before) === null;
      out += `${isGlued ? said : before} `;
      said = isGlued ? '' : (COUNT_BEHIND.exec(said)?.[0]?.trim() ?? '');
      if (said === '') {
        done = found.index + whole.length;
        continue;
      }
    }
    if (isImage || kind === 'other') out += isImage && ONE_WORD.test(said) ? `[${said}] ` : `${said} `;
    else out += said === '' ? `](${address}) ` : `[${said}](${address}) `;
    done = found.index + whole.length;
  }
  return done === 0 ? line : (out + line.slice(done)).trim();
};
