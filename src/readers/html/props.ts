import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import type { Report } from '../../diagnostic.js';
import { type Entry, type PageFacts, statedEntry } from '../../page.js';
import { isShown } from '../../paper.js';
import { parsedJson, titleKey } from '../../words.js';
import { messages } from '../json/messages.js';
import { factsOfProps } from '../json/page-facts.js';
import { readRecord } from '../json/record.js';
import { splitter } from '../json/split.js';
import { isObject } from '../json/typed.js';
import type { Card } from './card.js';

type Fields = Entry['fields'];

/** What the JSON in a page's `data-props` attributes, or in its scripts, holds. */
export interface Props {
  /** The papers of the list that the page shows. */
  papers: Fields[];
  facts: PageFacts;
  /** It describes one paper, not a list. */
  singlePaper: boolean;
  /** Its list is empty. */
  saysEmpty: boolean;
}

const FACTS = /"(dateString|date|prevDate|query|q|periodType)":"((?:[^"\\]|\\.){0,400})"/g;

/** The facts are around the list, before and after it; the first of each name is the page's. */
const factsIn = (json: string): PageFacts => {
  const props: Record<string, unknown> = {};
  for (const [, name = '', text = ''] of json.matchAll(FACTS)) props[name] ??= parsedJson(`"${text}"`);
  return factsOfProps(props);
};

/** Lists that the page may show, the likeliest first. */
const SHOWN_FIRST = ['searchResults', 'dailyPapers', 'papers'];
/** A value without any of these says nothing about papers. */
const OF_PAPERS = /"(?:searchResults|dailyPapers|papers?)":/;

const readValue = (json: string, report: Report): Props => {
  const lists = new Map<string, Fields[]>();
  let current: Fields[] | null = null;
  let singlePaper = false;
  // Lines and columns would be those of the attribute's JSON, which nobody sees.
  const say = messages(({ line: _line, column: _column, ...found }) =>
    report({ ...found, message: `data-props: ${found.message}` }),
  );
  const split = splitter({
    ...say,
    element(record, place) {
      if (current === null) singlePaper ||= isObject(record) && 'paper' in record;
      else {
        const reading = readRecord(record, say.notes(place));
        if (reading) current.push(reading.fields);
      }
    },
    list(key) {
      current = lists.get(key) ?? [];
      lists.set(key, current);
      return false;
    },
  });
  split.push(json);
  const saysEmpty = split.end();
  say.finish();
  const names = [...SHOWN_FIRST, ...lists.keys()];
  const shown = names.find((name) => lists.get(name)?.length);
  const facts = factsIn(json);
  if (shown === 'searchResults') facts.kind = 'search';
  const papers = (shown && lists.get(shown)) || [];
  return { papers, facts, singlePaper: singlePaper && lists.size === 0, saysEmpty };
};

/** What a script gives its data to: `window.__STATE__ = `. */
const ASSIGNED = /^\s*(?:(?:const|let|var) )?[\w$.]{1,60} ?= ?(?=[[{])/;

/** The first statement of a script: the rest is not its data. */
const statementIn = (script: string): string => {
  let isString = false;
  for (let at = 0; at < script.length; at++) {
    const sign = script[at];
    if (sign === '\\') at++;
    else if (sign === '"') isString = !isString;
    else if (sign === ';' && !isString) return script.slice(0, at);
  }
  return script;
};

/** The data of a script, or of an element for its script. */
const dataOf = ($: CheerioAPI, element: Element): string => {
  const { type, 'data-props': props } = element.attribs;
  if (props !== undefined) return props;
  const text = $(element).text();
  if (type === 'application/json') return text;
  const [before] = ASSIGNED.exec(text) ?? [];
  return before === undefined ? '' : statementIn(text.slice(before.length));
};

/** Reads the first `data-props` or script of data of a page that holds papers; `null` if none does. */
export const readProps = ($: CheerioAPI, report: Report): Props | null => {
  const values = $('[data-props], script')
    .toArray()
    .map((element) => dataOf($, element));
  let empty: Props | null = null;
  for (const value of values) {
    if (!OF_PAPERS.test(value)) continue;
    const props = readValue(value, report);
    if (props.papers.length > 0) return props;
    empty ??= props;
  }
  return empty;
};

const keysOf = ({ arxivId, title }: Fields): string[] =>
  [arxivId ?? '', titleKey(title ?? '')].filter((key) => key !== '');

/** The first with what only the second has. */
const filled = (one: Fields, other: Fields): Fields => {
  const additions = Object.entries(other).filter(([name]) => !isShown(one[name as keyof Fields]));
  return { ...one, ...Object.fromEntries(additions) };
};

const entryOf = (fields: Fields, printed: Card['printed']): Entry =>
  statedEntry(fields, null, fields.published ? null : printed);

/** Cards with the same id or title, merged only once: a hostile page may have many papers that match them. */
interface Alike {
  place: number;
  cards: Card[];
  together: Card | null;
}

const putTogether = (cards: readonly Card[]): Card => ({
  fields: cards.map(({ fields }) => fields).reduce(filled),
  printed: cards.find(({ printed }) => printed)?.printed ?? null,
});

/** The papers of the page's JSON, filled from its cards, and the cards that the JSON does not have, in the page's order. */
export const merge = (papers: readonly Fields[], cards: readonly Card[]): Entry[] => {
  const groups = new Map<string, Alike>();
  for (const [place, card] of cards.entries()) {
    for (const key of keysOf(card.fields)) {
      const group = groups.get(key) ?? { place, cards: [], together: null };
      groups.set(key, group);
      group.cards.push(card);
    }
  }
  const used = new Set<Card>();
  let place = -1;
  const placed = papers.map((paper) => {
    const group = keysOf(paper)
      .map((key) => groups.get(key))
      .find((found) => found !== undefined);
    if (group === undefined) return { place, entry: entryOf(paper, null) };
    if (group.together === null) for (const card of group.cards) used.add(card);
    group.together ??= putTogether(group.cards);
    place = group.place;
    return { place, entry: entryOf(filled(paper, group.together.fields), group.together.printed) };
  });
  for (const [at, card] of cards.entries())
    if (!used.has(card)) placed.push({ place: at, entry: entryOf(card.fields, card.printed) });
  return placed.sort((one, other) => one.place - other.place).map(({ entry }) => entry);
};
