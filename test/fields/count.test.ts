import { describe, expect, it } from 'vitest';
import { readCount } from '../../src/fields/count.js';

describe('readCount', () => {
  it.each([
    ['15', 15],
    [' 15 ', 15],
    ['-', 0],
    ['0', 0],
    ['1,234', 1234],
    ['1,234,567', 1_234_567],
    ['3.29k', 3290],
    ['50.8K', 50_800],
    ['110k', 110_000],
    ['1.2M', 1_200_000],
    ['1.005k', 1005],
  ])('%s → %i', (text, count) => {
    expect(readCount(text)).toBe(count);
  });

  it.each(['', '--', '3.29', '1,23', '12,34k', 'k', '-1', '+1', '1e3', '0x10', '14 authors', '9'.repeat(30)])(
    '%s is none',
    (text) => {
      expect(readCount(text)).toBeNull();
    },
  );
});
