import * as z from 'zod/mini';

// The messages say what is expected there: they complete "expected …, got …".

export const text = z.nullish(z.string('a string'));
const WHOLE = 'a whole number, 0 or more';
export const count = z.nullish(z.int(WHOLE).check(z.nonnegative(WHOLE)));
/** A list. Only its first misfit is told: one for each of a million would overflow the stack inside of zod. */
export const listOf = <Item>(item: z.ZodMiniType<Item>, expected: string): z.ZodMiniType<Item[]> =>
  z.custom<Item[]>(Array.isArray, expected).check(({ value, issues }) => {
    for (const [at, one] of value.entries()) {
      const issue = item.safeParse(one).error?.issues[0];
      if (issue === undefined) continue;
      issues.push({ code: 'custom', input: value, path: [at, ...issue.path], message: issue.message });
      return;
    }
  });
export const strings = z.nullish(listOf(z.string('a string'), 'a list of strings'));
export const yesOrNo = z.nullish(z.boolean('true or false'));
