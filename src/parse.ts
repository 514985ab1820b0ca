import { type Diagnostic, diagnostic, type Report } from './diagnostic.js';
import { decode } from './input/decode.js';
import { notText, refusalOf } from './input/refuse.js';
import { unpack } from './input/unpack.js';
import type { ParseOptions, Source } from './options.js';
import { fits, type LocatedPaper, type Misfit, type Paper, paperOf } from './paper.js';
import { detect } from './readers/index.js';
import { type Settled, settle } from './settle/index.js';
import { openTally } from './tally.js';

/**
 * Reads papers out of any number of inputs, one stream of records in the order of the inputs. Never throws for what
 * an input holds: that is a {@link Diagnostic}.
 *
 * bytes → unpack → decode → detect → read → settle → papers
 *
 * @throws TypeError for anything but sources; RangeError for an unknown encoding or input format, or a day that does not exist;
 * whatever a source's own stream throws.
 */
export async function* parse(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: ParseOptions = {},
): AsyncGenerator<LocatedPaper | Paper, void, undefined> {
  yield* oneByOne(parsePages(sources, options));
}

/** The members of the lists, one by one. */
export async function* oneByOne<T>(lists: AsyncIterable<readonly T[]>): AsyncGenerator<T, void, undefined> {
  for await (const list of lists) for (const item of list) yield item;
}

/**
 * The same, a page or a part of a long one at a time: an asynchronous step costs more than most of what is done to a
 * paper.
 */
export async function* parsePages(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: ParseOptions = {},
): AsyncGenerator<(LocatedPaper | Paper)[], void, undefined> {
  if (!isIterable(sources)) throw new TypeError(`parse takes a list of sources, not ${nameOf(sources)}`);
  checkOptions(options);
  for await (const source of sources) {
    checkSource(source);
    yield* readPages(source, options);
  }
}

const isIterable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);

const nameOf = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return typeof value === 'object' && value !== null
    ? `an object of the class ${value.constructor?.name ?? 'null'}`
    : String(value);
};

/** Checks options before any source is opened. */
const checkOptions = ({ encoding, inputFormat, asOf, today }: ParseOptions): void => {
  if (encoding !== undefined) new TextDecoder(encoding);
  if (inputFormat !== undefined) detect('', inputFormat, false);
  for (const [option, day] of Object.entries({ asOf, today }))
    if (day !== undefined && !fits('published', day))
      throw new RangeError(`${option} is a day, YYYY-MM-DD, not ${nameOf(day)}`);
};

/** Callers without types get a clear message instead of a failure deep inside. */
const checkSource = (source: unknown): void => {
  const { name, data } = (source ?? {}) as Partial<Source>;
  if (typeof name !== 'string') {
    throw new TypeError(`a source is { name, data } with a string for its name, not ${nameOf(source)}`);
  }
  const isData =
    typeof data === 'string' ||
    data instanceof Uint8Array ||
    (isIterable(data) && Symbol.asyncIterator in (data as object));
  if (!isData) {
    const hint = data === undefined ? '' : '; wrap an ArrayBuffer in a Uint8Array, read a file first';
    throw new TypeError(
      `the data of ${name} is a string, a Uint8Array or an async iterable of Uint8Array, not ${nameOf(data)}${hint}`,
    );
  }
};

/** The papers of one input. */
async function* readPages(
  { name, data }: Source,
  options: ParseOptions,
): AsyncGenerator<(LocatedPaper | Paper)[], void, undefined> {
  const tally = openTally(name, options);
  const report: Report = tally.report;
  const { bytes, ofMessage } = await unpack(data, options.inputFormat, report);
  const content = await decode(bytes, ofMessage ? undefined : options.encoding, report);
  const { encoding, head, headBytes, bytesRead } = content;
  if (encoding === null) {
    report(notText(headBytes, name));
    return tally.end(null, 'binary data', 'none', bytesRead());
  }
  const refusal = options.inputFormat === undefined ? refusalOf(head) : null;
  if (refusal !== null) {
    report(refusal);
    // Nothing more is read, and the source is closed.
    for await (const _ of content.text()) break;
    return tally.end(null, 'not a saved page', encoding, bytesRead());
  }
  const { reader, why } = detect(head, options.inputFormat, ofMessage === 'pages');
  let before: Settled | null = null;
  const clock = { asOf: options.asOf, today: options.today, source: name };
  const read = await reader.load();
  for await (const page of read(content, tally.readContext)) {
    options.signal?.throwIfAborted();
    const settled = settle(page, clock, before, report);
    before = page.continues ? settled : null;
    const papers: (LocatedPaper | Paper)[] = [];
    for (const entry of page.entries) {
      const paper = paperOf(entry.fields);
      if ('message' in paper) report(leftOut(paper, tally.papers + 1, entry.line));
      else papers.push(tally.add(paper, entry, settled.day));
    }
    yield papers;
    tally.endPage(page, settled.day, settled.from);
  }
  tally.end(reader.name, why, encoding, bytesRead());
}

const leftOut = ({ field, message }: Misfit, record: number, line: number | null): Diagnostic =>
  diagnostic('schema-mismatch', {
    message: `record ${record} is left out: ${field} ${message}`,
    record,
    line,
  });

/** Reads one text that is already in memory: all its papers and diagnostics. */
export const parseText = async (
  text: string,
  options: ParseOptions = {},
): Promise<{ papers: Paper[]; diagnostics: Diagnostic[] }> => {
  const diagnostics: Diagnostic[] = [];
  const onDiagnostic: Report = (found) => {
    diagnostics.push(found);
    options.onDiagnostic?.(found);
  };
  const papers: Paper[] = [];
  for await (const paper of parse([{ name: '<text>', data: text }], { ...options, onDiagnostic }))
    papers.push(paper);
  return { papers, diagnostics };
};
