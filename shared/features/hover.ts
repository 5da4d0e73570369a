import type { Analysis, JudgedPosting } from '../analysis.ts';
import type { JudgedStatement } from '../judgement/statement.ts';
import type { SignalMatch } from '../judgement/weights.ts';
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

/** What there is to say about the place: a title, a phrase that carries a signal, or a statement. */
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
      const entry = statement.entry === null ? undefined : entryOf(taxonomy, statement.entry);
      const text = escapeMarkdown(shorten(statement.statement.content.text, 90));
      const shows = t(say`${entry?.name ?? say`a hint`}; ${sideName(statement.weight, taxonomy)}`);
      return `- ${text} *(${shows})*`;
    });
    lines.push(`${t(say`What decides most:`)}\n\n${items.join('\n')}`);
  }
  lines.push(t(citation(taxonomy.citation)));
  return lines.join('\n\n');
}

function sideName(weight: number, taxonomy: Taxonomy): string {
  return (weight > 0 ? taxonomy.roles[0] : taxonomy.roles[1]).shortName;
}

function statementHover(judged: JudgedStatement, offset: number, reader: Reader): Hover | null {
  const { taxonomy, interfaceLanguage } = reader;
  const { content, span } = judged.statement;
  const at = judged.signals
    .filter(({ signal, span }) => signal.entry !== null && touches(content.toSource(span), offset))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  const strongest = judged.signals.find(({ signal }) => signal.entry === judged.entry);
  const match = at ?? strongest;
  const entry = match === undefined ? undefined : entryOf(taxonomy, match.signal.entry ?? '');
  if (match === undefined || entry === undefined) return null;
  const t = (phrase: Phrase): string => worded(phrase, interfaceLanguage);
  return {
    span: at === undefined ? span : content.toSource(at.span),
    markdown: [
      t(headline(entry, taxonomy)),
      `${t(whatItIs(judged, match))} ${t(howItCounts(judged, match, taxonomy))}`,
      entry.explanation,
      entry.isNot,
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
        ? say`**${name}**: a responsibility of both roles alike, so it decides nothing.`
        : say`**${name}**: a responsibility of the ${owner}.`;
    case 'trait':
      return both
        ? say`**${name}**: a trait of both roles’ work alike, so it decides nothing.`
        : say`**${name}**: a trait of the ${owner}’s work.`;
    case 'context':
      return both
        ? say`**${name}**: a context of both roles’ work alike, so it decides nothing.`
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

function whatItIs({ statement, side }: JudgedStatement, { span }: SignalMatch): Phrase {
  const phrase = escapeMarkdown(shorten(statement.content.text.slice(span.start, span.end), 80));
  const section = sections[statement.section];
  if (side === 'none') return say`“${phrase}” is no duty (section: ${section}).`;
  return statement.section === 'duties'
    ? say`“${phrase}” is part of a duty.`
    : say`“${phrase}” is part of a duty (section: ${section}).`;
}

function howItCounts({ weight }: JudgedStatement, { signal }: SignalMatch, taxonomy: Taxonomy): Phrase {
  const size = Math.abs(weight);
  const side = sideName(weight, taxonomy);
  if (signal.role === null) return say`It stands in both lists and weighs nothing.`;
  if (size < 0.05) return say`So it weighs nothing here.`;
  if (size >= 2) return say`The whole statement speaks strongly for ${side}.`;
  if (size >= 1) return say`The whole statement speaks clearly for ${side}.`;
  if (size > 0.2) return say`The whole statement speaks a little for ${side}.`;
  return say`The whole statement hardly speaks for ${side}.`;
}
