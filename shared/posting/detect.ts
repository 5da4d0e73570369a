import { type Phrase, say, sentence } from '../say.ts';
import { sniff } from '../sniff.ts';
import type { DocumentBlocks } from './blocks.ts';
import { score, type Weighed } from './detection/score.ts';
import { viewOf } from './detection/view.ts';
import { givenTitle, type Posting } from './posting.ts';

export interface Detection {
  readonly posting: boolean;
  /** One sentence. */
  readonly reason: Phrase;
}

/** Cues that moved the score less than this are not worth a mention. */
const notable = 0.3;

const says = (weighed: readonly Weighed[], limit: number): Phrase[] =>
  weighed.slice(0, limit).map(({ cue }) => sentence(cue.says));

function whyNot(speaksFor: readonly Weighed[], speaksAgainst: readonly Weighed[]): Phrase {
  const only = says(speaksFor, 2);
  const against = says(speaksAgainst, 2);
  if (against.length === 0)
    return only.length === 0
      ? say`Nothing in the text is typical of a job posting.`
      : say`Too little in the text is typical of a job posting: only ${only}.`;
  return only.length === 0
    ? say`It does not read as a job posting: it has ${against}.`
    : say`It does not read as a job posting: ${only} may speak for it, but ${against} against it.`;
}

/**
 * Whether a document is a job posting, told from cues that are weighed and summed; the heaviest are the reason. Looks
 * only at what a reader sees and at the fields of the head, so that it is the same in all formats. Whoever gives a title
 * beside the text has said that it speaks of a job.
 */
export function detect(source: string, read: DocumentBlocks, posting: Posting): Detection {
  if (givenTitle(posting) === null && !sniff(source))
    return { posting: false, reason: say`Nothing in the text speaks of a job.` };
  const { total, weighed } = score(viewOf(read, posting));
  const told = weighed.filter(({ points }) => Math.abs(points) >= notable);
  const speaksFor = told.filter(({ points }) => points > 0);
  if (total > 0) return { posting: true, reason: say`It reads as a job posting: ${says(speaksFor, 4)}.` };
  return {
    posting: false,
    reason: whyNot(
      speaksFor,
      told.filter(({ points }) => points < 0),
    ),
  };
}
