import { rulerFor } from '../writers/ruler.js';
import { visible } from '../writers/visible.js';
import { counted } from '../writers/words.js';
import type { Look } from './look.js';
import type { Stats } from './stats.js';

const MOST = 10;

/** The organizations with the most papers, and how many more there are. */
export const organizationLines = async (
  organizations: Stats['organizations'],
  { width, paint }: Look,
): Promise<string[]> => {
  const [listed, others] = [organizations.slice(0, MOST), organizations.slice(MOST)];
  if (listed.length === 0) return [];
  const names = listed.map(({ name }) => visible(name));
  const ruler = await rulerFor([names]);
  const numberWidth = String(listed[0]?.papers).length;
  const longest = Math.max(...names.map((name) => ruler.width(name)));
  const nameWidth = Math.max(1, Math.min(longest, width - 4 - numberWidth));
  const lines = listed.map(({ papers }, at) => {
    const name = ruler.cut(names[at] ?? '', nameWidth);
    const padding = ' '.repeat(Math.max(0, nameWidth - ruler.width(name)));
    const number = String(papers).padStart(numberWidth);
    return `  ${paint('who', name)}${padding}  ${paint('number', number)}`;
  });
  const papers = others.reduce((sum, organization) => sum + organization.papers, 0);
  const more = `  … and ${others.length} more with ${counted(papers, 'paper')}`;
  return [
    paint('heading', 'Organizations'),
    ...lines,
    ...(others.length === 0 ? [] : [paint('quiet', more)]),
  ];
};
