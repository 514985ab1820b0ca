import { diagnostic } from '../../diagnostic.js';
import type { Page } from '../../entry.js';
import { oneLine } from '../../fields/text.js';
import type { ReadContext, Reader } from '../reader.js';
import { assemble } from './assemble.js';
import { classify } from './classify.js';
import { openLedger } from './ledger.js';
import { type RawLines, splitLines } from './lines.js';
import { referenceMarks } from './marks.js';
import { PLAIN_ENTRY_LINES, PLAIN_ENTRY_SIGHT, readPlainEntry } from './plain-entry.js';
import { strayLines } from './stray.js';
import { undress } from './undress.js';

const FRONT_MATTER_EDGE = '---';
const FRONT_MATTER_KEY = /^[A-Za-z_][\w-]*:(?:\s|$)/;

/** Every text shape of the feed: a line is undressed into pieces, each is classified, entries are assembled. */
export const textReader: Reader = {
  name: 'text',
  detect: () => 'neither JSON nor HTML',
  async *read(content, context) {
    const text = readLines(context);
    for await (const chunk of content.bytes()) {
      text.push(chunk);
      yield* text.take();
    }
    text.end();
    yield* text.take();
  },
};

const readLines = (context: ReadContext) => {
  const { report, lines: counts } = context;
  const ledger = openLedger(counts, context.keepLines === true);
  const marks = referenceMarks();
  const removed = { characters: 0, line: 0 };
  const onRemoved = (count: number, line: number): void => {
    removed.line ||= line;
    removed.characters += count;
  };
  const assembler = assemble({
    report,
    ledger,
    marks,
    stray: strayLines(report),
  });
  const undresser = undress(marks, (piece) => assembler.take(classify(piece)), report);
  let counted = 0;
  let gap = 0;
  let edge = false;
  let inFrontMatter = false;

  const takeLine = (raw: string, plain: boolean, number: number): void => {
    counted = number;
    const text = plain ? raw : oneLine(raw, (count) => onRemoved(count, number));
    if (text === '') {
      ledger.blank(number, raw);
      gap++;
      edge = false;
      inFrontMatter = false;
      return;
    }
    ledger.seen(number, raw);
    if (edge || inFrontMatter)
      inFrontMatter = inFrontMatter ? text !== FRONT_MATTER_EDGE : FRONT_MATTER_KEY.test(text);
    edge = text === FRONT_MATTER_EDGE && !inFrontMatter;
    if (inFrontMatter) undresser.note(text, number);
    else undresser.line(text, number, gap);
    gap = 0;
  };
  /** Nearly all of a plain page is read in steps of one entry; who wants every line gets it by itself. */
  const takeEntry = (raw: RawLines, at: number, number: number): boolean => {
    if (gap === 0 || context.keepLines || !undresser.isPlain()) return false;
    const entry = readPlainEntry(raw, at, number, gap);
    if (entry === null) return false;
    undresser.release();
    if (!assembler.takeEntry(entry)) return false;
    ledger.blank(entry.title.line + 1, '');
    ledger.blank(entry.abstract.line + 1, '');
    undresser.plain(entry.date);
    counted = entry.date.line;
    gap = 0;
    return true;
  };
  const leap = { lines: PLAIN_ENTRY_LINES, sight: PLAIN_ENTRY_SIGHT, take: takeEntry };
  const lines = splitLines(takeLine, leap, report);

  return {
    push: lines.push,
    end() {
      lines.end();
      undresser.end();
      assembler.end(counted);
      if (removed.characters > 0) {
        const message = `${removed.characters} control or invisible characters taken out, the first on line ${removed.line}`;
        report(diagnostic('control-characters-removed', { message, line: removed.line }));
      }
    },
    take: (): Page[] => assembler.pages.splice(0),
  };
};
