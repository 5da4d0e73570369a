import type { Analysis, JudgedPosting } from '../analysis.ts';
import type { JudgedStatement, SignalMatch } from '../judgement/statement.ts';
import type { SectionKind } from '../posting/posting.ts';
import { type Span, touches } from '../posting/span.ts';
import { type Taxonomy, type TaxonomyEntry, entryOf, roleOf } from '../taxonomy/index.ts';
import { sharesText, verdictText } from '../taxonomy/wording.ts';
import { citeMarkdown, escapeMarkdown, shorten } from './markdownText.ts';

/** What there is to say about a place. */
export interface Hover {
  readonly span: Span;
  /** Markdown without raw HTML; text of the document is escaped. */
  readonly markdown: string;
}

/** What there is to say about the place: a title, a phrase that carries a signal, or a statement. */
export function hoverAt(analysis: Analysis, offset: number): Hover | null {
  const { taxonomy } = analysis;
  for (const judged of analysis.judged) {
    const title = judged.posting.titles.find((place) => touches(place.span, offset));
    if (title !== undefined) return { span: title.span, markdown: titleText(judged, taxonomy) };
    const statement = judged.judgement.statements.find(({ statement }) => touches(statement.span, offset));
    if (statement === undefined) continue;
    return statementHover(statement, offset, taxonomy);
  }
  return null;
}

function titleText(judged: JudgedPosting, taxonomy: Taxonomy): string {
  const { verdict, evidence } = judged.judgement;
  const lines = [
    `The duties describe ${verdictText(verdict, taxonomy)}: ${sharesText(verdict, taxonomy)} of the duties.`,
  ];
  for (const gate of verdict.gates) lines.push(gate.says);
  const strongest = evidence.slice(0, 3);
  if (strongest.length > 0) {
    const items = strongest.map((statement) => {
      const entry = statement.entry === null ? undefined : entryOf(taxonomy, statement.entry);
      const text = escapeMarkdown(shorten(statement.statement.content.text, 90));
      return `- ${text} *(${entry?.name ?? 'a hint'}; ${sideName(statement.weight, taxonomy)})*`;
    });
    lines.push(`What decides most:\n\n${items.join('\n')}`);
  }
  lines.push(citeMarkdown(taxonomy.citation));
  return lines.join('\n\n');
}

function sideName(weight: number, taxonomy: Taxonomy): string {
  return (weight > 0 ? taxonomy.roles[0] : taxonomy.roles[1]).shortName;
}

function statementHover(judged: JudgedStatement, offset: number, taxonomy: Taxonomy): Hover | null {
  const { content, span } = judged.statement;
  const at = judged.signals
    .filter(({ signal, span }) => signal.entry !== null && touches(content.toSource(span), offset))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  const strongest = judged.signals.find(({ signal }) => signal.entry === judged.entry);
  const match = at ?? strongest;
  const entry = match === undefined ? undefined : entryOf(taxonomy, match.signal.entry ?? '');
  if (match === undefined || entry === undefined) return null;
  return {
    span: at === undefined ? span : content.toSource(at.span),
    markdown: [
      headline(entry, taxonomy),
      whyItCounts(judged, match, taxonomy),
      entry.explanation,
      entry.isNot,
      citeMarkdown(entry.citation),
    ].join('\n\n'),
  };
}

function headline(entry: TaxonomyEntry, taxonomy: Taxonomy): string {
  const kinds = { responsibility: 'a responsibility', trait: 'a trait', context: 'a context' };
  const owners = entry.roles.map((id) => roleOf(taxonomy, id)?.name ?? id);
  const whose =
    owners.length > 1
      ? `of both roles alike, so it decides nothing`
      : `of the ${owners[0] ?? ''}${entry.kind === 'responsibility' ? '' : '’s work'}`;
  return `**${entry.name}**: ${kinds[entry.kind]} ${whose}.`;
}

const places: Readonly<Record<SectionKind, string>> = {
  intro: 'the opening',
  duties: 'the duties',
  requirements: 'the requirements',
  about: 'the part about the organisation',
  benefits: 'the benefits',
  apply: 'the part on applying',
  'equal-opportunity': 'the equal opportunity statement',
  'works-with': 'the part on whom the person works with',
  other: 'another section',
};

function strength(weight: number): string {
  const size = Math.abs(weight);
  return size >= 2 ? 'strongly' : size >= 1 ? 'clearly' : size > 0.2 ? 'a little' : 'hardly';
}

function whyItCounts(judged: JudgedStatement, match: SignalMatch, taxonomy: Taxonomy): string {
  const { statement, weight } = judged;
  const phrase = `“${escapeMarkdown(shorten(statement.content.text.slice(match.span.start, match.span.end), 80))}”`;
  const where = statement.section === 'duties' ? '' : `, in ${places[statement.section]}`;
  const place =
    judged.side !== 'none' ? `part of a duty${where}` : `no duty, it stands in ${places[statement.section]}`;
  if (match.signal.role === null) return `${phrase} is ${place}; it stands in both lists and weighs nothing.`;
  if (Math.abs(weight) < 0.05) return `${phrase} is ${place}, and so it weighs nothing here.`;
  return `${phrase} is ${place}; the whole statement speaks ${strength(weight)} for ${sideName(weight, taxonomy)}.`;
}
