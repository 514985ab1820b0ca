import type { Column, ColumnKind } from './columns.js';

/** A column with the place it gets. */
export interface Place {
  column: Column;
  /** Which cell of a row it shows. */
  index: number;
  width: number;
}

/** Spaces between columns. */
export const GAP = 2;

const NARROWEST_TITLE = 20;
const NARROWEST_TEXT = 8;
/** No text but the title takes more of the line than this. */
const SHARE = 1 / 4;

const CAN_BE_CUT: readonly ColumnKind[] = ['who', 'title', 'text'];

/** Whether a cell of the column may be cut. */
export const canBeCut = ({ column }: Place): boolean => CAN_BE_CUT.includes(column.kind);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Widths that fit the line: other texts give way first, the title (else the last text) takes the rest. */
const fitToWidth = (places: readonly Place[], width: number): Place[] => {
  const texts = places.filter(canBeCut);
  const main = texts.find(({ column }) => column.kind === 'title') ?? texts.at(-1);
  const most = Math.max(NARROWEST_TEXT, Math.floor(width * SHARE));
  const narrowed = places.map((place) =>
    texts.includes(place) && place !== main ? { ...place, width: Math.min(place.width, most) } : place,
  );
  const others = sum(narrowed.filter((place) => place !== main).map((place) => place.width + GAP));
  return narrowed.map((place) =>
    place === main
      ? { ...place, width: Math.min(place.width, Math.max(NARROWEST_TEXT, width - others)) }
      : place,
  );
};

/**
 * Fits columns into a line of that width. Where the title would be left with too little, those that `dispensable`
 * names leave, in its order.
 */
export const layOut = (
  places: readonly Place[],
  width: number | undefined,
  dispensable: readonly Column[],
): readonly Place[] => {
  if (width === undefined) return places;
  const fitted = fitToWidth(places, width);
  const title = fitted.findIndex(({ column }) => column.kind === 'title');
  const wanted = Math.min(places[title]?.width ?? 0, NARROWEST_TITLE);
  const next = dispensable.find((column) => places.some((place) => place.column === column));
  const enough =
    sum(fitted.map((place) => place.width + GAP)) - GAP <= width && (fitted[title]?.width ?? 0) >= wanted;
  if (enough || next === undefined) return fitted;
  return layOut(
    places.filter(({ column }) => column !== next),
    width,
    dispensable,
  );
};
