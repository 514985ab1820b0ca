/** What an item of a feed says, whatever the kind of feed; all text as it was written. */
export interface FeedItem {
  /** 1-based line where it begins. */
  line: number;
  title: FeedText | null;
  /** Its links, ids and permanent addresses. */
  addresses: readonly string[];
  /** When it was published, else when it was updated: RFC 822 or RFC 3339. */
  date: string | null;
  authors: readonly string[];
  keywords: readonly string[];
  /** The shorter of its texts. */
  summary: FeedText | null;
  /** The longer of its texts. */
  content: FeedText | null;
}

export interface FeedText {
  value: string;
  isHtml: boolean;
}
