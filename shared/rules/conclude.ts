import leven, { closestMatch } from 'leven';
import type { Configuration } from '../configuration/configuration.ts';
import type { FormatId } from '../posting/blocks.ts';
import type { Posting } from '../posting/posting.ts';
import { aboutSuppressions, type Cause, Reach } from '../posting/reach.ts';
import { contains, type Span } from '../posting/span.ts';
import type {
  NamedRule,
  Suppression,
  Suppressions,
  UnheardComment,
  UnusedSuppression,
} from '../posting/suppressions.ts';
import type { InterfaceLanguage } from '../say.ts';
import { attempt, finished, inOrder, levelOf, merged } from './check.ts';
import { rules } from './registry.gen.ts';
import type { Finding, RuleFailure } from './rule.ts';

/** A judged posting with what rules found in it. */
interface Checked {
  readonly posting: Posting;
  readonly findings: readonly Finding[];
}

interface Written {
  readonly source: string;
  readonly format: FormatId;
}

const ids = rules.map(({ id }) => id);
/** As much of a name as is told and compared. */
const longestName = 80;

/** Names in comments that were of use; null stands for a comment that names none. */
class Used {
  readonly #used = new Map<Suppression, Set<NamedRule | null>>();

  add({ suppression, name }: Cause): void {
    const names = this.#used.get(suppression);
    if (names === undefined) this.#used.set(suppression, new Set([name]));
    else names.add(name);
  }

  has({ suppression, name }: Cause): boolean {
    return this.#used.get(suppression)?.has(name) === true;
  }
}

/**
 * The last passes over the findings of a document's judged postings: takes out what comments suppress, merges what
 * overlaps, and adds what there is to say about comments that suppress nothing.
 * @param failures gets the rules that threw
 * @returns what is left of each posting's findings, in the order given
 */
export function conclude(
  written: Written,
  suppressions: Suppressions,
  postings: readonly Checked[],
  configuration: Configuration,
  language: InterfaceLanguage,
  failures: RuleFailure[],
): Finding[][] {
  if (suppressions.all.length === 0 && suppressions.unheard.length === 0)
    return postings.map(({ findings }) => merged(findings));
  const blocks = postings.flatMap(({ posting }) => blockSpans(posting));
  const effectOf = (comments: Suppressions): Effect => {
    const reach = new Reach(written.source, comments, blocks);
    return effect(comments, reach, postings, configuration);
  };
  const { left, spare, unheard } = effectOf(suppressions);
  const unused = grouped(spare, spellings(suppressions, spare, effectOf));
  const about = aboutComments(written, { unused, unheard }, configuration, language, failures);
  if (about.length === 0) return left;
  return left.map((findings, index) =>
    inOrder([...findings, ...about.filter(({ span }) => homeOf(span.start, postings) === index)]),
  );
}

const blockSpans = ({ titleBlock, sections, copies }: Posting): Span[] => [
  ...(titleBlock === undefined ? [] : [titleBlock.span]),
  ...[...sections, ...copies].flatMap(({ heading, blocks }) =>
    [...(heading === null ? [] : [heading]), ...blocks].map(({ span }) => span),
  ),
];

/** The posting in which a comment stands, else the first. */
function homeOf(offset: number, postings: readonly Checked[]): number {
  const place = { start: offset, end: offset };
  return Math.max(
    0,
    postings.findIndex(({ posting }) => contains(posting.span, place)),
  );
}

function aboutComments(
  { source, format }: Written,
  comments: { readonly unused: readonly UnusedSuppression[]; readonly unheard: readonly UnheardComment[] },
  configuration: Configuration,
  language: InterfaceLanguage,
  failures: RuleFailure[],
): Finding[] {
  return rules.flatMap((rule) =>
    rule.about === 'suppressions' && comments.unused.length + comments.unheard.length > 0
      ? attempt(rule, failures, () =>
          finished(rule, rule.check({ source, format, ...comments }), configuration, language),
        )
      : [],
  );
}

/** What comments come to. */
interface Effect {
  /** The findings that no comment suppresses, of each posting. */
  readonly left: Finding[][];
  /** What of the comments was of no use, and is to be told. */
  readonly spare: readonly Cause[];
  readonly unheard: readonly UnheardComment[];
}

