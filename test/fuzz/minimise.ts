/** Does the input still do what is looked for? */
type Test = (text: string) => Promise<boolean>;

/** Tries that one input is worth. */
const MOST_TRIES = 3000;

/** Takes parts away as long as the rest still passes the test: first of many lines, last single bytes. */
export const minimise = async (text: string, fails: Test): Promise<string> => {
  let tries = 0;
  const shrink = async (parts: readonly string[]): Promise<string[]> => {
    let left = [...parts];
    for (let size = Math.ceil(left.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < left.length && tries < MOST_TRIES; ) {
        tries++;
        const without = left.toSpliced(at, size);
        if (await fails(without.join(''))) left = without;
        else at += size;
      }
    }
    return left;
  };
  const lines = await shrink(text.split(/(?<=\n)/));
  return (await shrink([...lines.join('')])).join('');
};
