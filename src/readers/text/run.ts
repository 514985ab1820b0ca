import {
  type Block,
  endsSentence,
  looksLikeOrganization,
  looksLikeTitle,
  textOf,
  titleLines,
} from './block.js';
import type { Token } from './classify.js';

/** Shorter ones are more likely words of an unknown footer. */
const SHORTEST_CUT_PROSE = 100;
/** Few titles are longer. */
const SHORTEST_UNSTOPPED_PROSE = 130;

/** What comes after a run of text: the facts that close an entry, or something that opens the next. */
export type After = 'authors' | 'dot' | 'date' | 'organization' | 'other' | 'end';

export interface RunContext {
  /** A heading already gave the title: all text is prose. */
  titled: boolean;
  after: After;
  /** Blank lines between the run and the dot or date after it. */
  gap: number;
  /** The page sets no blank lines between title and prose: every line is a block of its own. */
  dense: boolean;
  /** The page shows no abstracts, and the entry has neither authors nor organization yet. */
  lacksWho: boolean;
  /** Other entries of the page have prose: their titles touch nothing. */
  showsProse: boolean;
}

/** Title and prose of one entry. */
export interface Reading {
  title: Block | null;
  prose: Block[];
}

export interface RunReading {
  /** In order; the facts that follow the run belong to the last one. */
  readings: Reading[];
  organization: Token | null;
  /** The organization was told from its place only. */
  guessed: boolean;
  /** Short lines that are no title, because another one stands between them and the prose. */
  stray: Block[];
}

/**
 * Reads the text between two runs of facts. Titles are short, prose is long: short, long, short, long are two entries,
 * the first without its facts. A short line that touches the dot or the date, with a title before it, is an organization.
 */
export const readRun = (run: readonly Block[], context: RunContext): RunReading => {
  const { blocks, organization, guessed } =
    context.lacksWho && context.after !== 'date' && run.every(looksLikeTitle)
      ? takeLastLine(run, context)
      : takeOrganization(run, context);
  if (context.titled) return { readings: [{ title: null, prose: blocks }], organization, guessed, stray: [] };

  const readings: Reading[] = [];
  const stray: Block[] = [];
  const place = (block: Block): void => {
    const current = readings.at(-1);
    if (!looksLikeTitle(block)) {
      if (current) current.prose.push(block);
      else readings.push({ title: null, prose: [block] });
    } else if (current?.title && current.prose.length === 0) {
      stray.push(current.title);
      current.title = block;
    } else readings.push({ title: block, prose: [] });
  };
  for (const block of blocks) {
    const current = readings.at(-1);
    const waitsForProse = current?.title != null && current.prose.length === 0;
    const parts = splitBlock(block, waitsForProse);
    for (const part of context.dense && parts.length === 1 ? block.map((line) => [line]) : parts) place(part);
  }
  if (!context.lacksWho)
    keepCutProse(readings, stray, context.after === 'end' ? SHORTEST_CUT_PROSE : SHORTEST_UNSTOPPED_PROSE);
  return { readings, organization, guessed, stray };
};

/** Two short blocks and no prose: a title, and an abstract that was cut, or ends without a stop. */
const keepCutProse = (readings: readonly Reading[], stray: Block[], shortest: number): void => {
  const last = readings.at(-1);
  const before = stray.at(-1);
  if (!last?.title || !before || last.prose.length > 0 || textOf(last.title).length < shortest) return;
  last.prose.push(last.title);
  last.title = before;
  stray.pop();
};

/** Title and prose that touch; not where the block before was a title already, nor inside of one link. */
const splitBlock = (block: Block, titled: boolean): Block[] => {
  const [first] = block;
  const isOneLink = first?.target != null && block.every(({ target }) => target === first.target);
  const lines = titled || isOneLink ? 0 : titleLines(block);
  return lines === 0 ? [block] : [block.slice(0, lines), block.slice(lines)];
};

interface Taken {
  blocks: Block[];
  organization: Token | null;
  guessed: boolean;
}

/**
 * The last line of the run touches the dot or the date, or a blank line strayed between: then it stands alone below
 * prose, or below a sentence that has ended. Where titles have prose below them, a line that touches the dot is none even if
 * nothing stands above: the title was lost.
 */
const takeOrganization = (run: readonly Block[], { after, gap, titled, showsProse }: RunContext): Taken => {
  const last = run.at(-1) ?? [];
  const line = last.at(-1);
  const before = last.slice(0, -1);
  const above = before.at(-1);
  const closes = after === 'dot' || after === 'date';
  const something = titled || run.length > 1 || above !== undefined || (showsProse && gap === 0);
  const standsAlone = above ? endsSentence(above) : run.length > 1 && !looksLikeTitle(run.at(-2) as Block);
  if (!closes || !line || !something || !(gap === 0 || standsAlone) || !looksLikeOrganization(line)) {
    return { blocks: [...run], organization: null, guessed: false };
  }
  return {
    blocks: above ? [...run.slice(0, -1), before] : run.slice(0, -1),
    organization: line,
    guessed: false,
  };
};

/**
 * On pages without abstracts every entry has a title and below it authors or an organization: where no authors come, the
 * last line is the organization. It may touch the title.
 */
const takeLastLine = (run: readonly Block[], { titled, after }: RunContext): Taken => {
  const last = run.at(-1) ?? [];
  const line = last.at(-1);
  const before = last.slice(0, -1);
  const something = titled || run.length > 1 || before.length > 0;
  const ends = after === 'other' || after === 'end';
  if (!line || !something || !ends || !looksLikeOrganization(line) || !run.every(looksLikeTitle))
    return { blocks: [...run], organization: null, guessed: false };
  const blocks = before.length > 0 ? [...run.slice(0, -1), before] : run.slice(0, -1);
  return { blocks, organization: line, guessed: before.length > 0 };
};
