import { behind, day, fullDay, HUB, lines, login, oneLine, type Shape, url, votes, wrap } from './print.js';

export const markdown: Shape = (papers) =>
  lines(
    ['---', `url: ${HUB}/papers?q=paper%20cranes`, 'retrieved: 2026-10-02', '---', ''],
    [
      '# Daily Papers',
      '',
      `## by [![](${HUB}/papers-by.png)AK](${HUB}/akhaliq) and the research community`,
      '',
    ],
    papers.flatMap((paper) => [
      `[${votes(paper)}](${login(paper)})`,
      '',
      `### [${paper.title.replace(/\n\s*/, '\\  ')}](${url(paper)})`,
      '',
      `[${paper.abstract.replaceAll('\n', '\\\\\n')}](${url(paper)})`,
      '',
      ...(paper.organization
        ? [
            `[![${paper.organization.slug}](https://cdn.example/logo.png)${paper.organization.name}](${HUB}/${paper.organization.slug})`,
          ]
        : ['[- ![](https://cdn.example/a.jpeg)\\\\', `- ${paper.authorCount} authors](${url(paper)})`]),
      '',
      '·',
      '',
      `${day(paper)}${behind(paper, '[', `](${url(paper)}#community)`)}`,
      '',
    ]),
    [`[Previous](${HUB}/papers/date/2026-10-01)`, '', 'Trending Papers ranked by GitHub stars activity'],
  );

export const targetsBelow: Shape = (papers) =>
  lines(
    [
      'new',
      '',
      'Daily Papers',
      '',
      'by',
      '',
      'AK',
      '',
      `${HUB}/akhaliq`,
      '',
      'and the research community',
      '',
    ],
    papers.flatMap((paper) => [
      ...[` [-] ${votes(paper)}`, '', login(paper), ''],
      ...[oneLine(paper.title), '', url(paper), ''],
      ...[oneLine(paper.abstract), '', url(paper), ''],
      ...(paper.organization
        ? [
            ' ',
            '',
            url(paper),
            '',
            ` ${paper.organization.name}`,
            '',
            `${HUB}/${paper.organization.slug}`,
            '',
          ]
        : ['[', `${paper.authorCount} authors](${url(paper)})`, '']),
      ...['·', '', `${day(paper)} `, ''],
      ...(paper.comments === 0 ? [] : [String(paper.comments), '', `${url(paper)}#community`, '']),
    ]),
    ['Previous', '', 'System theme', '', 'Company', '', 'TOS'],
  );

export const numbered: Shape = (papers) => {
  let last = 9;
  const mark = (): string => `[${++last}]`;
  return lines(
    ['# Captured page', '', 'Captured (UTC): 2026-10-02T16:31:22', '', '```text', '[Hugging Face][1]', ''],
    ['* [Models][2]', '* [Datasets][3]', '', '[Subscribe][8]', '', '# [Daily Papers][9]', ''],
    papers.flatMap((paper) => [
      ...['[', votes(paper), `]${mark()}`, ''],
      `### [${paper.title.replace(/\n\s*/, '\n### ')}]${mark()}`,
      ...['', '[', '', ...wrap(paper.abstract, 120), '', `]${mark()}`],
      ...(paper.organization
        ? [`[[${paper.organization.slug}] ${paper.organization.name}]${mark()}`]
        : ['[', `* ${paper.authorCount} authors`, `]${mark()}`]),
      ...['·', `${fullDay(paper)}${paper.comments === 0 ? '' : ` [ ${paper.comments}]${mark()}`}`],
    ]),
    ['```'],
  );
};
