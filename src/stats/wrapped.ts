const INDENT = '  ';

/** Words with commas between, indented, over as many lines as the width asks for. */
export const wrapped = (words: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  words.forEach((word, at) => {
    const part = at === words.length - 1 ? word : `${word},`;
    const longer = `${lines.at(-1)} ${part}`;
    if (lines.length === 0 || longer.length > width) lines.push(INDENT + part);
    else lines[lines.length - 1] = longer;
  });
  return lines;
};
