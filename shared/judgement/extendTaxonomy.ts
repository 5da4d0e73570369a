import { readTitle } from '../posting/titleRole.ts';
import { type Phrase, say, sentence } from '../say.ts';
import { mostProblems, type ValueProblem } from '../taxonomy/check.ts';
import { type RoleId, roleOf, type Signal, type Taxonomy, type Telltale } from '../taxonomy/index.ts';
import { literalPattern } from './patterns.ts';

/** What a team adds to a taxonomy in its own words; their shape has been checked. */
export interface OwnWords {
  /** Role id to titles that name the role, in any case. */
  readonly titles?: Readonly<Record<RoleId, readonly string[]>>;
  /** Responsibility id to phrases that betray it: words in this order, each in any form and case. */
  readonly phrases?: Readonly<Record<string, readonly string[]>>;
  /** Role id to names of tools that are this role's, just as postings write them: many are everyday words in small letters. */
  readonly tools?: Readonly<Record<RoleId, readonly string[]>>;
}

/** Bounds: of each role or responsibility so many texts, each so long, in UTF-16 units. */
export const ownWordsLimits = { count: 200, length: 100 } as const;

/**
 * Log-odds of an own phrase for its role: as much as the strongest that was learned. It makes an otherwise plain duty its
 * role's; two plain signals of the other role outweigh it.
 */
export const ownPhraseWeight = 3;

/** A taxonomy with a team's own words. */
export interface Extension {
  readonly taxonomy: Taxonomy;
  /** What could not be used, with paths such as `['phrases', 'reporting', 0]`; the rest applies. */
  readonly problems: readonly ValueProblem[];
}

/** A taxonomy with a team's own words. Never throws; without own words it is the taxonomy itself. */
export function extendTaxonomy(taxonomy: Taxonomy, own: OwnWords): Extension {
  const problems: ValueProblem[] = [];
  const titled = withTitles(taxonomy, own.titles ?? {}, problems);
  const signals = phraseSignals(taxonomy, own.phrases ?? {}, problems);
  const telltales = toolTelltales(taxonomy, own.tools ?? {}, problems);
  return {
    taxonomy:
      signals.length + telltales.length === 0
        ? titled
        : {
            ...titled,
            signals: [...titled.signals, ...signals],
            telltales: [...titled.telltales, ...telltales],
          },
    problems: problems.slice(0, mostProblems),
  };
}

/** Whether the role is known; else a problem. */
function isRole(
  taxonomy: Taxonomy,
  role: RoleId,
  path: ValueProblem['path'],
  problems: ValueProblem[],
): boolean {
  if (roleOf(taxonomy, role) !== undefined) return true;
  const roles = taxonomy.roles.map(({ id }) => id).join(', ');
  problems.push({ path, message: say`There is no role “${role}”. The roles are ${roles}.` });
  return false;
}

const notOneClause = (text: string): Phrase =>
  say`“${text}” cannot be found in a text: it must be words of one clause, with no full stop, colon, semicolon, bracket or dash between them.`;

/** The texts that can be used; adds a problem for each other. */
function usable(
  texts: readonly string[],
  path: ValueProblem['path'],
  problems: ValueProblem[],
  problemOf: (text: string) => Phrase | null,
): string[] {
  const { count, length } = ownWordsLimits;
  if (texts.length > count)
    problems.push({
      path,
      message: say`This list has ${texts.length} entries. The first ${count} are used.`,
    });
  return texts.slice(0, count).filter((text, index) => {
    const message =
      text.length > length
        ? say`This text has ${text.length} characters. It may have ${length}.`
        : problemOf(text);
    if (message !== null) problems.push({ path: [...path, index], message });
    return message === null;
  });
}

function withTitles(
  taxonomy: Taxonomy,
  titles: Readonly<Record<RoleId, readonly string[]>>,
  problems: ValueProblem[],
): Taxonomy {
  let grammar = taxonomy.titles;
  for (const [role, texts] of Object.entries(titles)) {
    const path = ['titles', role];
    if (!isRole(taxonomy, role, path, problems)) continue;
    usable(texts, path, problems, (text) => {
      const whole = text.trim().toLowerCase();
      const forms = grammar.forms.map((form) =>
        form.role === role ? { ...form, wholes: [...form.wholes, whole] } : form,
      );
      const extended = { ...grammar, forms };
      if (!/[\p{L}\p{N}]/u.test(whole) || readTitle(whole, extended).role !== role)
        return say`“${text}” cannot be read as a title.`;
      const lost = taxonomy.roles.find(({ id, title }) => readTitle(title, extended).role !== id);
      if (lost !== undefined)
        return say`“${text}” is the plain title of a ${sentence(lost.name)} and stays one. Choose more words.`;
      grammar = extended;
      return null;
    });
  }
  return grammar === taxonomy.titles ? taxonomy : { ...taxonomy, titles: grammar };
}

function phraseSignals(
  taxonomy: Taxonomy,
  phrases: Readonly<Record<string, readonly string[]>>,
  problems: ValueProblem[],
): Signal[] {
  const owners = new Map<string, string>();
  return Object.entries(phrases).flatMap(([id, texts]): Signal[] => {
    const path = ['phrases', id];
    const entry = taxonomy.responsibilities.find((each) => each.id === id);
    if (entry === undefined) {
      const ids = taxonomy.responsibilities.map((each) => each.id).join(', ');
      const message = say`There is no responsibility “${id}”. The responsibilities are ${ids}.`;
      problems.push({ path, message });
      return [];
    }
    const patterns: string[] = [];
    usable(texts, path, problems, (text) => {
      const pattern = literalPattern(text);
      if (pattern === null) return notOneClause(text);
      const owner = owners.get(pattern);
      if (owner !== undefined && owner !== id)
        return say`“${text}” stands with “${owner}” already. A phrase can betray one responsibility.`;
      owners.set(pattern, id);
      patterns.push(pattern);
      return null;
    });
    const [role = null, ...others] = entry.roles;
    const signal = { id: `own.${id}`, entry: id, weight: ownPhraseWeight, patterns };
    return patterns.length === 0 ? [] : [{ ...signal, role: others.length > 0 ? null : role }];
  });
}

function toolTelltales(
  taxonomy: Taxonomy,
  tools: Readonly<Record<RoleId, readonly string[]>>,
  problems: ValueProblem[],
): Telltale[] {
  return Object.entries(tools).flatMap(([role, texts]): Telltale[] => {
    const path = ['tools', role];
    if (!isRole(taxonomy, role, path, problems)) return [];
    const named = usable(texts, path, problems, (text) =>
      literalPattern(text, 'names') === null ? notOneClause(text) : null,
    );
    return named.map((name, index) => ({
      id: `own.${role}.${index}`,
      kind: 'tool',
      role,
      name,
      sure: true,
      patterns: [literalPattern(name, 'names') ?? ''],
    }));
  });
}
