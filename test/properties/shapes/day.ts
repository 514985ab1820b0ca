import { behind, HUB, lines, login, oneLine, type Shape, url, votes, wrap } from './print.js';

/** Submitter, upvotes, title, who, comments; with or without blank lines between. */
export const dayPage =
  (gap: '' | null, handle: (name: string) => string[]): Shape =>
  (papers) => {
    const gaps = gap === null ? [] : [gap];
    return lines(
      ['Daily Papers', ...gaps, 'by AK and the research community', ...gaps, 'Oct', '2', ...gaps],
      papers.flatMap((paper) => [
        ...(paper.submittedBy ? handle(paper.submittedBy) : []),
        ...[votes(paper), ...gaps, oneLine(paper.title), ...gaps],
        ...(paper.organization ? [paper.organization.name] : ['·', `${paper.authorCount} authors`]),
        ...(paper.comments === 0 ? [] : [...gaps, String(paper.comments)]),
        ...gaps,
      ]),
      ['Previous', 'Next'],
    );
  };

export const dayPageWithLinks: Shape = (papers) => {
  const targets: string[] = [`${HUB}/`, `${HUB}/papers`, `${HUB}/akhaliq`];
  const mark = (target: string): string => `[${targets.push(target)}]`;
  const body = papers.flatMap((paper) => [
    ...(paper.submittedBy ? [`   Submitted by ${paper.submittedBy}`] : []),
    ...[`   ${mark(login(paper))}`, '   [ ]', `   ${votes(paper)}`, ''],
    ...[...wrap(`${mark(url(paper))}${paper.title}`, 72), ''],
    ...(paper.organization
      ? [
          `   ${mark(`${HUB}/${paper.organization.slug}`)}${paper.organization.slug} ${paper.organization.name}${behind(paper, ` ${paper.comments ? mark(`${url(paper)}#community`) : ''}`)}`,
        ]
      : [
          ...['     *', '     * ·', `       ${paper.authorCount} authors`, ''],
          ...(paper.comments === 0 ? [] : [`   ${mark(`${url(paper)}#community`)}${paper.comments}`]),
        ]),
  ]);
  return lines(
    ['   [1]Hugging Face', '', '[2]Daily Papers', '', 'by [3]AK and the research community', '', '   Oct 2'],
    body,
    ['', 'References', '', '   Visible links:'],
    targets.map((target, i) => `${String(i + 1).padStart(4)}. ${target}`),
  );
};
