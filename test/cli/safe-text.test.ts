import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, safeJson, safeText } from '../../src/cli/terminal.js';

describe('safeText', () => {
  it.each([
    ['plain – text ·', 'plain – text ·'],
    ['red \u001b[31m', 'red \\u001b[31m'],
    ['two\nlines\tand a tab', 'two lines and a tab'],
    ['gnp.\u202eexe', 'gnp.\\u202eexe'],
    ['C1 \u009b', 'C1 \\u009b'],
    ['::error::x', ': :error: :x'],
    [':::', ': : :'],
    ['##[error]', '## [error]'],
    ['family 👩\u200d👧', 'family 👩\u200d👧'],
  ])('%j', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  it('never lets a control character or a command of a runner through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(':', '#', '[', '\n', '\u001b', '\u202e', 'a') }),
        (text) => {
          const safe = safeText(text);
          expect(safe).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          expect(safe).not.toMatch(/::|##\[/);
        },
      ),
    );
  });

  it('keeps what only a runner minds', () => {
    expect(printable('a::b')).toBe('a::b');
  });
});

describe('safeJson', () => {
  it('gives the same value back, and holds nothing that acts on a terminal or a runner', () => {
    const units = fc.constantFrom(':', '#', '[', '"', '\\\\', '\u001b', '\u009b', '\u202e', '\n', 'é', '👩');
    fc.assert(
      fc.property(fc.array(units), (parts) => {
        const text = parts.join('');
        const json = safeJson({ [text]: text });
        expect(JSON.parse(json)).toEqual({ [text]: text });
        expect(json).not.toMatch(/::|##\[|[\p{Cc}\u202e]/u);
      }),
    );
  });
});
