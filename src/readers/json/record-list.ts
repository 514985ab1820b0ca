/** Members that hold the records, and days (`"2025-01-10": […]`). */
export const RECORD_LIST =
  /^"(?:dailyPapers|papers|searchResults|data|results|items|records|\d{4}-\d\d-\d\d)"$/;
/** Bytes of the longest of their keys, with its quotes. */
export const LONGEST_RECORD_LIST = '"searchResults"'.length;
