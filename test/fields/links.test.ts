import { describe, expect, it } from 'vitest';
import { linksIn } from '../../src/fields/links.js';

describe('linksIn', () => {
  it.each([
    ['nothing here', []],
    ['Code at https://github.com/cranelab/cranes.', ['https://github.com/cranelab/cranes']],
    ['(https://cranes.example/a)', ['https://cranes.example/a']],
    ['(see https://cranes.example/a).', ['https://cranes.example/a']],
    ['https://cranes.example/fold_(paper)', ['https://cranes.example/fold_(paper)']],
    ['(https://cranes.example/fold_(paper)),', ['https://cranes.example/fold_(paper)']],
    ["'https://cranes.example/';", ['https://cranes.example/']],
    ['[https://cranes.example/]:', ['https://cranes.example/']],
    ['\\url{https://cranes.example/a}{here}', ['https://cranes.example/a']],
    ['<https://cranes.example/a>', ['https://cranes.example/a']],
    ['"HTTPS://Cranes.example/a"', ['HTTPS://Cranes.example/a']],
    ['https://a.example, http://b.example and https://a.example', ['https://a.example', 'http://b.example']],
    ['a scheme: https:// alone, or https://... or http://)', []],
    ['ftp://cranes.example and s3://cranes', []],
    ['https://cranes.example/?a=1&b=2#top', ['https://cranes.example/?a=1&b=2#top']],
  ])('%s', (abstract, links) => {
    expect(linksIn(abstract)).toEqual(links);
  });

  it('takes a megabyte of closing brackets', () => {
    expect(linksIn(`https://cranes.example/${').'.repeat(500_000)}`)).toEqual(['https://cranes.example/']);
  });
});
