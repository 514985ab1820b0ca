// What programs put before every line of what they print: numbers, file names, times, marks of comments and changes.

interface Prefix {
  form: RegExp;
  /** What the prefixes share: the same text, a rising number, a number that rises by one, or only the form. */
  alike: 'same' | 'counted' | 'every' | 'form';
}

const PREFIXES: readonly Prefix[] = [
  // `cat -n`, `nl`, `bat`, `grep -n`, what agents print of a file
  { form: /^ {0,6}L?(\d{1,6})(?:\t|: ?|→|\| ?| ?│ ?|$)/, alike: 'counted' },
  // Editors; two spaces are between the columns of a table.
  { form: /^ {0,6}(\d{1,6})(?: |$)/, alike: 'every' },
  // `grep -H`
  { form: /^([\w./ -]{1,80}\.[a-z]{1,8}):/, alike: 'same' },
  // Times of logs
  {
    form: /^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?: |$)/,
    alike: 'form',
  },
  {
    form: /^\[?(?:DEBUG|INFO|NOTICE|LOG|WARN(?:ING)?|ERROR)\]?:? {1,8}([\w.-]{1,40})(?:: | - |$)/,
    alike: 'same',
  },
  { form: /^\[?((?:DEBUG|INFO|NOTICE|LOG)\]?(?::| -)?(?: |$))/, alike: 'same' },
  // Containers
  { form: /^([\w.-]{0,40}[_\d-][\w.-]{0,40}) {0,20}\|(?: |$)/, alike: 'same' },
  // Comments and changes
  { form: /^(#)(?: |$)/, alike: 'same' },
  { form: /^(\/\/)(?: |$)/, alike: 'same' },
  { form: /^(\+)(?!\+\+ )/, alike: 'same' },
  // Boxes
  { form: /^([|│┃║]) ?(?=[^|│┃║]*$|[^|│┃║]*[|│┃║]\s*$)/, alike: 'same' },
];

/** Fewer lines may begin alike by coincidence. */
const FEWEST = 8;
/** A log puts a time, a level and a file's number before a line. */
const MOST_PREFIXES = 3;
/** Lines around a diff, a box or a file. */
const AROUND =
  /^(?:diff --git |index [\da-f]{7,40}\.\.|(?:new|deleted) file mode |(?:---|\+\+\+) (?:[ab]\/|\/dev\/)|@@ -|[+╭┌┏╔╰└┗╚─][-─━═+╮┐┓╗╯┘┛╝┬┼┴]+$| {2,8}│ File: )/;
const BOX_END = /[|│┃║]$/;

/** Lines without what a program put before each of them; the same list where none did. */
export const withoutPrefixes = (raws: readonly string[]): readonly string[] => {
  let lines = raws;
  for (let round = 0; round < MOST_PREFIXES; round++) {
    const first = lines.find(saysSomething);
    const may = first === undefined ? [] : PREFIXES.filter(({ form }) => form.test(first));
    if (may.length === 0) break;
    const said = lines.filter(saysSomething);
    const prefix = said.length < FEWEST ? undefined : may.find((one) => isBeforeAll(one, said));
    if (prefix === undefined) break;
    const isBox = prefix === PREFIXES.at(-1);
    lines = lines.map((line) =>
      AROUND.test(line) ? '' : (isBox ? line.trimEnd().replace(BOX_END, '') : line).replace(prefix.form, ''),
    );
  }
  return lines;
};

const saysSomething = (line: string): boolean => line.trim() !== '' && !AROUND.test(line);

const isBeforeAll = ({ form, alike }: Prefix, lines: readonly string[]): boolean => {
  if (alike === 'every' && !lines.some((line) => /^ *\d+ \S/.test(line))) return false;
  let before: string | undefined;
  for (const line of lines) {
    const said = form.exec(line)?.[1];
    if (said === undefined) return false;
    if (before !== undefined && alike === 'same' && said !== before) return false;
    if (before !== undefined && alike === 'counted' && Number(said) <= Number(before)) return false;
    if (before !== undefined && alike === 'every' && Number(said) !== Number(before) + 1) return false;
    before = said;
  }
  return true;
};
