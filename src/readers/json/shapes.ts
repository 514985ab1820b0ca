import * as z from 'zod/mini';

// The messages say what is expected there: they complete "expected …, got …".

export const text = z.nullish(z.string('a string'));
const WHOLE = 'a whole number, 0 or more';
export const count = z.nullish(z.int(WHOLE).check(z.nonnegative(WHOLE)));
export const strings = z.nullish(z.array(z.string('a string'), 'a list of strings'));
export const yesOrNo = z.nullish(z.boolean('true or false'));
