import type { Analysis, JudgedPosting } from '../analysis.ts';
import {
  type JudgedStatement,
  type NamedPhrase,
  namedPhrases,
  namedResponsibility,
  namingPhrases,
} from '../judgement/statement.ts';
import type { SectionKind } from '../posting/posting.ts';
import { type Span, touches } from '../posting/span.ts';
import { type Phrase, say, worded } from '../say.ts';
import { type Taxonomy, type TaxonomyEntry, entryOf, roleOf } from '../taxonomy/index.ts';
import { sharesText, verdictText } from '../taxonomy/wording.ts';
import { citation, escapeMarkdown, shorten } from './markdownText.ts';

/** What there is to say about a place. */
export interface Hover {
  readonly span: Span;
  /** Markdown without raw HTML; text of the document is escaped. */
  readonly markdown: string;
}

/** What there is to say about the place: a title, a phrase that the taxonomy names, or a duty that speaks for a role. */
export function hoverAt(analysis: Analysis, offset: number): Hover | null {
  for (const judged of analysis.judged) {
    const title = judged.posting.titles.find((place) => touches(place.span, offset));
    if (title !== undefined) return { span: title.span, markdown: titleText(judged, analysis) };
    const statement = judged.judgement.statements.find(({ statement }) => touches(statement.span, offset));
    if (statement === undefined) continue;
    return statementHover(statement, offset, analysis);
  }
  return null;
}

type Reader = Pick<Analysis, 'taxonomy' | 'interfaceLanguage'>;

function titleText(judged: JudgedPosting, { taxonomy, interfaceLanguage }: Reader): string {
  const t = (phrase: Phrase): string => worded(phrase, interfaceLanguage);
  const { verdict, evidence } = judged.judgement;
  const shares = sharesText(verdict, taxonomy);
  const lines = [t(say`The duties describe ${verdictText(verdict, taxonomy)}: ${shares} of the duties.`)];
  for (const gate of verdict.gates) lines.push(gate.says);
  const strongest = evidence.slice(0, 3);
  if (strongest.length > 0) {
    const items = strongest.map((statement) => {
      // Elsewhere its words lean to a role whose duty it is not.
      const isOwn = strengthOf(statement, taxonomy) > 0;
      const entry = isOwn ? entryOf(taxonomy, namedResponsibility(statement) ?? '') : undefined;
      const text = escapeMarkdown(shorten(statement.statement.content.text, 90));
      const what = entry?.name ?? (isOwn ? say`a hint` : null);
      const side = sideName(statement.weight, taxonomy);
      return `- ${text} *(${what === null ? side : t(say`${what}; ${side}`)})*`;
    });
    lines.push(`${t(say`What decides most:`)}\n\n${items.join('\n')}`);
  }
  lines.push(t(citation(taxonomy.citation)));
  return lines.join('\n\n');
}

function sideName(weight: number, taxonomy: Taxonomy): string {
  return (weight > 0 ? taxonomy.roles[0] : taxonomy.roles[1]).shortName;
}

/** From here on a statement's words alone are nearly always right about whose duty it is (log-odds). */
const strong = 2;

/** How much the words of a duty say for the role that it was judged to be of; 0 where it is no role's. */
function strengthOf({ side, weight }: JudgedStatement, { roles: [first, second] }: Taxonomy): number {
  return side === first.id ? weight : side === second.id ? -weight : 0;
}

