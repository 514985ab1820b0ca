import { escapeInline, escapeParagraph } from './escape-markdown.js';
import { facts } from './facts.js';
import { link } from './link-markdown.js';
import type { Picked } from './pick.js';

/** A heading with the facts and the abstract below it. */
export const section = (title: string, paper: Picked): string => {
  const heading = `## ${link(title, paper.url) ?? escapeInline(title)}`;
  const paragraphs = [paper.aiSummary, paper.abstract].map((text) => escapeParagraph(text ?? ''));
  return [heading, facts(paper).join(' · '), ...paragraphs].filter((block) => block !== '').join('\n\n');
};

/** One line of a numbered list. */
export const item = (title: string, paper: Picked, number: number): string => {
  const line = [link(title, paper.url) ?? escapeParagraph(title), ...facts(paper)].join(' · ');
  return `${number}. ${line}${paper.aiSummary == null ? '' : ` — ${escapeInline(paper.aiSummary)}`}`;
};
