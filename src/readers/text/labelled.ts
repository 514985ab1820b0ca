import { oneLine } from '../../fields/text.js';
import { factsBehind, type LabelLine, labelledLine, namesFact, valueFact } from './blocks.js';
import { formOf, githubFact } from './facts.js';
import { segmentLine } from './links.js';
import { rewritten } from './notations.js';
import { contextOf, linkOf, plainWords, type Section, say } from './pieces.js';
import type { Line } from './token.js';
import { setOf } from './words.js';
import type { Unwrapped } from './wrapping.js';

/** Labels whose value may be on the next line; numbers are recognized there by themselves. */
const VALUE_BELOW = setOf('names organization keywords projectPage arxiv');

/** Reads a label and its value, which may be on the next line. Returns the index of the last line read. */
export const readLabelled = (
  section: Section,
  at: number,
  label: LabelLine,
  next: LabelLine | null,
): number => {
  const { lines, outer } = section;
  const line = lines[at] as Line;
  const { bullet, heading } = outer[at] as Unwrapped;
  const below = label.value === '' && next === null ? (outer[at + 1]?.text ?? '') : '';
  if (below !== '' && (label.name === 'title' || (label.name === 'abstract' && /\p{L}/u.test(below)))) {
    say(section, line, label.label, { fact: { kind: label.name === 'title' ? 'section' : 'nothing' } });
    return readLabelled(section, at + 1, { ...label, value: below }, null);
  }
  if (label.value === '' && (label.name === 'abstract' || label.name === 'comments')) {
    say(section, line, label.label, { fact: { kind: 'section' }, heading });
    return at;
  }
  const [value = '', ...behind] = factsBehind(label.value);
  if (behind.length > 0) {
    readLabelled(section, at, { ...label, value }, null);
    for (const fact of behind) {
      const labelled = labelledLine(fact);
      if (labelled === null) sayLinked(section, at, fact);
      else readLabelled(section, at, labelled, null);
    }
    return at;
  }
  if (label.name === 'names' && label.value.endsWith(',') && next === null && lines[at + 1]?.gap === 0) {
    say(section, line, '');
    return readLabelled(section, at + 1, { ...label, value: `${label.value} ${outer[at + 1]?.text}` }, null);
  }
  if (label.name === 'names' && label.value === '') {
    const names = itemsBelow(section, at);
    if (names.length > 0) {
      for (let i = 0; i < names.length; i++) say(section, lines[at + i] as Line, '');
      const list = names.join(', ');
      say(section, lines[at + names.length] as Line, list, { fact: namesFact(list, label.count) });
      return at + names.length;
    }
  }
  if (
    below !== '' &&
    VALUE_BELOW.has(label.name) &&
    formOf(below)?.kind !== 'authors' &&
    /\p{L}/u.test(below)
  ) {
    say(section, line, '');
    return readLabelled(section, at + 1, { ...label, value: below }, null);
  }
  const { list } = segmentLine(rewritten(label.value), contextOf(section, at));
  const links = list.filter(({ target }) => target !== null);
  if (label.name === 'link' && links.length > 1) {
    for (const { text, target } of links) {
      const words = plainWords(text, section);
      const fact = target?.kind === 'github' ? githubFact(words) : ({ kind: 'link' } as const);
      say(section, line, words, { ...linkOf(section, target), fact });
    }
    return at;
  }
  const text = plainWords(oneLine(list.map((segment) => segment.text).join(' ')), section);
  const linked = list.find(({ target }) => target !== null)?.target ?? null;
  const said = label.name === 'names' ? label.value : text;
  const { fact, target } = valueFact(label.name, said, linked, label.count);
  say(section, line, text, { ...linkOf(section, target), fact, bullet, heading });
  return at;
};

/** A fact behind a labelled one, linked or not. */
const sayLinked = (section: Section, at: number, fact: string): void => {
  for (const { text, target } of segmentLine(rewritten(fact), contextOf(section, at)).list)
    say(section, section.lines[at] as Line, text, linkOf(section, target));
};

/** Large collaborations have about 3,000 authors. */
const MOST_NAMES = 4000;
/** A name, or several separated by commas: letters and the marks that names have. */
const AUTHOR = /^\p{L}[\p{L}\p{M} .,'’()-]{1,80}$/u;

/** The items of a list right below a label: names of authors. */
const itemsBelow = ({ lines, outer }: Section, at: number): string[] => {
  const items: string[] = [];
  for (let i = at + 1; i < lines.length && lines[i]?.gap === 0 && items.length < MOST_NAMES; i++) {
    const { bullet, text } = outer[i] as Unwrapped;
    if (!/^[-*•+] /.test(bullet) || labelledLine(text) !== null || !AUTHOR.test(text)) break;
    items.push(text);
  }
  return items;
};
