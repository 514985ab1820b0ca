/** An element of an invented page, or a text. */
export type Node = string | Element;

export interface Element {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Node[];
}

export const el = (
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | null)[]
): Element => ({ tag, attributes, children: children.filter((child) => child !== null) });

/** What a page's template shows under a condition: some templates leave markers around it. */
export const when = (...children: readonly (Node | null)[]): Element => el('#if', {}, ...children);

/** The white space that a page's template leaves between elements: it changes what converters print. */
export interface Spacing {
  between(depth: number): string;
  /** Also around a text that stands alone in its element. */
  around: boolean;
  markers: boolean;
}

export const SPACINGS: Readonly<Record<string, Spacing>> = {
  none: { between: () => '', around: false, markers: false },
  newline: { between: () => '\n', around: false, markers: false },
  tabs: { between: (depth) => `\n${'\t'.repeat(depth)}`, around: true, markers: false },
  svelte: { between: () => ' ', around: false, markers: true },
};

const VOID = new Set(['img', 'input', 'meta', 'hr', 'link']);
/** Templates keep these tight whatever they do elsewhere. */
const TIGHT = new Set(['h3', 'p', 'title', 'script', 'span', 'time']);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;');

export const render = (node: Node, spacing: Spacing, depth = 0): string => {
  if (typeof node === 'string') return escaped(node);
  const { tag, attributes, children } = node;
  const gap = spacing.between(depth + 1);
  if (tag === '#if') {
    const inside = children.map((child) => render(child, spacing, depth)).join(spacing.between(depth));
    return spacing.markers ? `<!--[0-->${inside}<!--]-->` : inside;
  }
  const start = `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${quoted(value)}"`)
    .join('')}>`;
  if (VOID.has(tag)) return start;
  if (tag === 'script') return `${start}${children.join('')}</${tag}>`;
  const inside = children.map((child) => render(child, spacing, depth + 1));
  const onlyText = children.every((child) => typeof child === 'string');
  if (TIGHT.has(tag) || inside.length === 0) return `${start}${inside.join('')}</${tag}>`;
  const padded =
    onlyText && !spacing.around ? inside.join('') : gap + inside.join(gap) + spacing.between(depth);
  return `${start}${spacing.markers ? padded.trim() : padded}</${tag}>`;
};
