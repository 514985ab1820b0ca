import { readDateLine } from '../../fields/date.js';
import { isImage } from '../../fields/hub.js';
import { cutEnd } from '../../fields/text.js';
import { signFor } from '../../fields/vocabulary.js';
import { countedFact } from './facts.js';
import { areFacts } from './rows.js';
import { leadsToPaper, readTarget } from './target.js';
import { isLinkLabel, setOf } from './words.js';

// Links in any notation are rewritten as Markdown, so that one scanner can read them all.

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

/** Pandoc's attributes behind a link or a span. */
const ATTRIBUTE = String.raw`(?:[.#][^\s{}"'=,;$\\]*|[\w-]+="[^"]*")`;
const ATTRIBUTES = String.raw`\{ ?${ATTRIBUTE}(?: ${ATTRIBUTE})* ?\}`;

const FILE = /^(?:file|image|datei|fichier|data):|\.(?:png|jpe?g|svg|webp|gif)$/i;
/** Picture, or else a link: `[[https://…][Title]]`. */
const ORG_LINK =
  /\[\[((?:https?:|file:|\/)[^[\]|]{0,2000})\](?:\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,400})\])?\]/g;
const orgLink = (_: string, url: string, said = ''): string => (FILE.test(url) ? ' ' : `[${said}](${url})`);

/** Pandoc escapes more than Markdown needs: `[C\\+\\+|https://…]`. */
const jiraLink = (_: string, said = '', url = ''): string =>
  `[${said.replace(/\\(?=[-+~^?{}])/g, '')}](${url})`;

type Rewrite = (line: string) => string;

const by =
  (form: RegExp, as: string | ((...found: string[]) => string)): Rewrite =>
  (line) =>
    line.replace(form, as as string);

