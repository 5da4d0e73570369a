import type { Span } from './span.ts';

/** A comment that switches rules off or on again. */
export interface Suppression {
  readonly kind: 'disable-next-line' | 'disable' | 'enable' | 'disable-file';
  /** The whole comment in the source. */
  readonly span: Span;
  /** The rules named; none means all. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string | null;
}

/** A comment, or one of the rules that it names, that suppresses nothing. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The rule that could be left out; null where the whole comment could. */
  readonly rule: { readonly id: string; readonly span: Span } | null;
}
