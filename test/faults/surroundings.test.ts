import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { HERE, where } from '../helpers/here.js';
import { place, WHOLE } from './place.js';

const PARSE = 'papers parse dump.txt -q -f jsonl';

where(HERE.bash, 'the same records come out', () => {
  it.each([
    ['without HOME', `env -u HOME ${PARSE}`],
    ['with a HOME that is not there', `HOME=/nowhere ${PARSE}`],
    ['with no place for temporary files', `TMPDIR=/nowhere ${PARSE}`],
    ['without a locale', `env -u LANG -u LC_ALL -u LC_CTYPE ${PARSE}`],
    ['in the locale C', `LC_ALL=C ${PARSE}`],
    ['in a locale that is not there', `LC_ALL=xx_XX.ISO-8859-1 ${PARSE}`],
    ['in another time zone', `TZ=Pacific/Kiritimati ${PARSE}`],
    [
      'without any environment',
      `env -i "$(command -v node)" "$(command -v papers)" ${PARSE.replace('papers ', '')}`,
    ],
  ])('%s', (_, line) => {
    expect(place().bash(line)).toEqual({ code: 0, stdout: WHOLE, stderr: '' });
  });
});

/** What a run shows on a terminal, line by line. */
const shown = (setUp: string, args: string) => {
  const { code, stdout } = place().bash(
    `unset NO_COLOR FORCE_COLOR; script -qec '${setUp}; papers ${args}' /dev/null < /dev/null`,
  );
  return { code, stdout, lines: stdout.split('\r\n').slice(0, -1) };
};
const ESCAPE = '\u001b';

where(HERE.bash, 'a working folder that was taken away', () => {
  const AWAY = 'mkdir gone; cd gone; rmdir ../gone';

  it('does not keep a file with a whole path from being read', () => {
    expect(place().bash(`${AWAY}; papers parse "$OLDPWD/dump.txt" -q -f jsonl`)).toEqual({
      code: 0,
      stdout: WHOLE,
      stderr: '',
    });
  });

  it('holds no file', () => {
    expect(place().bash(`${AWAY}; papers parse dump.txt -q -f jsonl`)).toEqual({
      code: 3,
      stdout: '',
      stderr: 'papers: cannot read dump.txt: no such file or directory (ENOENT)\n',
    });
  });
});

where(HERE.terminal, 'a terminal', () => {
  it('of 20 columns is never written beyond its edge by a table', () => {
    const { code, lines } = shown('stty cols 20', 'parse dump.txt -q');
    expect(code).toBe(0);
    expect(lines).toHaveLength(1 + 48);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(20);
  });

  it('of 20 columns has room for the bars of statistics', () => {
    const { code, lines } = shown('stty cols 20', 'stats dump.txt');
    const years = lines.map(stripVTControlCharacters).filter((line) => /^ +20\d\d /.test(line));
    expect(code).toBe(0);
    expect(years).toHaveLength(11);
    expect(Math.max(...years.map((line) => stringWidth(line)))).toBeLessThanOrEqual(20);
  });

  it.each([
    'parse dump.txt',
    'check dump.txt',
    'check --annotate dump.txt',
    'stats dump.txt',
    '--help',
    'parse gone.txt',
  ])('that is dumb gets no escapes from `papers %s`', (args) => {
    expect(shown('export TERM=xterm', args).stdout).toContain(ESCAPE);
    expect(shown('export TERM=dumb', args).stdout).not.toContain(ESCAPE);
  });
});
