import leven, { closestMatch } from 'leven';
import type { Configuration } from '../configuration/configuration.ts';
import type { FormatId } from '../posting/blocks.ts';
import type { Posting } from '../posting/posting.ts';
import { aboutSuppressions, type Cause, Reach } from '../posting/reach.ts';
import { contains, type Span } from '../posting/span.ts';
import type { NamedRule, Suppression, Suppressions, UnusedSuppression } from '../posting/suppressions.ts';
import type { InterfaceLanguage } from '../say.ts';
import { finished, inOrder, levelOf, merged } from './check.ts';
import { rules } from './registry.gen.ts';
import type { Finding } from './rule.ts';

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
 * @returns what is left of each posting's findings, in the order given
 */
export function conclude(
  written: Written,
  suppressions: Suppressions,
  postings: readonly Checked[],
  configuration: Configuration,
  language: InterfaceLanguage,
): Finding[][] {
  if (suppressions.all.length === 0) return postings.map(({ findings }) => merged(findings));
  const reach = new Reach(
    written.source,
    suppressions,
    postings.flatMap(({ posting }) => blockSpans(posting)),
  );
  const used = new Used();
  const left = postings.map(({ findings }) =>
    merged(
      findings.filter(({ rule, span }) => {
        const causes = reach.causes(rule, span.start);
        for (const cause of causes) used.add(cause);
        return causes.length === 0;
      }),
    ),
  );
  const unused = unusedIn(suppressions.all, reach, used, configuration);
  const about = aboutUnused(written, unused, configuration, language);
  if (about.length === 0) return left;
  return left.map((findings, index) =>
    inOrder([...findings, ...about.filter(({ span }) => homeOf(span.start, postings) === index)]),
  );
}

const blockSpans = ({ sections, copies }: Posting): Span[] =>
  [...sections, ...copies].flatMap(({ heading, blocks }) =>
    [...(heading === null ? [] : [heading]), ...blocks].map(({ span }) => span),
  );

/** The posting in which a comment stands, else the first. */
function homeOf(offset: number, postings: readonly Checked[]): number {
  const place = { start: offset, end: offset };
  return Math.max(
    0,
    postings.findIndex(({ posting }) => contains(posting.span, place)),
  );
}

function aboutUnused(
  { source, format }: Written,
  unused: readonly UnusedSuppression[],
  configuration: Configuration,
  language: InterfaceLanguage,
): Finding[] {
  return rules.flatMap((rule) =>
    rule.about === 'suppressions' && unused.length > 0
      ? finished(rule, rule.check({ source, format, unused }), configuration, language)
      : [],
  );
}

/** What of the comments was of no use. What names a rule that is off is left alone: nobody asked that rule. */
function unusedIn(
  all: readonly Suppression[],
  reach: Reach,
  used: Used,
  configuration: Configuration,
): UnusedSuppression[] {
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
  const seen = spare.filter((cause) => {
    if (isAbout(cause)) return false;
    const hiding = reach.causes(aboutSuppressions, cause.suppression.span.start);
    for (const each of hiding) used.add(each);
    return hiding.length === 0;
  });
  return grouped([...seen, ...spare.filter((cause) => isAbout(cause) && !used.has(cause))]);
}

/** A comment of which nothing is of use is told once. */
function grouped(spare: readonly Cause[]): UnusedSuppression[] {
  const byComment = new Map<Suppression, (NamedRule | null)[]>();
  for (const { suppression, name } of spare) {
    const names = byComment.get(suppression);
    if (names === undefined) byComment.set(suppression, [name]);
    else names.push(name);
  }
  return [...byComment].flatMap(([suppression, causes]): UnusedSuppression[] => {
    const unused = causes.filter((name) => name !== null);
    if (causes.length < suppression.rules.length)
      return unused.map((rule) => ({ suppression, rule, unused, unknown: unknownIn([rule]) }));
    return [{ suppression, rule: null, unused, unknown: unknownIn(unused) }];
  });
}

/** The first name that no rule has. A rule's id is near where less than half of it would have to change. */
function unknownIn(names: readonly NamedRule[]): UnusedSuppression['unknown'] {
  const unknown = names.find(({ id }) => !ids.includes(id));
  if (unknown === undefined) return null;
  const id = unknown.id.slice(0, 80);
  const nearest = closestMatch(id.toLowerCase(), ids) ?? '';
  return { id, nearest: leven(id.toLowerCase(), nearest) * 2 < nearest.length ? nearest : null };
}