/** The rewritings, in order, each with a sign that every line it applies to contains. */
const REWRITINGS: readonly (readonly [sign: string, rewrite: Rewrite])[] = [
  // reStructuredText, as pandoc writes it
  ['.. ', by(/^\.\. (?:\|[^|]*\| )?(?:container|class|raw|figure|image|role|rst-class)::.*$/, '')],
  [
    ':',
    by(
      /^:(?:name|class|alt|target|width|height|align|figclass|PROPERTIES|END|CUSTOM_ID|CLASS|ID):(?: .*)?$/,
      '',
    ),
  ],
  ['|', by(/\|(?:image\d+|[\w' -]{1,40}logo)\||(?<=`)\|[^|`]{1,60}\|/g, ' ')],
  ['\\ ', by(/^\\ |\\ (?=[·`])| \\ | \\$/g, ' ')],
  // AsciiDoc
  ['{blank}', by(/\{blank\}/g, '')],
  [']#', by(/\[\.[\w.-]+\]#([^#]*)#/g, '$1')],
  ['image:', by(/\bimage::?[^\s[\]]{0,400}\[[^[\]]{0,400}\]/g, ' ')],
  [
    '[',
    by(
      /(?<![(<[/])(?:\blink:(?:\+\+)?|(?=https?:\/\/))([^\s[\]+]{1,400})(?:\+\+)?\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,400})\]/g,
      ' [$2]($1)',
    ),
  ],
  // Jira, Textile, DokuWiki
  ['{anchor:', by(/\{anchor:[^{}]*\}/g, '')],
  ['!', by(/!(?:\([^()!]{0,200}\))?(?:data:|https?:\/\/|\/)[^!]*!/g, ' ')],
  ['<HTML>', by(/<\/?HTML>/g, '')],
  ['|', by(/(?<![\]!])\[((?:[^[\]|]|\[[^[\]]*\])*)\|((?:https?:|\/)[^\s[\]|]*)\]/g, jiraLink)],
  ['":', by(/"(?:\([^()"]{0,200}\))?([^"]*)":((?:https?:|\/)[^\s"]*)/g, '[$1]($2)')],
  ['{{', by(/\{\{[^{}]*\}\}/g, ' ')],
  // HTML: comments, `<https://…>` alone, `<https://…|Title>` of chats, `` `Title <https://…>`__ `` of reStructuredText, tags
  ['<!--', by(/<!--[^<>]*-->/g, ' ')],
  ['<', by(/^<((?:https?:\/\/|\/)[^\s<>]+)>$/, '$1')],
  // Haddock: pictures, anchors below headings, `<https://… Title>`
  ['<<', by(/<<(?:https?:|data:|\/)[^<>]*>>/g, ' ')],
  ['#', by(/^#[^#\s]+#$/, '')],
  ['<http', by(/<(https?:\/\/[^\s<>|]+) ([^<>]*)>/g, '[$2]($1)')],
  ['<http', by(/<(https?:\/\/[^\s<>|]+)\|([^<>]*)>/g, '[$2]($1)')],
  ['>`_', by(/`([^`]*?) ?<([^\s<>`]+)>`__?/g, '[$1]($2)')],
  ['<', by(/<(\/?)([a-z][a-z1-6]*)((?:[\s/][^<>]*)?)>/g, withoutTag)],
  // Pandoc: `[·]{.mx-2}`, `[Title](…){.line-clamp-3}`
  [']{', by(new RegExp(String.raw`\[([^[\]]*)\]${ATTRIBUTES}`, 'gu'), '$1')],
  ['){', by(new RegExp(String.raw`\)${ATTRIBUTES}`, 'gu'), ')')],
  ['{', by(new RegExp(String.raw`(?:^|\s)${ATTRIBUTES}$`, 'u'), '')],
  // The days before and after a page's own, where their links say nothing.
  ['/papers', by(/(?<![\p{L}/.(<[="'])\/papers\/(?:week\/\d{4}-W\d\d|month\/\d{4}-\d\d)/gu, ' ')],
  ['/papers', by(/(?<![\p{L}/.(<[="'])(\/papers(?:\/date\/|\?date=)\d{4}-\d\d-\d\d)(?!\d)/gu, ' []($1) ')],
  // Wikis and Org mode: pictures, also inside of links, `[[Title>>https://…]]`, `[[papers/2406.00001|Title]]`, `![[image]]`, `[https://… Title]`
  ['[[', by(/\[\[(?:file:|image:|data:)[^[\]]*\]\]/gi, ' ')],
  ['>>', by(/\[\[([^[\]]{0,400}?)>>((?:https?:|\/)[^\s[\]]{0,2000})\]\]/g, '[$1]($2)')],
  ['[[', by(ORG_LINK, orgLink)],
  ['[[', by(ORG_LINK, orgLink)],
  ['[[', by(/!?\[\[([^[\]|]{0,400})(?:\|((?:[^[\]]|\[[^[\]]{0,200}\]){0,400}))?\]\]/g, wikiLink)],
  ['[http', by(/(?<!!)\[(https?:\/\/[^\s[\]]+) ([^[\]]+)\](?!\()/g, '[$2]($1)')],
  // `Title⟨4⟩`: citation marks, whose targets are at the end.
  ['⟩', by(/!\[[^[\]]*\]/g, ' ')],
  ['⟩', fromCited],
  // `[2505.00011](…) Title`: the words behind the number are the paper's title.
  [
    '](',
    by(
      /^\[(?:arXiv:)?\d{4}\.\d{4,5}\]\((https?:\/\/[^\s()]+)\)[\s:–—-]{1,5}(?![\s:–—-])(.*)$/i,
      (whole = '', url = '', said = '') =>
        leadsToPaper(readTarget(url)) && isTitle(said)
          ? `[${said.replace(/^\*\*|\*\*$/g, '')}](${url})`
          : whole,
    ),
  ],
  // `hf.co/papers/2505.00011`, without its scheme.
  [
    '/',
    by(
      /(?<![\w/.:@-])((?:www\.)?(?:(?:hf|huggingface)\.co\/papers|arxiv\.org\/(?:abs|pdf))\/\d{4}\.\d{4,5})/gi,
      'https://$1',
    ),
  ],
  // `We are paper of the day on [Hugging Face](…)!`: the link of a sentence, whose words are no title.
  [
    '](',
    by(
      /( (?:about|at|by|from|in|of|on|our|see|the|this|to|via|with) )\[([^[\]]{1,32})\]\([^\s()]+\)/gi,
      (whole = '', before = '', label = '') => (isLinkLabel(label) ? before + label : whole),
    ),
  ],
  // Empty brackets are an image without words; behind other brackets they are the reference of a link.
  ['[]', by(/(?<!\])\[\](?:\[\]|(?![([]))/g, ' ')],
  ['[', fromAddresses],
  ['://', fromTrailing],
  ['://', fromLeading],
];

/** Every notation contains one of these. */
const ANY_SIGN = /[<[{|⟩]|[:!)]\/|data:|\/papers|\.org\/|^(?:\.\. |:|#[^#\s]+#$)|\\ /;

/** Any line, its links in Markdown's form. */
export const rewritten = (line: string): string => {
  if (!ANY_SIGN.test(line)) return line;
  let text = line;
  for (const [sign, rewrite] of REWRITINGS) {
    if (!text.includes(sign)) continue;
    const now = rewrite(text);
    // Removals leave spaces behind.
    if (now !== text) text = now.replace(/ {2,}/g, ' ').trim();
  }
  return text;
};

/** These tags say nothing that the reader needs. */
const SILENT_TAGS = setOf(
  'a article br div em footer h1 h2 h3 h4 h5 h6 header hr img input li nav ol p span strong svg table tbody td th thead time tr ul video',
);
/**
 * The same, but papers also write about these: they are removed only where they close or have
 * attributes.
 */
const WORDS_TOO = setOf(
  'b button class code dd details dl dt figure g i iframe label main mark path picture pre rect section small source sub summary sup u',
);

function withoutTag(tag = '', slash = '', name = '', attributes = '', _at = '', line = ''): string {
  const isSilent =
    SILENT_TAGS.has(name) ||
    (WORDS_TOO.has(name) && (slash !== '' || attributes !== '' || line.includes(`</${name}>`)));
  return isSilent ? ' ' : tag;
}

/** Words, whole or in bold, with brackets of their own, but without links. */
const isTitle = (text: string): boolean =>
  /^(?:[\p{L}\p{N}$\\[]|\*\*)/u.test(text) && /\p{L}/u.test(text) && !text.includes('](');

function wikiLink(_ = '', to = '', said?: string): string {
  if (FILE.test(to)) return ' ';
  if (to === '') return said ?? '';
  // A note of that name: no page of the hub has a space in its path.
  if (said === undefined && to.includes(' ')) return to;
  const path = /^(?:https?:|\/)/.test(to) ? to : `/${to.replaceAll(' ', '_')}`;
  return readTarget(path).kind === 'other' && said === undefined ? to : `[${said ?? to}](${path})`;
}

/** The marks of a heading or an item before the words of a link. */
const MARKED = /^((?:#{1,6} |[*+•-] |\d{1,4}[.)] )?)(.*)$/;

/** The words between two marks are the text of the second one's link. */
function fromCited(line: string): string {
  let out = '';
  let done = 0;
  for (const found of line.matchAll(/⟨(\d{1,5})⟩/g)) {
    const [, before = '', words = ''] = MARKED.exec(line.slice(done, found.index)) ?? [];
    out += `${before}[${words.trim()}][${found[1]}] `;
    done = found.index + found[0].length;
  }
  return (out + line.slice(done)).trim();
}

/** More than a title and its facts. */
const LONG = 400;
/** An address in brackets may end an abstract. */
const LONGEST_ABSTRACT = 4000;
const LAST_ADDRESS = /^(https?:\/\/[^\s<>()|]+?)([>)\]]?)(?=$|[\s,:])([\s\S]*)$/;
const BEFORE_ADDRESS = ' :—–|<([,-';
/** Links to other facts of a paper; in round brackets they may also end a sentence. */
const OF_ITS_FACTS: ReadonlySet<string> = new Set(['arxiv', 'github', 'hub']);
const BEFORE_FACTS = /^[\s,:|·–—-]+/;
/** `94 upvotes | [Title](…)`, `▲ 94 [Title](…)`: what is counted before a title. */
const COUNTED_FIRST = new RegExp(
  String.raw`^([^|:–—·]{1,20}(?= [|–—·] |: )|${signFor('upvotes')} ?\d[\d.,]*k?(?= ))(?: [|–—·]|:)? (\S.*)$`,
  'iu',
);
/** `Title. Link: https://…` */
const LABEL_LAST = /(?:[.,;]| [|–—·-]) (?:link|url|paper|lien|enlace)$/i;

/**
 * `Title <https://…>`, `Title (https://…)`, `Title: https://…` at the end of a line, as mails and pastes write links,
 * or before facts: `Title - https://… - 94 upvotes`.
 */
function fromTrailing(line: string): string {
  const at = line.lastIndexOf('http');
  const isLong = line.length > LONGEST_ABSTRACT;
  const found = isLong || at < 1 || line.includes('](') ? null : LAST_ADDRESS.exec(line.slice(at));
  if (!found) return line;
  const [, url = '', closing = '', behind = ''] = found;
  const said = cutEnd(line.slice(0, at), BEFORE_ADDRESS).replace(LABEL_LAST, '');
  const target = readTarget(url);
  if (closing !== ')' && line.length > LONG) return line;
  const facts = behind.replace(BEFORE_FACTS, '');
  if (behind !== '' && (facts === '' || line.length > LONG || !areFacts(facts))) return line;
  const isOne =
    leadsToPaper(target) ||
    (facts !== '' && target.kind === 'arxiv') ||
    (closing === '>' && OF_ITS_FACTS.has(target.kind));
  const [, before = '', words = ''] = MARKED.exec(said) ?? [];
  if (!isOne || said === '' || /[.,;]$/.test(url)) return line;
  const more = facts && ` · ${facts}`;
  if (areFacts(words)) return `${before + words} [link](${url})${more}`;
  const [, first = '', title = words] = COUNTED_FIRST.exec(words) ?? [];
  const link = countedFact(first) ? `${first} [${title}](${url})` : `[${words}](${url})`;
  return before + link + more;
}

const FIRST_ADDRESS = /^(https?:\/\/[^\s<>()|]+?):?(?: ?[|–—-])? ([^\p{Ll}\s].*)$/u;

/** `https://… | Title`, as browsers list their tabs, or as an item of a list. */
function fromLeading(line: string): string {
  const at = line.indexOf('http');
  if (at < 0 || at > MOST_BEFORE || line.length > LONG || line.includes('](')) return line;
  const [, before = '', rest = ''] = MARKED.exec(line) ?? [];
  const [, url = '', said = ''] = FIRST_ADDRESS.exec(rest) ?? [];
  return url !== '' && leadsToPaper(readTarget(url)) && !/[.,;]$/.test(said)
    ? `${before}[${said}](${url})`
    : line;
}
/** The mark of an item or a heading. */
const MOST_BEFORE = 7;

/** `Title [/papers/2410.00001]`: the address of a link in brackets behind its words. */
const ADDRESS = /\[((?:https?:\/\/|\/)[^\s[\]]*)\]/g;
const COUNT_BEHIND = /(?:^|\s)[\d,]+$/;
const ONE_WORD = /^[\w.-]+$/;

/** An image keeps its single word as `[word]`; an address that the feed does not use is removed. */
function fromAddresses(line: string): string {
  let out = '';
  let done = 0;
  for (const found of line.matchAll(ADDRESS)) {
    const [whole, address = ''] = found;
    if (line[found.index - 1] === ']' || line[found.index + whole.length] === '(') continue;
    let said = line.slice(done, found.index).trim();
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
    if (isImage(address) || kind === 'other')
      out += isImage(address) && ONE_WORD.test(said) ? `[${said}] ` : `${said} `;
    else out += said === '' ? `](${address}) ` : `[${said}](${address}) `;
    done = found.index + whole.length;
  }
  return done === 0 ? line : (out + line.slice(done)).trim();
}
