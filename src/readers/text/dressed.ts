/** Lines that may wear something begin like this; any other short line only if a fact's dot or a URL is in it. */
const DRESSED_START = /^[[\]:#>*+•◦▪‣!<`~_=━─—|(/\\·-]|^https?:|^\d+\.\s|^â€¢/;
const DRESSED_INSIDE = /[·[]| [•|] |\\$|\dnew$|<\/?a[\s>]|<a$|^GitHub|^Upvote/;
/** Without any of these signs it is not worth looking for what they begin. */
const SIGN = /[[·•|\\<]/;

/** Longer lines are prose. */
export const LONG = 300;

/** Whether a line may wear something that has to come off: links, marks, several facts in a row. */
export const isDressed = (text: string): boolean =>
  (text.includes(']') && (text.includes('](') || text.includes(']['))) ||
  DRESSED_START.test(text) ||
  (text.length < LONG && isDressedInside(text));

const isDressedInside = (text: string): boolean =>
  (SIGN.test(text) || text.endsWith('new') || text.startsWith('GitHub') || text.startsWith('Upvote')) &&
  DRESSED_INSIDE.test(text);