function statementHover(judged: JudgedStatement, offset: number, reader: Reader): Hover | null {
  const { taxonomy, interfaceLanguage } = reader;
  const { content, span } = judged.statement;
  const strongest = (phrases: readonly NamedPhrase[]): NamedPhrase | undefined =>
    [...phrases].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  const at = strongest(namedPhrases(judged).filter(({ span }) => touches(content.toSource(span), offset)));
  const speaks = strengthOf(judged, taxonomy) >= strong;
  const named = at ?? (speaks || judged.side === 'shared' ? strongest(namingPhrases(judged)) : undefined);
  const entry = named === undefined ? undefined : entryOf(taxonomy, named.entry);
  const t = (phrase: Phrase): string => worded(phrase, interfaceLanguage);
  if (named === undefined || entry === undefined) {
    if (!speaks) return null;
    const side = sideName(judged.weight, taxonomy);
    return {
      span,
      markdown: t(say`The whole statement speaks strongly for ${side}, by its words together.`),
    };
  }
  return {
    span: at === undefined ? span : content.toSource(at.span),
    markdown: [
      t(headline(entry, taxonomy)),
      howItCounts(judged, named, entry, taxonomy).map(t).join(' '),
      entry.explanation,
      // What a duty of both roles is no sign of, it may be in these words.
      ...(entry.roles.length > 1 && named.signal.role !== null ? [] : [entry.isNot]),
      t(citation(entry.citation)),
    ].join('\n\n'),
  };
}

/** What an entry is and whose. Each kind has sentences of its own: languages say “a” and “of the” in many ways. */
function headline({ kind, name, roles }: TaxonomyEntry, taxonomy: Taxonomy): Phrase {
  const [owner, ...others] = roles.map((id) => roleOf(taxonomy, id)?.name ?? id);
  const both = owner === undefined || others.length > 0;
  switch (kind) {
    case 'responsibility':
      return both
        ? say`**${name}**: a responsibility of both roles alike.`
        : say`**${name}**: a responsibility of the ${owner}.`;
    case 'trait':
      return both
        ? say`**${name}**: a trait of both roles’ work alike.`
        : say`**${name}**: a trait of the ${owner}’s work.`;
    case 'context':
      return both
        ? say`**${name}**: a context of both roles’ work alike.`
        : say`**${name}**: a context of the ${owner}’s work.`;
  }
}

/** What the words above a statement announce. */
const sections: Readonly<Record<SectionKind, Phrase>> = {
  intro: say`opening`,
  duties: say`duties`,
  requirements: say`requirements`,
  about: say`about the organisation`,
  benefits: say`benefits`,
  apply: say`how to apply`,
  'equal-opportunity': say`equal opportunity`,
  'works-with': say`whom the person works with`,
  excluded: say`what the person will not do`,
  other: say`other`,
};

/** What stands in the statement, and what the whole of it counts as: never one thing of it and another of the phrase. */
function howItCounts(
  judged: JudgedStatement,
  { signal, span }: NamedPhrase,
  entry: TaxonomyEntry,
  taxonomy: Taxonomy,
): Phrase[] {
  const { statement, side } = judged;
  const phrase = escapeMarkdown(shorten(statement.content.text.slice(span.start, span.end), 80));
  const section = sections[statement.section];
  if (side === 'none') return [say`“${phrase}” is no part of a duty (section: ${section}).`];
  if (side === 'other') return [say`“${phrase}” is part of a duty that counts as neither role’s.`];
  const part =
    statement.section === 'duties'
      ? say`“${phrase}” is part of a duty.`
      : say`“${phrase}” is part of a duty (section: ${section}).`;
  if (signal.role === null) return [part, say`It stands in both lists and weighs nothing.`];
  const owner = roleOf(taxonomy, signal.role)?.name ?? signal.role;
  if (side === 'shared')
    return [
      say`“${phrase}” speaks for the ${owner}, but the whole statement counts as a duty of both roles alike.`,
    ];
  if (side !== signal.role) {
    const other = roleOf(taxonomy, side)?.name ?? side;
    return [
      say`“${phrase}” speaks for the ${owner}, but the whole statement counts as a duty of the ${other}.`,
    ];
  }
  if (entry.roles.length > 1) return [part, say`In these words it speaks for the ${owner}.`];
  return [part, howStrongly(strengthOf(judged, taxonomy), roleOf(taxonomy, side)?.shortName ?? side)];
}

function howStrongly(strength: number, side: string): Phrase {
  if (strength >= strong) return say`The whole statement speaks strongly for ${side}.`;
  if (strength > 0.2) return say`The whole statement speaks a little for ${side}.`;
  return say`The whole statement hardly speaks for ${side}.`;
}
