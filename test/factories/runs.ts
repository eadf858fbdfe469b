/**
 * How often a property is tried: as often as given, times RUNS from the environment, for a longer search. The seed of all
 * properties of a run is set and printed by test/setup; SEED=<seed> repeats it.
 */
export function runs(numRuns: number): { numRuns: number } {
  return { numRuns: Math.ceil(numRuns * Number(process.env.RUNS ?? 1)) }
}
