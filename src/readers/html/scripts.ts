import type { CheerioAPI } from 'cheerio/slim';
import type { Report } from '../../diagnostic.js';
import type { Entry } from '../../page.js';
import { parsedJson } from '../../words.js';
import { messages } from '../json/messages.js';
import { hasId, hasPageOfHub, recordsIn } from '../json/nested.js';
import { readRecord } from '../json/record.js';

/** A piece of what Next.js sends behind a page: `self.__next_f.push([1,"5:[\"$\",…]\n"])`. */
const FLIGHT = /^self\.__next_f\.push\((\[1,[\s\S]*\])\);?$/;
/** What is before the value of a line of it. */
const ROW_ID = /^[\da-f]{1,4}:/;

const flightOf = (script: string): string => {
  const piece = parsedJson(FLIGHT.exec(script.trim())?.[1] ?? '');
  return Array.isArray(piece) && typeof piece[1] === 'string' ? piece[1] : '';
};

/** The values in a page's scripts: what Next.js sends, and what describes the page to search engines (JSON-LD). */
const valuesOf = ($: CheerioAPI): unknown[] => {
  const scripts = $('script').toArray();
  const flight = scripts.map((script) => flightOf($(script).text())).join('');
  const described = scripts.filter(({ attribs }) => attribs.type === 'application/ld+json');
  return [
    ...flight.split('\n').map((line) => line.replace(ROW_ID, '')),
    ...described.map((script) => $(script).text()),
  ].map(parsedJson);
};

/** The papers that the scripts of a page list: several with ids, with upvotes or pages on the hub among them. */
export const papersOfScripts = ($: CheerioAPI, report: Report): Entry['fields'][] => {
  for (const value of valuesOf($)) {
    const records = typeof value === 'object' && value !== null ? recordsIn(value).filter(hasId) : [];
    if (records.length < 2) continue;
    // Lines and columns would be those of the script's JSON, which nobody sees.
    const say = messages(({ line: _line, column: _column, ...found }) =>
      report({ ...found, message: `script: ${found.message}` }),
    );
    const papers = records.flatMap(
      (record, at) => readRecord(record, say.notes({ record: at + 1, line: 1, column: 1 }))?.fields ?? [],
    );
    if (!papers.some(({ upvotes }) => upvotes !== null) && !records.some(hasPageOfHub)) continue;
    say.finish();
    return papers;
  }
  return [];
};
