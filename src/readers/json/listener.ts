/** Where an element begins. */
export interface Place {
  /** 1-based number among the records of the input. */
  record: number;
  line: number;
  column: number;
}

/** What the splitter tells while it reads. */
export interface Listener {
  /** A whole element; where it is plain, no string of it holds anything but printable ASCII. */
  element(value: unknown, place: Place, isPlain: boolean): void;
  /** An element that is no JSON, whole or up to the byte that shows it; `cut` where the input ends in it. */
  broken(text: string, place: Place, cut: boolean): void;
  /** Something between elements that is no JSON value. */
  stray(text: string, place: Place): void;
  /** An element over the size or depth limit; it is skipped. */
  oversized(limit: 'size' | 'depth', place: Place): void;
  /** A list of records inside an object: the key before it; the object's text up to it, unless a list came before. */
  list(key: string, head: string | null): void;
}
