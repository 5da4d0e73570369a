/** The package has types; its list of exports does not name them. */
declare module 'lezer-toml' {
  import type { LRParser } from '@lezer/lr';
  export const parser: LRParser;
}
