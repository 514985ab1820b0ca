/** How often more than usual random input is tried: `RUNS=20 npm test`. */
export const RUNS = Number(process.env.RUNS ?? 1);

/** For a property that is tried so often in an ordinary run. */
export const runs = (ordinary: number): { numRuns: number } => ({ numRuns: ordinary * RUNS });
