import { escapeInline, escapeParagraph } from './escape-markdown.js';
import { link } from './link-markdown.js';
import type { Picked } from './pick.js';
import { counted, dayInWords, who } from './words.js';

const given = <T>(value: T | null | undefined, say: (value: T) => string | null): string[] => {
  const said = value == null ? null : say(value);
  return said === null ? [] : [said];
};

const listed = (names: readonly string[] | null | undefined, before = ''): string[] =>
  names == null || names.length === 0 ? [] : [before + names.map(escapeParagraph).join(', ')];

const repository = ({ githubRepo, githubStars }: Picked): string[] => {
  const stars = githubStars == null ? null : counted(githubStars, 'star');
  return given(link(stars === null ? 'GitHub' : `GitHub, ${stars}`, githubRepo) ?? stars, String);
};

/** The addresses of the abstract that no other fact links already. */
const abstractLinks = ({ links, githubRepo, projectPage }: Picked): string[] => {
  const others = (links ?? []).filter((address) => address !== githubRepo && address !== projectPage);
  return others.flatMap((address, index) =>
    given(link(others.length === 1 ? 'link' : `link ${index + 1}`, address), String),
  );
};

/** What a digest says of a paper, in this order; a field that is not there says nothing. */
const FACTS: readonly ((paper: Picked) => readonly string[])[] = [
  (paper) => given(who(paper), escapeParagraph),
  ({ organizationSlug }) => given(organizationSlug, escapeParagraph),
  ({ authors }) => listed(authors),
  ({ published }) => given(published, dayInWords),
  ({ yearInferred }) => (yearInferred ? ['year inferred'] : []),
  ({ upvotes }) => given(upvotes, (count) => counted(count, 'upvote')),
  ({ comments }) => given(comments, (count) => counted(count, 'comment')),
  ({ submittedBy }) => given(submittedBy, (handle) => `submitted by ${escapeInline(handle)}`),
  ({ arxivId }) => given(arxivId, (id) => `arXiv:${id}`),
  repository,
  ({ projectPage }) => given(projectPage, (address) => link('project page', address)),
  abstractLinks,
  ({ keywords }) => listed(keywords, 'keywords: '),
  ({ source }) => given(source, (name) => `from ${escapeInline(name)}`),
  ({ line }) => given(line, (number) => `line ${number}`),
  ({ rank }) => given(rank, (number) => `rank ${number}`),
  ({ pageDate }) => given(pageDate, (day) => `page of ${dayInWords(day)}`),
];

/** The facts of a paper as Markdown, scraped text escaped. */
export const facts = (paper: Picked): readonly string[] => FACTS.flatMap((fact) => fact(paper));
