/** One thing that is fuzzed. */
export interface Part {
  readonly name: string;
  /** What is counted, in the plural. */
  readonly counted: string;
  /**
   * One round.
   * @returns how many were made
   * @throws with the shrunk counterexample where something does not hold
   */
  readonly run: (seed: number) => Promise<number>;
}
