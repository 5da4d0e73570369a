/** What the balance shows, in words that are ready to be read. The page adds none of its own. */
export interface Balance {
  /** Why nothing is shown; empty where something is. */
  readonly silence: string;
  readonly title: string;
  readonly verdict: string;
  readonly sure: string;
  /** The picture in words. */
  readonly summary: string;
  readonly groups: readonly BalanceGroup[];
}

export interface BalanceGroup {
  readonly id: string;
  readonly side: 'first' | 'second' | 'middle';
  readonly name: string;
  /** A share in percent, or a number of duties. */
  readonly amount: string;
  /** Its part of all duties, 0 to 1. */
  readonly part: number;
  readonly bars: readonly BalanceBar[];
}

export interface BalanceBar {
  readonly id: string;
  readonly label: string;
  readonly amount: string;
  /** What only screen readers add: whose it is, of how many statements, and what pressing it does. */
  readonly says: string;
  /** Its length beside the longest, 0 to 1. */
  readonly length: number;
}

/** What the page asks: a balance to show, or a bar's next statement in the editor. */
export type Asked = { readonly type: 'ready' } | { readonly type: 'reveal'; readonly bar: string };

/** What the page is told: the balance of the posting at the cursor, or which statement was shown. */
export type Told =
  | { readonly type: 'balance'; readonly balance: Balance }
  | { readonly type: 'revealed'; readonly says: string };
