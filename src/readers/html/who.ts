import { oneLine } from '../../fields/text.js';
import { first, type Piece } from './pieces.js';

export const AUTHORS = /^(?:· ?)?([\d,]+) authors?$/;
const SUBMITTED = /^Submitted by\b\s*/;
const HUB_HANDLE = /^(?:https:\/\/huggingface\.co)?\/([\w.-]+)\/?$/;
const HANDLE = /^[\w.-]+$/;
/** The handle behind `Submitted by`, in the same text or the next. */
export const submitterIn = (texts: readonly Piece[]): string | null =>
  first(texts, ({ text }, at) => {
    const line = oneLine(text);
    if (!SUBMITTED.test(line)) return null;
    const name = line.replace(SUBMITTED, '') || oneLine(texts[at + 1]?.text ?? '');
    return HANDLE.test(name) ? name : null;
  });

/** An organization has a link of its own, or stands with its logo in the link to the paper. */
export const organizationIn = (pieces: readonly Piece[], submitter: string | null) =>
  first(pieces, (piece, at) => {
    const handle = HUB_HANDLE.exec(piece.href ?? '')?.[1];
    const logo = pieces[at - 1];
    const hasLogo = logo?.image && logo.href === piece.href && HANDLE.test(logo.text.trim());
    if (piece.image || piece.heading || piece.href === null || (!handle && !hasLogo)) return null;
    const name = oneLine(piece.text);
    const slug = handle ?? logo?.text.trim() ?? null;
    return name === '' || slug === submitter || AUTHORS.test(name) ? null : { name, slug };
  });
