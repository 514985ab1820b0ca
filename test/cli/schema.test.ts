import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { paperJsonSchema } from '../../src/cli/commands/schema.js';
import { PAPER_FIELDS } from '../../src/index.js';
import { readCases } from '../helpers/read-case.js';

const schema = paperJsonSchema() as { properties: Record<string, { description?: string }> };
// Formats only name what the patterns beside them check.
const validate = new Ajv2020({ strict: true, validateFormats: false, allErrors: true }).compile(schema);
const faults = (record: unknown) => (validate(record) ? [] : validate.errors);

const records = readCases().flatMap(({ name, folder }) => {
  const file = join(folder, 'expected.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines
    .filter((line) => line !== '')
    .map((line, at) => ({ place: `${name}:${at + 1}`, record: JSON.parse(line) }));
});
const whole: Record<string, unknown> = records[0]?.record;

describe('the JSON Schema', () => {
  it('describes every field', () => {
    expect(Object.keys(schema.properties)).toEqual(PAPER_FIELDS);
    for (const [field, { description }] of Object.entries(schema.properties)) {
      expect(description, field).toMatch(/\w/);
    }
  });

  it('accepts every record of the fixtures', () => {
    expect(records.length).toBeGreaterThan(100);
    for (const { place, record } of records) expect(faults(record), place).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no title', { title: undefined }],
    ['an empty title', { title: '' }],
    ['a day on no calendar', { published: '2025-02-29' }],
    ['a date in words', { published: 'May 19, 2025' }],
    ['a number in words', { comments: '2' }],
    ['a number below 0', { upvotes: -1 }],
    ['half an author', { authorCount: 1.5 }],
    ['an arXiv id with its version', { arxivId: '2505.13379v2' }],
    ['an address that is none', { url: 'huggingface.co/papers/2505.13379' }],
    ['authors in one string', { authors: 'A. Author; B. Author' }],
    ['a list with a hole', { links: [null] }],
    ['a field too much', { score: 1 }],
  ])('rejects %s', (_, broken) => {
    expect(faults(JSON.parse(JSON.stringify({ ...whole, ...broken })))).not.toEqual([]);
  });
});
