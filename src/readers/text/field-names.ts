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
  ['title', 'weak', 'title|paper|paper title|name|标题|论文标题'],
  ['title', 'head', 'papers|article'],
  ['names', 'strong', 'authors|author(s)|paper authors|作者'],
  ['names', 'weak', 'author|by'],
  ['names', 'head', 'author names|author list'],
  ['abstract', 'weak', 'abstract|summary|ai summary|ai-generated summary|tl;dr|tldr|description|摘要'],
  ['upvotes', 'strong', 'upvotes|votes|upvote|vote|hf upvotes|点赞|点赞数'],
  ['upvotes', 'weak', 'likes|score'],
  ['upvotes', 'head', 'hearts|▲|👍|⬆|⬆️|❤️|❤|🔥|↑'],
  ['comments', 'weak', 'comments|comment|discussion|评论|评论数'],
  ['comments', 'head', 'discussions|replies|💬|🗨️'],
  ['github', 'weak', 'github|code|repo|repository|stars|github stars|github repo'],
  ['github', 'head', '⭐|⭐️|★'],
  [
    'date',
    'weak',
    'date|published|published on|published at|publication date|published date|publish date|submitted on|released|日期|发布日期',
  ],
  ['date', 'head', 'day|📅'],
  ['organization', 'weak', 'organization|organisation|org|affiliation|institution|lab'],
  ['organization', 'head', 'affiliations|institutions|who'],
  ['submitter', 'strong', 'submitted by|submitter'],
  ['submitter', 'head', 'poster'],
  [
    'link',
    'strong',
    'link to paper|paper link|paper url|hugging face paper|hf link|hf url|paper id|论文链接',
  ],
  ['link', 'weak', 'url|link|links|hf|hugging face|huggingface|pdf|id|paper page|source|page|read more|链接'],
  ['link', 'head', '🔗'],
  ['arxiv', 'strong', 'arxiv id|arxiv link|arxiv url'],
  ['arxiv', 'weak', 'arxiv'],
  ['keywords', 'weak', 'keywords|ai keywords|关键词'],
  ['projectPage', 'weak', 'project page|project|website|项目主页'],
  ['note', 'weak', 'demo|categories|subjects|doi'],
  ['number', 'weak', 'rank'],
  ['number', 'head', '#|no|no.|nr|nr.|№|index|place'],
];

const KNOWN = new Map(
  NAMES.flatMap(([name, strength, words]) =>
    words.split('|').map((word) => [word, { name, strength }] as const),
  ),
);

/** `Num upvotes`, `# of comments`, `Author count`: the number of what is named. */
const COUNTING = /^(?:(?:#|n|no\.?|num|number|total)(?: of)?|of) (\p{L}.*)$|^(.*\p{L}) count$/u;
const COUNTED: ReadonlySet<Named> = new Set(['names', 'upvotes', 'comments', 'github']);

/** What a label or a head names; `null` for other words. `Paper_Title` and `paper title` are one. */
export const fieldNamed = (words: string): { name: Named; strength: Strength } | null => {
  const plain = words.replaceAll('_', ' ').trim().toLowerCase();
  const known = KNOWN.get(plain);
  if (known) return known;
  const [, behind, before] = COUNTING.exec(plain) ?? [];
  const counted = KNOWN.get(behind ?? before ?? '');
  if (!counted || !COUNTED.has(counted.name)) return null;
  return counted.name === 'names' ? { ...counted, name: 'authors' } : counted;
};
