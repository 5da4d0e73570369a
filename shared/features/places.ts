import type { Analysis } from '../analysis.ts';
import { type Span, touches } from '../posting/span.ts';

/** Sections that can be folded away: a heading with what stands under it. */
export function foldableSpans(analysis: Analysis): Span[] {
  return analysis.judged.flatMap(({ posting }) =>
    posting.sections
      .filter(({ heading, blocks }) => heading !== null && blocks.length > 0)
      .map(({ span }) => span),
  );
}

/** What belongs together with a place: the statements of the same side, or all places that name the job. */
export function highlightsAt(analysis: Analysis, offset: number): Span[] {
  for (const { posting, judgement } of analysis.judged) {
    if (posting.titles.some(({ span }) => touches(span, offset)))
      return posting.titles.map(({ span }) => span);
    const here = judgement.statements.find(({ statement }) => touches(statement.span, offset));
    if (here === undefined) continue;
    return here.side === 'none'
      ? []
      : judgement.statements.filter(({ side }) => side === here.side).map(({ statement }) => statement.span);
  }
  return [];
}

/** The stretches around a place, each within the next: phrase, statement, block, section, posting. */
export function selectionSpans(analysis: Analysis, offset: number): Span[] {
  const spans: Span[] = [];
  for (const { posting, judgement } of analysis.judged) {
    if (!touches(posting.span, offset)) continue;
    const title = posting.titles.find(({ span }) => touches(span, offset));
    const section = posting.sections.find(({ span }) => touches(span, offset));
    const judged = judgement.statements.find(({ statement }) => touches(statement.span, offset));
    const phrases = judged?.signals.map(({ span }) => judged.statement.content.toSource(span)) ?? [];
    spans.push(
      ...phrases.filter((span) => touches(span, offset)),
      ...(judged === undefined ? [] : [judged.statement.span, judged.statement.block.span]),
      ...(title === undefined ? [] : [title.span]),
      ...(section === undefined ? [] : [section.span]),
      posting.span,
    );
  }
  const nested: Span[] = [];
  for (const span of spans.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = nested.at(-1);
    const same = inner?.start === span.start && inner.end === span.end;
    if (!same && (inner === undefined || (span.start <= inner.start && inner.end <= span.end)))
      nested.push(span);
  }
  return nested;
}
