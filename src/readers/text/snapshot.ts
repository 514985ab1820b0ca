import { formOf } from './facts.js';
import { readTarget, type Target } from './target.js';
import type { Line } from './token.js';
import { setOf } from './words.js';

// Accessibility trees, as tools that drive browsers print them: a node a line, indented below its parent.

const CONTAINERS = setOf(
  'RootWebArea WebArea article banner blockquote complementary contentinfo document dialog figure form generic group list listbox main menu menubar navigation none region row rowgroup search section table tablist toolbar LabelText Section GenericContainer',
);
const SAYING = setOf(
  'StaticText text paragraph listitem cell gridcell columnheader strong emphasis time code caption definition term status checkbox button switch radio tab option menuitem combobox textbox searchbox label mark superscript subscript ListMarker InlineTextBox DescriptionList',
);
const SILENT = setOf(
  'img image graphics-document separator progressbar Video video iframe Iframe Canvas svg LineBreak',
);
/** Containers that may have text of their own. */
const SAYING_CONTAINERS = setOf('generic group row list');
const ROLES = new Set(['heading', 'link', ...CONTAINERS, ...SAYING, ...SILENT]);
const START = /^(?:- )?['"]?(?:uid=[^\s"]+ |\[\d+\] )?([A-Za-z][A-Za-z-]*)(?=[\s:'"[]|$)/;
/** `[level=1] [ref=e5]: what it says`, `url="https://…" level="3"`, `focused: True`. */
const BEHIND = /^(?: \[[^[\]]*\])*['"]?(?::(?: (.*))?)?$/;
const OTHER_ATTRIBUTES = /^,? ?[\w-]+[=:] ?\S/;
const URL_LINE = /^- \/url: ?"?([^\s"]+)"?$/;
const URL_ATTRIBUTE = /\burl[=:] ?"?([^\s"\]]+)/;
const LEVEL = /\blevel[=:] ?"?(\d)/;

interface Node {
  line: Line;
  indent: number;
  role: string;
  name: string;
  /** Address, where the node has one, or is one. */
  url: string | null;
  level: number;
}

/** What a node of the tree says. */
export interface Said {
  line: Line;
  text: string;
  target: Target | null;
  heading: number;
}

const nodeOf = (line: Line): Node | null => {
  const { indent } = line;
  // A quote inside of a key in single quotes is two: `- 'heading "The Baker''s Cake: Baked" [level=3]':`.
  const text = line.text.startsWith("- '") ? line.text.replaceAll("''", "'") : line.text;
  const url = URL_LINE.exec(text)?.[1];
  if (url !== undefined) return { line, indent, role: '/url', name: '', url, level: 0 };
  const found = START.exec(text);
  const role = found?.[1] ?? '';
  if (!found || !ROLES.has(role)) return null;
  const quoted = quotedIn(text, found[0].length);
  const attributes = text.slice(quoted.end);
  const behind = BEHIND.exec(attributes);
  if (!behind && !OTHER_ATTRIBUTES.test(attributes)) return null;
  const name = unquoted(quoted.name ?? behind?.[1] ?? '');
  const level = Number(LEVEL.exec(attributes)?.[1] ?? (role === 'heading' ? 3 : 0));
  return { line, indent, role, name, url: URL_ATTRIBUTE.exec(attributes)?.[1] ?? null, level };
};

/** The name in quotes at `at`, if there is one, and where it ends. */
const quotedIn = (text: string, at: number): { name: string | null; end: number } => {
  const quote = text.charAt(at + 1);
  if (text.charAt(at) !== ' ' || (quote !== '"' && quote !== "'")) return { name: null, end: at };
  for (let end = at + 2; end < text.length; end++) {
    if (text.charAt(end) === '\\') end++;
    else if (text.charAt(end) === quote) return { name: text.slice(at + 2, end), end: end + 1 };
  }
  return { name: null, end: at };
};

const unquoted = (text: string): string =>
  text
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(["'\\])/g, '$1')
    .trim();

/** Lines like these prove that it is a tree: nothing else has a role and a quoted name. */
const SURE =
  /^(?:- )?['"]?(?:uid=[^\s"]+ |\[\d+\] )?(?:heading|link|StaticText|button|img|image|RootWebArea)(?: ["'[]|:$)/;
/** A page that quotes a snapshot shows a line or two. */
const FEWEST = 3;

export const isSnapshot = (lines: readonly Line[]): boolean => {
  let sure = 0;
  for (const { text } of lines) {
    if (SURE.test(text) || (text.startsWith('- /url') && URL_LINE.test(text))) sure++;
    if (sure >= FEWEST) return true;
  }
  return false;
};

/**
 * What the nodes of a tree say, one for each line; `null` where a line is not a node.
 *
 * @param first number of the first line that is not above from an earlier part: no node above goes on below it
 */
export const readSnapshot = (lines: readonly Line[], first: number): (Said | null)[] => {
  const nodes = lines.map(nodeOf);
  const out: (Said | null)[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    const line = lines[at] as Line;
    if (!node) {
      out.push(null);
      at++;
      continue;
    }
    if (node.role === 'link' || node.role === 'heading') {
      const end = endOf(nodes, at, node, first);
      const below = nodes.slice(at + 1, end).filter((child) => child !== null);
      out.push(linkOrHeading(node, below));
      for (const child of below) out.push({ line: child.line, text: '', target: null, heading: 0 });
      at = end;
      continue;
    }
    const hasBelow = (nodes[at + 1]?.indent ?? 0) > node.indent;
    const isMute = CONTAINERS.has(node.role) && !SAYING_CONTAINERS.has(node.role);
    const isQuiet = hasBelow || isMute || SILENT.has(node.role) || node.role === '/url';
    out.push({ line, text: isQuiet ? '' : node.name, target: null, heading: 0 });
    at++;
  }
  return out;
};

const endOf = (nodes: readonly (Node | null)[], at: number, above: Node, first: number): number => {
  let end = at + 1;
  for (; end < nodes.length; end++) {
    const node = nodes[end];
    if (!node || node.indent <= above.indent) break;
    if (node.line.number >= first && above.line.number < first) break;
  }
  return end;
};

/** A single text below a link is better than its name, which includes image texts; so is the author count. */
const linkOrHeading = (node: Node, below: readonly Node[]): Said => {
  const url = node.url ?? below.find((child) => child.url !== null)?.url ?? null;
  const texts = below.filter(({ role, name }) => name !== '' && !SILENT.has(role) && !CONTAINERS.has(role));
  const last = texts.at(-1);
  const only =
    texts.length === 1 || formOf(last?.name ?? '')?.kind === 'authors' ? (last?.name ?? null) : null;
  const text =
    node.role === 'link' && only !== null && node.name.endsWith(only) ? only : node.name || (only ?? '');
  return { line: node.line, text, target: url === null ? null : readTarget(url), heading: node.level };
};