/** What names a rule that is off is left alone: nobody asked that rule. */
function effect(
  { all, unheard }: Suppressions,
  reach: Reach,
  postings: readonly Checked[],
  configuration: Configuration,
): Effect {
  const used = new Used();
  const isHidden = (rule: string, { start }: Span): boolean => {
    const causes = reach.causes(rule, start);
    for (const cause of causes) used.add(cause);
    return causes.length > 0;
  };
  const left = postings.map(({ findings }) =>
    merged(findings.filter(({ rule, span }) => !isHidden(rule, span))),
  );
  const off = new Set(rules.filter((rule) => levelOf(rule, configuration) === 'off').map(({ id }) => id));
  // What switches on again goes together with what had switched off: both are told at once.
  const stays = (cause: Cause): boolean => used.has(cause) || off.has(cause.name?.id ?? '');
  for (const cause of reach.enabling(stays)) used.add(cause);
  const causes = all.flatMap((suppression): Cause[] => {
    const names = suppression.rules.length === 0 ? [null] : suppression.rules;
    return names.map((name) => ({ suppression, name }));
  });
  const spare = causes.filter((cause) => !stays(cause));
  const isAbout = ({ name, suppression }: Cause): boolean =>
    name?.id === aboutSuppressions && suppression.kind !== 'enable';
  // Comments may suppress findings about comments: only then is it known whether those are of use themselves.
  const isTold = ({ span }: { readonly span: Span }): boolean => !isHidden(aboutSuppressions, span);
  const seen = spare.filter((cause) => !isAbout(cause) && isTold(cause.suppression));
  const told = unheard.filter(isTold);
  return {
    left,
    spare: [...seen, ...spare.filter((cause) => isAbout(cause) && !used.has(cause))],
    unheard: told,
  };
}

/**
 * Misspelt names of rules, each with the id under which it would be of use. What a comment would switch on again is
 * left alone.
 * @param effectOf what comments would come to
 */
function spellings(
  suppressions: Suppressions,
  spare: readonly Cause[],
  effectOf: (comments: Suppressions) => Effect,
): ReadonlyMap<NamedRule, string> {
  const meant = new Map<NamedRule, string>();
  for (const { suppression, name } of spare) {
    const id = name === null || suppression.kind === 'enable' ? null : misspelt(name.id);
    if (name !== null && id !== null) meant.set(name, id);
  }
  if (meant.size === 0) return meant;
  const all = suppressions.all.map((each) => ({
    ...each,
    rules: each.rules.map((name) => ({ ...name, id: meant.get(name) ?? name.id })),
  }));
  const still = new Set(effectOf({ ...suppressions, all }).spare.map(({ name }) => name?.span.start));
  return new Map([...meant].filter(([{ span }]) => !still.has(span.start)));
}

/** A comment of which nothing is of use is told once, unless some of its names are only misspelt. */
function grouped(spare: readonly Cause[], meant: ReadonlyMap<NamedRule, string>): UnusedSuppression[] {
  const byComment = new Map<Suppression, (NamedRule | null)[]>();
  for (const { suppression, name } of spare) {
    const names = byComment.get(suppression);
    if (names === undefined) byComment.set(suppression, [name]);
    else names.push(name);
  }
  return [...byComment].flatMap(([suppression, causes]): UnusedSuppression[] => {
    const names = causes.filter((name) => name !== null);
    const told = (rule: NamedRule | null, about: readonly NamedRule[]): UnusedSuppression => ({
      suppression,
      rule,
      unused: names.filter((name) => name === rule || !meant.has(name)),
      unknown: unknownIn(about),
      spellings: about.flatMap((name) => {
        const id = meant.get(name);
        return id === undefined ? [] : [{ name, id }];
      }),
    });
    const spelt = names.filter((name) => meant.has(name)).length;
    const all = causes.length >= suppression.rules.length && (spelt === 0 || spelt === names.length);
    return all ? [told(null, names)] : names.map((name) => told(name, [name]));
  });
}

/** The first name that no rule has. */
function unknownIn(names: readonly NamedRule[]): UnusedSuppression['unknown'] {
  const unknown = names.find(({ id }) => !ids.includes(id));
  return unknown === undefined
    ? null
    : { id: unknown.id.slice(0, longestName), nearest: misspelt(unknown.id) };
}

/** The rule that a name means which no rule has: its id is near where less than half of it would have to change. */
export function misspelt(name: string): string | null {
  if (ids.includes(name)) return null;
  const written = name.slice(0, longestName).toLowerCase();
  const nearest = closestMatch(written, ids) ?? '';
  return leven(written, nearest) * 2 < nearest.length ? nearest : null;
}
