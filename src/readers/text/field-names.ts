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
  [
    'title',
    'weak',
    'title|paper|paper title|name|标题|论文标题|標題|論文標題|제목|タイトル|título|titolo|titre|titel|название',
  ],
  ['title', 'head', 'papers|article|论文|論文|논문'],
  ['names', 'strong', 'authors|author(s)|paper authors|作者|저자|著者|autores|autori|auteurs|autoren|авторы'],
  ['names', 'weak', 'author|by'],
  ['names', 'head', 'author names|author list'],
  [
    'abstract',
    'weak',
    'abstract|summary|ai summary|ai-generated summary|tl;dr|tldr|description|摘要|초록|요약|要約|概要|アブストラクト|resumen|résumé|resumo|riassunto|zusammenfassung|аннотация',
  ],
  ['upvotes', 'strong', 'upvotes|votes|upvote|vote|hf upvotes|点赞|点赞数|赞|點讚|讚|좋아요|추천|いいね'],
  ['upvotes', 'weak', 'likes|score|热度|인기도|추천수|いいね数|stimmen|votos|voti|голоса'],
  ['upvotes', 'head', 'hearts|▲|👍|⬆|⬆️|❤️|❤|🔥|↑'],
  [
    'comments',
    'weak',
    'comments|comment|discussion|评论|评论数|댓글|댓글수|コメント|コメント数|kommentare|commentaires|comentarios|commenti',
  ],
  ['comments', 'head', 'discussions|replies|💬|🗨️'],
  ['github', 'weak', 'github|code|repo|repository|stars|github stars|github repo'],
  ['github', 'head', '⭐|⭐️|★'],
  [
    'date',
    'weak',
    'date|published|published on|published at|publication date|published date|publish date|submitted on|released|日期|发布日期|发表日期|发布|发布时间|发表时间|發布日期|發表日期|公开日期|게시일|발행일|公開日|投稿日|fecha|datum|veröffentlicht|veröffentlicht am|date de publication|publié le|дата',
  ],
  ['date', 'head', 'day|📅'],
  [
    'organization',
    'weak',
    'organization|organisation|org|affiliation|institution|lab|机构|機構|기관|소속|所属|機関',
  ],
  ['organization', 'head', 'affiliations|institutions|who'],
  ['submitter', 'strong', 'submitted by|submitter'],
  ['submitter', 'weak', '提交者|投稿者|eingereicht von|soumis par|enviado por|proposé par'],
  ['submitter', 'head', 'poster'],
  [
    'link',
    'strong',
    'link to paper|paper link|paper url|hugging face paper|hf link|hf url|paper id|论文链接',
  ],
  [
    'link',
    'weak',
    'url|link|links|hf|hugging face|huggingface|pdf|id|paper page|source|page|read more|链接|連結|鏈接|论文地址|링크|リンク|adresse|lien|enlace|collegamento|ссылка',
  ],
  ['link', 'head', '🔗'],
  ['arxiv', 'strong', 'arxiv id|arxiv link|arxiv url'],
  ['arxiv', 'weak', 'arxiv'],
  ['keywords', 'weak', 'keywords|ai keywords|关键词|關鍵詞|키워드|キーワード'],
  ['projectPage', 'weak', 'project page|project|website|项目主页'],
  ['note', 'weak', 'demo|categories|subjects|doi'],
  ['number', 'weak', 'rank|排名|序号|순위|順位'],
  ['number', 'head', '#|no|no.|nr|nr.|№|index|place'],
];

const KNOWN = new Map(
  NAMES.flatMap(([name, strength, words]) =>
    words.split('|').map((word) => [word, { name, strength }] as const),
  ),
);

/** `Num upvotes`, `# of comments`, `Author count`: the number of what is named. */
const COUNTING = /^(?:(?:#|n|no\.?|num|number|total)(?: of)?|of) (\S.*)$|^(.*\S) count$/u;
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
