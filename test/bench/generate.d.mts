/** Writes an input of the kind until it has so many bytes; gives the number of its papers. */
export function generate(kind: string, path: string, bytes: number): number;
