import { oneLine } from '../../fields/text.js';
import type { PaperField } from '../../paper.js';
import { webAddress } from './address.js';
import { inWords, type Notes } from './fit.js';

type Given = string | null | undefined;

/** A text on one line; `null` where nothing is left of it. */
export const cleanText = (text: Given, notes: Notes): string | null =>
  text ? oneLine(text, notes.removed) || null : null;

/** Texts on one line each, without empty ones. */
export const cleanTexts = (texts: readonly string[] | null | undefined, notes: Notes): string[] =>
  (texts ?? []).flatMap((text) => cleanText(text, notes) ?? []);

/** A text through a conversion; what comes out as `null` is told as a flaw of the field. */
export const converted = (
  text: Given,
  convert: (text: string) => string | null,
  flaw: { path: string; field: PaperField; expected: string; code?: 'date-invalid' },
  notes: Notes,
): string | null => {
  if (!text?.trim()) return null;
  const value = convert(text);
  if (value === null) notes.flaw({ ...flaw, actual: inWords(text) });
  return value;
};

/** A web address; see {@link converted}. */
export const cleanAddress = (text: Given, path: string, field: PaperField, notes: Notes): string | null =>
  converted(cleanText(text, notes), webAddress, { path, field, expected: 'a web address' }, notes);
