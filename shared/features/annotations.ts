import type { Analysis } from '../analysis.ts';
import type { Lens } from '../judgement/lens.ts';
import type { Span } from '../posting/span.ts';
import { say, type Translations, worded } from '../say.ts';
import { sharesText, verdictText } from '../taxonomy/wording.ts';
import { dutyLabel } from './dutyLabel.ts';

/** A few words that an editor shows beside a stretch of a document. */
export interface Annotation {
  readonly span: Span;
  readonly text: string;
}

/** A weight with its sign left out: its side is named beside it. */
const size = (weight: number): string => Math.abs(weight).toFixed(1);

/** Each duty with whose work it is, its responsibility and its weight (log-odds). */
export function dutyAnnotations(
  analysis: Analysis,
  lens: Lens,
  translations: Translations = {},
): Annotation[] {
  return analysis.judged.flatMap(({ judgement }) =>
    judgement.statements.flatMap((judged) => {
      const label = dutyLabel(judged, lens);
      if (label === null) return [];
      const name = worded(label, translations);
      const text =
        Math.abs(judged.weight) < 0.05 ? name : worded(say`${name}, ${size(judged.weight)}`, translations);
      return [{ span: judged.statement.span, text }];
    }),
  );
}

/** Each title with what the duties describe. */
export function titleAnnotations(analysis: Analysis, { taxonomy }: Lens): Annotation[] {
  return analysis.judged.flatMap(({ posting, judgement }) => {
    if (posting.title === null) return [];
    const { verdict } = judgement;
    return [
      {
        span: posting.title.span,
        text: `${verdictText(verdict, taxonomy)} (${sharesText(verdict, taxonomy)})`,
      },
    ];
  });
}
