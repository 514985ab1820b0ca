import { SIGNS, type Worded, wordsFor } from '../../fields/vocabulary.js';
import type { LabelledField } from './token.js';

/** What a label (`Authors: …`) or the head of a column names. `authors`: how many they are. */
export type Named =
  | 'title'
  | 'names'
  | 'authors'
  | 'abstract'
  | 'upvotes'
  | 'comments'
  | 'github'
  | 'date'
  | 'organization'
  | 'submitter'
  | 'link'
  | 'arxiv'
  | LabelledField
  | 'number'
  | 'note';

/**
 * How far a name is to be trusted. `strong`: no sentence and no other document begins a line like this, so it needs no
 * other label near it. `weak`: it does. `head`: it names a column, and no line.
 */
export type Strength = 'strong' | 'weak' | 'head';

const NAMES: readonly [Named, Strength, string][] = [
  ['title', 'weak', 'title|paper|paper title|name'],
  ['title', 'head', 'papers|article|论文|論文|논문'],
  ['names', 'strong', 'authors|author(s)|paper authors'],
  ['names', 'weak', 'author|by'],
  ['names', 'head', 'author names|author list'],
  ['abstract', 'weak', 'abstract|summary|ai summary|ai-generated summary|tl;dr|tldr|description'],
  ['upvotes', 'strong', 'upvotes|votes|upvote|vote|hf upvotes'],
  // How warm something is, also elsewhere: `热度`.
  ['upvotes', 'weak', 'likes|score|热度|인기도'],
  ['upvotes', 'head', 'hearts'],
  ['comments', 'weak', 'comments|comment|discussion'],
  ['comments', 'head', 'discussions|replies'],
  ['github', 'weak', 'github|code|repo|repository|stars|github stars|github repo'],
  [
    'date',
    'weak',
    'date|published|published on|published at|publication date|published date|publish date|submitted on|released',
  ],
  ['date', 'head', 'day|📅'],
  ['organization', 'weak', 'organization|organisation|org|affiliation|institution|lab'],
  ['organization', 'head', 'affiliations|institutions|who'],
  ['submitter', 'strong', 'submitted by|submitter'],
  ['submitter', 'head', 'poster'],
  ['link', 'strong', 'link to paper|paper link|paper url|hugging face paper|hf link|hf url|paper id'],
  ['link', 'weak', 'url|link|links|hf|hugging face|huggingface|pdf|id|paper page|source|page|read more'],
  ['link', 'head', '🔗'],
  ['arxiv', 'strong', 'arxiv id|arxiv link|arxiv url'],
  ['arxiv', 'weak', 'arxiv'],
  ['keywords', 'weak', 'keywords|ai keywords'],
  ['projectPage', 'weak', 'project page|project|website'],
  ['note', 'weak', 'demo|categories|subjects|doi'],
  ['number', 'weak', 'rank'],
  ['number', 'head', '#|no|no.|nr|nr.|№|index|place'],
];

/** The words of other languages. */
const ABROAD: readonly [Named, Strength, Worded][] = [
  ['title', 'weak', 'title'],
  ['names', 'strong', 'authors'],
  ['abstract', 'weak', 'abstract'],
  ['upvotes', 'strong', 'upvotes'],
  ['comments', 'weak', 'comments'],
  ['date', 'weak', 'date'],
  ['date', 'weak', 'published'],
  ['organization', 'weak', 'organization'],
  ['submitter', 'weak', 'submittedBy'],
  ['link', 'weak', 'url'],
  ['keywords', 'weak', 'keywords'],
  ['projectPage', 'weak', 'projectPage'],
  ['number', 'weak', 'rank'],
];

const KNOWN: ReadonlyMap<string, { name: Named; strength: Strength }> = new Map(
  [
    ...NAMES.map(([name, strength, words]) => ({ name, strength, words: words.split('|') })),
    ...ABROAD.map(([name, strength, field]) => ({ name, strength, words: wordsFor(field) })),
    { name: 'upvotes', strength: 'head', words: [...SIGNS.upvotes] } as const,
    { name: 'comments', strength: 'head', words: [...SIGNS.comments] } as const,
    { name: 'github', strength: 'head', words: [...SIGNS.stars] } as const,
  ].flatMap(({ name, strength, words }) => words.map((word) => [word, { name, strength }] as const)),
);

/** `Num upvotes`, `# of comments`, `Author count`: the number of what is named. */
const COUNTING = /^(?:(?:#|n|no\.?|num|number|total)(?: of)?|of) (\S.*)$|^(.*\S) count$/u;
const COUNTED: ReadonlySet<Named> = new Set(['names', 'upvotes', 'comments', 'github']);

/** What a label or a head names; `null` for other words. `Paper_Title` and `paper title` are one. */
export const fieldNamed = (words: string): { name: Named; strength: Strength } | null => {
  const plain = words.replaceAll('_', ' ').replace('\ufe0f', '').trim().toLowerCase();
  const known = KNOWN.get(plain);
  if (known) return known;
  const [, behind, before] = COUNTING.exec(plain) ?? [];
  const counted = KNOWN.get(behind ?? before ?? '');
  if (!counted || !COUNTED.has(counted.name)) return null;
  return counted.name === 'names' ? { ...counted, name: 'authors' } : counted;
};
