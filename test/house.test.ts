import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Types, classes, and constants that hold a function, as they are declared at the top of a file. */
const DECLARED =
  /^(?:export )?(?:(?:class|interface|type|(?:async )?function\*?) (\w+)|const (\w+)(?:: [^=\n]+)? =\s+(?:async )?(?:<[^>\n]*>\s*)?(?:\(|\w+ =>))/gm;

/** Members of one list have one shape, and so the same names. */
const isOfList = (file: string): boolean => /^src\/cli\/(?:commands|completion)\//.test(file);

test('a type or a function has a name of its own in all of src', () => {
  const places = new Map<string, string[]>();
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => `src/${file}`);
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    if (isOfList(file) || file.startsWith('src/readers/')) continue;
    for (const [, type, named] of readFileSync(file, 'utf8').matchAll(DECLARED)) {
      const name = (type ?? named) as string;
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect(places.size).toBeGreaterThan(300);
  expect([...places].filter(([, files]) => new Set(files).size > 1)).toEqual([]);
});
