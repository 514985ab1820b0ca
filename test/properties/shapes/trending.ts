import type { Distinct } from '../feed.js';
import { fullDay, HUB, lines, login, oneLine, type Shape, url, votes } from './print.js';

/** Each card twice in a row. */
const twice = (card: (paper: Distinct, copy: number) => string[]): ((paper: Distinct) => string[]) => {
  return (paper) => [...card(paper, 0), ...card(paper, 1)];
};

export const trending: Shape = (papers) =>
  lines(
    ['# Trending Papers', '', 'by AK and the research community', ''],
    papers.flatMap(
      twice((paper, copy) => [
        ...(paper.submittedBy ? ['Submitted by', '[图片：无替代文本]', paper.submittedBy] : []),
        '<a id="source-section-3"></a>',
        `### [${oneLine(paper.title)}](${url(paper)})`,
        '',
        paper.summary,
        '',
        ...(paper.organization
          ? [
              `[[图片：${paper.organization.slug}] ${paper.organization.name}](${HUB}/${paper.organization.slug}) · ${copy === 0 ? 'Published on ' : ''}${fullDay(paper)}`,
            ]
          : [
              `- ${paper.authorCount} authors`,
              '',
              `· ${copy === 0 ? 'Published on ' : ''}${fullDay(paper)}`,
            ]),
        '',
        ...['[Upvote', '', `${votes(paper)}](${login(paper)})`, ''],
        `${paper.github ? `[GitHub ${paper.github.printed}](${paper.github.repo}) ` : ''}[arXiv Page](https://arxiv.org/abs/${paper.id})`,
        '',
      ]),
    ),
  );

export const trendingShort: Shape = (papers) =>
  lines(
    ['# Trending Papers', ''],
    papers.flatMap(
      twice((paper) => [
        `### ${paper.title}`,
        '',
        paper.summary,
        '',
        ...(paper.organization ? [] : [`- ${paper.authorCount} authors`]),
        `[LINK: GitHub ${paper.github?.printed ?? 7}](${paper.github?.repo ?? `https://github.com/cranelab/${paper.name.toLowerCase()}`})`,
        '',
      ]),
    ),
  );

export const trendingPlain: Shape = (papers) =>
  lines(
    ['Trending Papers', '', 'by AK and the research community', ''],
    papers.flatMap((paper) => [
      ...(paper.submittedBy ? ['Submitted by', paper.submittedBy, ''] : []),
      ...[oneLine(paper.title), '', paper.summary, ''],
      ...[
        paper.organization?.name ?? `${paper.authorCount} authors`,
        '·',
        `Published on ${fullDay(paper)}`,
        '',
      ],
      ...['Upvote', votes(paper), ''],
      ...(paper.github ? ['GitHub', paper.github.printed, ''] : []),
      ...['arXiv Page', ''],
    ]),
  );
