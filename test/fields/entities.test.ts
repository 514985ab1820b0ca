import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../src/fields/entities.js';

describe('decodeEntities', () => {
  it.each([
    ['R&amp;D &lt;EOS&gt; &quot;a&quot; &apos;b&apos;', 'R&D <EOS> "a" \'b\''],
    [
      '&eacute;t&eacute; &alpha;&rarr;&beta; &ldquo;x&rdquo; &CounterClockwiseContourIntegral;',
      'été α→β “x” ∳',
    ],
    ['&#39;&#x2014;&#X1F9A2;', "'—🦢"],
    ['a&nbsp;b&NewLine;c&#9;d', 'a b c d'],
    ['cra&shy;nes&#27;[31m&#x202e;&#0;', 'cranes[31m\ufffd'],
    ['&unknown; AT&T &copy 3 &amp;lt; &;', '&unknown; AT&T &copy 3 &lt; &;'],
    ['no reference', 'no reference'],
  ])('%j → %j', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});
