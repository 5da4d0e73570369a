import type { Lens } from '../judgement/lens.ts';
import type { JudgedStatement } from '../judgement/statement.ts';
import { matchesIn } from '../judgement/taxonomyIndex.ts';
import { tokenize } from '../posting/tokens.ts';
import type { KnownText } from '../posting/knownText.ts';
import type { Span } from '../posting/span.ts';
import type { Role, Telltale } from '../taxonomy/index.ts';
import { say, type Phrase } from '../say.ts';
import type { Related, RuleContext } from './rule.ts';

/** What rules ask about numbers of success, tools and markets: things beside the duties that are telling of a role. */

interface Found {
  readonly telltale: Telltale;
  /** In the statement's text. */
  readonly span: Span;
}

/** A telltale that stands in a posting. */
export interface Spotted {
  readonly telltale: Telltale;
  readonly statement: JudgedStatement;
  /** As written. */
  readonly phrase: string;
  /** In the source. */
  readonly span: Span;
}

const denied = /\b(?:no|not|never|without|nor|than|instead of|beyond|nothing)\b|n['’]t\b/i;

const isAkin = (one: Telltale, other: Telltale): boolean =>
  one.kind === other.kind && one.role === other.role;

/**
 * Each telltale's longest phrase at a place, in the order of the text. Those that are denied or about colleagues are left
 * out, and unsure ones where a sure one of the role says more.
 */
function foundIn(text: string, lens: Lens, known: KnownText): readonly Found[] {
  const tokens = tokenize(text);
  const { masks, telltales } = known.once(matchesIn, lens);
  const found: Found[] = [];
  const matches = [...telltales].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { payload: telltale, from, to } of matches) {
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    if (masks.some((mask) => from >= mask.from && from < mask.to)) continue;
    if (denied.test(text.slice(0, span.start))) continue;
    const same = (other: Found): boolean =>
      (other.telltale === telltale || (!telltale.sure && isAkin(other.telltale, telltale))) &&
      other.span.start < span.end &&
      span.start < other.span.end;
    if (!found.some(same)) found.push({ telltale, span });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** All telltales of a kind, in reading order. */
export function telltalesOf({ judgement, lens }: RuleContext, kind: Telltale['kind']): Spotted[] {
  return judgement.statements.flatMap((statement) => {
    const { content } = statement.statement;
    return content
      .once(foundIn, lens)
      .filter(({ telltale }) => telltale.kind === kind)
      .map(({ telltale, span }) => ({
        telltale,
        statement,
        phrase: content.text.slice(span.start, span.end),
        span: content.toSource(span),
      }));
  });
}

/** What speaks for a role, where nothing of its kind speaks for the other. */
export function onlyFor(role: Role, spotted: readonly Spotted[]): readonly Spotted[] {
  return spotted.every(({ telltale }) => telltale.role === role.id) ? spotted : [];
}

/** The first of each, as what makes them the same says. */
export function firstOfEach(spotted: readonly Spotted[], key: (each: Spotted) => string): Spotted[] {
  const firsts = new Map<string, Spotted>();
  for (const each of spotted) if (!firsts.has(key(each))) firsts.set(key(each), each);
  return [...firsts.values()];
}

/** What such a role's text would name: the names of its sure telltales. */
export function namesFor(role: Role, kind: Telltale['kind'], lens: Lens): string[] {
  return lens.taxonomy.telltales
    .filter((telltale) => telltale.kind === kind && telltale.role === role.id && telltale.sure)
    .map(({ name }) => name);
}

/** The other places, at most four. */
export function otherPlaces(
  spotted: readonly Spotted[],
  message: (each: Spotted) => Phrase = ({ telltale }) => say`${telltale.name}`,
): Related<Phrase>[] {
  return spotted.slice(1, 5).map((each) => ({ span: each.span, message: message(each) }));
}
