import type { Analysis } from '../analysis.ts';
import type { Lens } from '../judgement/lens.ts';
import type { Span } from '../posting/span.ts';
import { decimal, say, worded } from '../say.ts';
import { sharesText, verdictText } from '../taxonomy/wording.ts';
import { dutyLabel } from './dutyLabel.ts';

/** A few words that an editor shows beside a stretch of a document. */
export interface Annotation {
  readonly span: Span;
  readonly text: string;
}

/** Each duty with whose work it is, its responsibility and its weight (log-odds). */
export function dutyAnnotations(analysis: Analysis, lens: Lens): Annotation[] {
  return analysis.judged.flatMap(({ judgement }) =>
    judgement.statements.flatMap((judged) => {
      const label = dutyLabel(judged, lens);
      if (label === null) return [];
      // Its side is named: the sign says no more.
      const size = Math.abs(judged.weight);
      const said = size < 0.05 ? label : say`${label}, ${decimal(size, 1)}`;
      return [{ span: judged.statement.span, text: worded(said, lens.interfaceLanguage) }];
    }),
  );
}

/** Each title with what the duties describe. */
export function titleAnnotations(analysis: Analysis, { taxonomy, interfaceLanguage }: Lens): Annotation[] {
  return analysis.judged.flatMap(({ posting, judgement }) => {
    if (posting.title === null) return [];
    const { verdict } = judgement;
    const said = say`${verdictText(verdict, taxonomy)} (${sharesText(verdict, taxonomy)})`;
    return [{ span: posting.title.span, text: worded(said, interfaceLanguage) }];
  });
}
