/** Something wrong with how the program was called. */
export class UsageError extends Error {}
