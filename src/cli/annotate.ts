import type { LineRecord } from '../index.js';
import { type Paint, ROLE_STYLES } from './color.js';
import { printable } from './safe-text.js';

/** A line of the input with its role, for programs: `line⇥paper⇥role⇥text`. */
export const annotatedRow = ({ line, paper, role, text }: LineRecord): string =>
  `${line}\t${paper ?? ''}\t${role}\t${printable(text)}\n`;

/** The same for eyes: cut to the terminal and coloured by role. */
export const annotatedLine = ({ line, role, text }: LineRecord, columns: number, paint: Paint): string => {
  const start = `${String(line).padStart(6)}  ${role.padEnd('unrecognised'.length)}  `;
  const room = Math.max(columns - start.length, 1);
  const letters = [...printable(text.slice(0, room + 1))];
  const shown = letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : letters.join('');
  return `${start}${paint(ROLE_STYLES[role], shown)}`.trimEnd().concat('\n');
};
