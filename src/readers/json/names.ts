import type { PaperField } from '../../paper.js';

/** What a member of a record may say: a field, the day of its page, or the day on which the feed listed the paper. */
export type Slot = PaperField | 'pageDate' | 'listed';

/** Names of a number of things: `num_upvotes`, `upvote_count`. */
const countsOf = (thing: string): string =>
  `num${thing}s num${thing} n${thing}s ${thing}count ${thing}scount numberof${thing}s total${thing}s`;

/**
 * The names that a field has in the records of the feed, of its client, of `papers` and of other tools, as
 * {@link plainName} gives them. Where a record has several of them, the first that shows something is taken.
 */
const NAMES: Readonly<Record<Slot, string>> = {
  title: 'title papername paper 标题 论文标题 タイトル 論文タイトル 제목 titel titre título titolo название',
  published:
    'published publishedat publishedon publicationdate publisheddate publishdate datepublished date firstpublicationdate 日期 发布日期 公開日 날짜 datum veröffentlicht datedepublication fecha дата 📅 🗓',
  yearInferred: 'yearinferred',
  upvotes: `${['upvote', 'vote', 'like'].map((one) => `${countsOf(one)} ${one}s ${one}`).join(' ')} 点赞 点赞数 いいね いいね数 추천수 stimmen votos voti голоса ▲ ⬆ 👍 ❤ 🔥`,
  // The name alone may be a list of them.
  comments: `${countsOf('comment')} comments comment 评论 评论数 コメント 댓글 kommentare commentaires comentarios 💬`,
  authorCount: countsOf('author'),
  organization:
    'organization organizationfullname organizationname organizations organisation org orgname institution affiliation',
  organizationSlug: 'organizationslug organizationhandle orgslug orghandle',
  submittedBy:
    'submittedby submittedondailyby submittedbyusername submitter 提交者 投稿者 eingereichtvon soumispar enviadopor',
  submittedOn: 'submittedon submittedondailyat',
  arxivId: 'arxivid id arxiv universalpaperid',
  url: 'url huggingface arxivurl arxivlink pdfurl pdf link href canonical alternate 链接 论文链接 リンク 링크 lien enlace collegamento ссылка',
  githubRepo:
    'githubrepo githuburl github githublinks githublink code codeurl codelink repo repourl repository',
  githubStars: `githubstars ${countsOf('star')} stars star ${countsOf('stargazer')} stargazers ⭐`,
  projectPage: 'projectpage projecturl projectwebsite project website homepage 项目主页',
  authors:
    'authors authornames author authorlist authorstext creators authorships 作者 著者 저자 autoren auteurs autores autori авторы 👤 👥 ✍ 🧑',
  keywords: 'keywords aikeywords tags 关键词 キーワード 키워드 schlagwörter motsclés',
  links: 'links',
  aiSummary: 'aisummary tldr',
  abstract:
    'abstract abstractnote abstracttext summary description contenttext 摘要 要約 概要 초록 zusammenfassung résumé resumen riassunto аннотация',
  pageDate: 'pagedate',
  listed: 'submittedat',
};

const SLOTS = Object.keys(NAMES) as Slot[];
const SLOT_OF_NAME = new Map(
  SLOTS.flatMap((slot) => NAMES[slot].split(' ').map((name, rank) => [name, { slot, rank }])),
);

/** A name that needs no cleaning, as nearly all. */
const PLAIN = /^\w[a-zA-Z\d]*$/;
/** In brackets behind a name. */
const UNIT = / ?\([^()]{1,20}\)$/;
/** Prefixes that say nothing new: `paper_title`, `hf_upvotes`. */
const ABOUT = /^(?:paper|hf|huggingface)/;

/**
 * The name in small letters, without signs and spaces: `published_at`, `publishedAt` and `Published At` are one name, as
 * are `# Upvotes` and `Upvotes (#)`; the underscore of `_id` stays, and a sign alone is a name. What it says of all
 * members goes, if the rest is known.
 */
export const plainName = (member: string): string => {
  const signs = /^[^\p{L}\p{N}_]+|(?!^)[^\p{L}\p{N}]+/gu;
  const words = PLAIN.test(member) ? member : member.replace(signs, '');
  const name = (words || member.replace(/\s|\ufe0f/g, '')).toLowerCase();
  if (SLOT_OF_NAME.has(name)) return name;
  const rest = name.replace(ABOUT, '');
  if (SLOT_OF_NAME.has(rest)) return rest;
  // `Up Votes (n)`
  const bare = member.endsWith(')') ? member.replace(UNIT, '') : member;
  return bare === member || bare === '' ? name : plainName(bare);
};

/** The field that a plain name stands for, and its place in the list of names of that field. */
export const slotOf = (name: string): { slot: Slot; rank: number } | undefined => SLOT_OF_NAME.get(name);

/** Whether a member of this name, or a column, is the title. */
export const isTitleName = (member: string): boolean =>
  slotOf(plainName(member.replace(/^paper[./]/, '')))?.slot === 'title';

/** Members that hold more of the paper's fields in other people's records, by their plain names. */
export const PARTS: ReadonlySet<string> = new Set(
  (
    'details stats statistics metrics counts metadata meta engagement social dates info content attributes fields ' +
    'properties identifiers externalids ids links urls resources'
  ).split(' '),
);

/** Further names that digests use for fields; where both are present, a summary is not the abstract. */
const OTHER_NAMES: ReadonlyMap<string, Slot> = new Map([
  ['summary', 'aiSummary'],
  ['aigeneratedsummary', 'aiSummary'],
  ['generatedsummary', 'aiSummary'],
  ['affiliations', 'organization'],
  ['institutions', 'organization'],
  ['orgs', 'organization'],
  ['points', 'upvotes'],
]);

/** The field that a label or the head of a column names: `Votes`, `num_comments`, `Authors (3)`, `👍`. */
export const slotOfLabel = (label: string): Slot | undefined => {
  const name = plainName(label.trim().replace(/ ?[([]\d+[)\]]$/, ''));
  return OTHER_NAMES.get(name) ?? slotOf(name)?.slot;
};
