/** Bold marks may go around number and title: `**1. Title**`. */
const NUMBERED = /^((?:\*\*|__)?)(\d{1,4})[.)] (?=\S)/;
const FEWEST = 2;

/** What counts the headings or items of a page: their level, or 0. */
export interface Item {
  index: number;
  text: string;
  heading: number;
}

/**
 * The items whose number only counts: it goes up by one from item to item. `3. Title` alone keeps its number: a title
 * may begin with one.
 */
export const listNumbers = (items: readonly Item[]): Map<number, string> => {
  const counted = new Map<number, string>();
  const runs = new Map<number, { last: number; members: [index: number, mark: string][] }>();
  const end = (heading: number): void => {
    const run = runs.get(heading);
    if (run && run.members.length >= FEWEST)
      for (const [index, mark] of run.members) counted.set(index, mark);
    runs.delete(heading);
  };
  for (const { index, text, heading } of items) {
    const found = NUMBERED.exec(text);
    if (!found) continue;
    const number = Number(found[2]);
    const run = runs.get(heading);
    if (run && number === run.last + 1) {
      run.last = number;
      run.members.push([index, found[0]]);
    } else if (!run || number !== run.last) {
      end(heading);
      runs.set(heading, { last: number, members: [[index, found[0]]] });
    }
  }
  for (const heading of [...runs.keys()]) end(heading);
  return counted;
};
