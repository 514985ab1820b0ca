/** What an icon before a count leaves in text. */
const ICON = String.raw`(?:(?:\|\w{1,20}\||!data:[^\s!]{1,4000}!|!?\[[^[\]]{0,12}\](?:\(data:[^\s)]{1,4000}\))?|\[\[data:[^\s\]]{1,4000}\]\]) ?)?`;
const DOT = ' ?• ?';
const COUNT = String.raw`${ICON}(\d[\d.,]{0,9}[km]?)(?![\w.,])`;
const LINE = String.raw`Paper${DOT}(\d{4}\.\d{4,5})${DOT}(?:Published|Updated) ?([\w ,]{4,24}?)(?:${DOT}(?:${COUNT}(?:${DOT}${COUNT})?)?|$)`;
const WHOLE = new RegExp(`^${LINE}$`);
const INSIDE = new RegExp(LINE, 'g');

/** What the hub says of a paper below its title in a collection. */
export interface Collected {
  id: string;
  day: string;
  upvotes: string | undefined;
  comments: string | undefined;
}

/** `Paper • 2505.00011 • Published May 3, 2025 • 42 • 3`, also without its spaces; `null` for any other text. */
export const readCollected = (text: string): Collected | null => {
  const [found, id = '', day = '', upvotes, comments] = WHOLE.exec(text) ?? [];
  return found === undefined ? null : { id, day, upvotes, comments };
};

/** A text whose line ends are lost, cut before and behind each of these lines; nearly always in one piece. */
export const cutAtCollected = (text: string): string[] => {
  if (!text.includes('•') || !text.includes('Published')) return [text];
  const parts: string[] = [];
  let done = 0;
  for (const { 0: line, index } of text.matchAll(INSIDE)) {
    parts.push(text.slice(done, index), line);
    done = index + line.length;
  }
  return [...parts, text.slice(done)].map((part) => part.trim()).filter((part) => part !== '');
};
