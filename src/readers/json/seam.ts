import { BETWEEN, CLOSE_OBJECT } from './bytes.js';
import { type Scan, signatureLength } from './scan.js';

/** What may stand between two elements of one seam. */
const MAX_GAP = 64;

/** Learns how the element is joined to the one before it; the seam is empty where it is the first. */
const learnSeam = (scan: Scan): void => {
  const { bytes, at } = scan;
  let from = at - 1;
  while (at - from <= MAX_GAP && BETWEEN[bytes[from] ?? 0] === 1) from--;
  const signature = bytes[from] === CLOSE_OBJECT ? signatureLength(scan, scan.end) : 0;
  scan.seam = Buffer.from(bytes.subarray(from, signature === 0 ? from : at + signature));
  scan.seamLead = at - from;
};

/**
 * Where the element at hand ends if the next one is joined to it as it is to the one before; `null` where it is the
 * first, -1 where none is in sight. Inside a string no seam can stand: its quotes would be escaped.
 */
export const endBySeam = (scan: Scan): number | null => {
  if (scan.at !== scan.seamTo) learnSeam(scan);
  if (scan.seam.length === 0) return null;
  const found = scan.bytes.indexOf(scan.seam, scan.at);
  scan.seamTo = found < 0 ? -1 : found + scan.seamLead;
  return found < 0 ? -1 : found + 1;
};
