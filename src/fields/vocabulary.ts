/**
 * What people call the fields of a paper in other languages than the feed's own, and the signs that stand for counts.
 * All readers take these words from here; the English ones, which they trust in different ways, are theirs.
 */

/** What each word names; `date` may be any day, `published` is the paper's own. */
export type Worded =
  | 'title'
  | 'authors'
  | 'abstract'
  | 'upvotes'
  | 'comments'
  | 'date'
  | 'published'
  | 'organization'
  | 'submittedBy'
  | 'url'
  | 'keywords'
  | 'projectPage'
  | 'rank';

const WORDS: Readonly<Record<Worded, string>> = {
  title: '标题|论文标题|標題|論文標題|タイトル|論文タイトル|제목|titel|titre|título|titolo|название',
  authors: '作者|著者|저자|autoren|auteurs|autores|autori|авторы',
  abstract:
    '摘要|要約|概要|アブストラクト|초록|요약|zusammenfassung|résumé|resumen|resumo|riassunto|аннотация',
  upvotes: '点赞|点赞数|赞|點讚|讚|いいね|いいね数|좋아요|추천|추천수|stimme|stimmen|voto|votos|voti|голоса',
  comments:
    '评论|评论数|評論|コメント|コメント数|댓글|댓글수|kommentar|kommentare|commentaire|commentaires|comentario|comentarios|commento|commenti',
  date: '日期|날짜|datum|fecha|дата',
  published:
    '发布|发布日期|发布时间|发表日期|发表时间|發布日期|發表日期|公开日期|公開日|投稿日|게시일|발행일|veröffentlicht|veröffentlicht am|publié le|date de publication|publicado el|pubblicato il',
  organization: '机构|機構|機関|所属|기관|소속',
  submittedBy:
    '提交者|投稿者|eingereicht von|soumis par|proposé par|enviado por|enviada por|proposto da|proposta da',
  url: '链接|论文链接|论文地址|連結|鏈接|リンク|링크|adresse|lien|enlace|collegamento|ссылка',
  keywords: '关键词|關鍵詞|キーワード|키워드|schlagwörter|mots-clés',
  projectPage: '项目主页',
  rank: '排名|序号|順位|순위',
};

/** The words for a field, in small letters; none comes before a longer one that begins with it. */
export const wordsFor = (field: Worded): string[] =>
  WORDS[field].split('|').sort((a, b) => b.length - a.length);

/** The signs that stand before or behind a count. */
export const SIGNS = {
  upvotes: '▲△👍❤♥🔥⬆⇧↑🔼🔺',
  comments: '💬🗨🗣',
  stars: '⭐★☆🌟',
} as const;

/** One sign for a count, as part of a regular expression with the flag `u`; signs may ask for their coloured form. */
export const signFor = (count: keyof typeof SIGNS): string => `[${SIGNS[count]}]\ufe0f?`;
