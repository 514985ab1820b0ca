const DIGITS = '0123456789';
const COUNT = /^(\d{1,3}(?:,\d{3})+|\d+)$/;
const SHORTENED = /^(\d+(?:\.\d+)?)([kmbKMB])$/;
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const readShortened = (text: string): number | null => {
  const [, number = '', unit = ''] = SHORTENED.exec(text) ?? [];
  const factor = FACTORS[unit.toLowerCase()];
  return factor === undefined ? null : Math.round(Number(number) * factor);
};

/** A printed count: `15`, `1,234`, `3.29k`, `1.2M`; `-` is 0; `null` for any other text. */
export const readCount = (text: string): number | null => {
  const trimmed = text.trim();
  if (trimmed === '-') return 0;
  if (!DIGITS.includes(trimmed.charAt(0))) return null;
  const count = COUNT.test(trimmed) ? Number(trimmed.replaceAll(',', '')) : readShortened(trimmed);
  return count !== null && Number.isSafeInteger(count) ? count : null;
};
