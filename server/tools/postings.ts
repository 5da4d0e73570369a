import { type Taxonomy, sharesText, sureConfidence, verdictText, worded } from '../../shared/index.ts';
import { type Result, toResults } from '../result.ts';
import type { Answer, Opened, Refusal } from './tool.ts';

export type Outcome = 'judged' | 'cannot-tell' | 'refused';

/** A posting's result, and how it is to be read. */
export interface Posting {
  readonly outcome: Outcome;
  readonly says: string;
  readonly result: Result;
}

/** What a caller can do who knows that it is a posting. */
const whenItIs =
  ' If it is a posting all the same, give all of it, with its duties, and its job title as “title” where the text does not begin with it.';

function read(result: Result, taxonomy: Taxonomy): Omit<Posting, 'result'> {
  const { verdict, gates, reason, silent } = result;
  const because = gates.map(({ says }) => ` ${says}`).join('');
  if (verdict === null)
    return {
      outcome: 'refused',
      says: `Not judged: ${reason ?? ''} That is no verdict, neither for a role nor against one.${silent === 'not-a-posting' ? whenItIs : ''}`,
    };
  if (verdict.role === 'unclear')
    return {
      outcome: 'cannot-tell',
      says: `Cannot tell which job this is.${because} That does not mean that the title is right or wrong.`,
    };
  const probable = verdict.confidence < sureConfidence ? ' This is only probable: pass it on as such.' : '';
  const figures = `confidence ${verdict.confidence.toFixed(2)}; shares of the duties: ${worded(sharesText(verdict, taxonomy))}`;
  return {
    outcome: 'judged',
    says: `The duties describe ${worded(verdictText(verdict, taxonomy))} (${figures}).${because}${probable}`,
  };
}

/** What there is to say of each posting of a document, by the contract's results. */
export function postingsOf({ path, analysis }: Opened): Posting[] {
  return toResults({ path }, analysis, { statements: false, evidence: true }).map((result) => ({
    ...read(result, analysis.taxonomy),
    result,
  }));
}

/** One answer for a document: that of a posting that has most to say. */
export function outcomeOf(postings: readonly Posting[]): Outcome {
  const has = (outcome: Outcome): boolean => postings.some((posting) => posting.outcome === outcome);
  return has('judged') ? 'judged' : has('cannot-tell') ? 'cannot-tell' : 'refused';
}

/** What a posting is called in text: its place in the document and its title. */
export function nameOf({ title, index }: Result): string {
  return title === null ? `Posting ${index + 1}` : `Posting ${index + 1}, “${title.text}”`;
}

/** Lines as people count them. */
export const lineOf = ({ start }: { readonly start: { readonly line: number } }): string =>
  `line ${start.line + 1}`;

/** The words of an answer, and what could not be used of the configuration. */
export function inWords(
  paragraphs: readonly string[],
  { misconfigured }: Pick<Opened, 'misconfigured'>,
): string {
  const told =
    misconfigured.length === 0
      ? []
      : [
          ['This could not be used of the configuration, so it changes nothing:', ...misconfigured].join(
            '\n- ',
          ),
        ];
  return [...paragraphs, ...told].join('\n\n');
}

/** The answer of a tool that was not done. @param rest what its output has beside the refusal */
export function refused({ refusal, says }: Refusal, rest: Readonly<Record<string, unknown>>): Answer {
  return {
    structured: { outcome: 'refused', says, refusal, ...rest },
    texts: [`Refused (${refusal}): ${says}`],
    isError: true,
  };
}

/** What a tool passes over, so that an agent reads only what it asked for. */
export function without(result: Result, ...names: readonly (keyof Result)[]): Partial<Result> {
  const left: readonly string[] = names;
  return Object.fromEntries(Object.entries(result).filter(([name]) => !left.includes(name)));
}
