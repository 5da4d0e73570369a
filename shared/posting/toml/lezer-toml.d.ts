/** The package has types; its list of exports does not name them. */
declare module 'lezer-toml' {
  import type { Parser } from '@lezer/common';
  export const parser: Parser;
}
