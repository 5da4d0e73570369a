/** Judges rows through the facade that the server uses, and says how an answer counts. */
import {
  type Analysis,
  english,
  type FormatId,
  formatById,
  type PostingLens,
  taxonomy,
} from '../../shared/index.ts';
import type { LabelledPosting } from './data.ts';
import type { Class } from './metrics.ts';

/** Which lens may judge a group: the one we ship, or, cross-validating, one fitted without the group's fold. */
export type JudgeFor = (group: string) => PostingLens;

/** What is judged: a file of its format, and a title from outside where the text has none. */
export interface Source {
  readonly group: string;
  readonly format: string;
  readonly text: string;
  readonly title?: string | undefined;
}
export type Judge = (source: Source) => Analysis;

export function judgeBy(judgeFor: JudgeFor): Judge {
  return ({ group, format, text, title }) => {
    const reader = formatById(format as FormatId);
    if (reader !== undefined) return judgeFor(group).analyze(text, reader, { title });
    return {
      source: text,
      taxonomy,
      interfaceLanguage: english,
      isPosting: false,
      language: null,
      silence: { kind: 'format', reason: `No reader for ${format} yet.` },
      posting: null,
      judged: [],
      unjudged: [],
      suppressions: [],
    };
  };
}

/** The same judge, who keeps his answers: a posting under another title is asked about again and again. */
export function keeping(judge: Judge): Judge {
  const known = new Map<string, Analysis>();
  return (source) => {
    const key = JSON.stringify(source);
    const analysis = known.get(key) ?? judge(source);
    known.set(key, analysis);
    return analysis;
  };
}

/** A labelled posting as it is; its title is handed over where the text does not hold it. */
export function untouched(row: LabelledPosting): Source {
  const { group, format, text } = row;
  return { group, format, text, title: row.titleSpans.length === 0 ? row.title : undefined };
}

const [first, second] = taxonomy.roles;
const classOfRole: Readonly<Record<string, Class>> = {
  [first.id]: 'social',
  [second.id]: 'community',
  both: 'both',
};

/** What was said about a posting, in the words of the labels. */
export interface Answer {
  /** The verdict, or why nothing was said. */
  readonly said: string;
  /** As it counts: silent, unclear and no posting are `neither`. */
  readonly counted: Class;
  readonly confidence: number | null;
  readonly shares: { readonly social: number; readonly community: number } | null;
  readonly mismatch: boolean;
}

/** The answer of an analysis; of several postings in one file, the first counts. */
export function answerOf(analysis: Analysis): Answer {
  const judged = analysis.judged[0];
  if (judged === undefined) {
    const said = analysis.silence?.kind ?? 'nothing';
    return { said, counted: 'neither', confidence: null, shares: null, mismatch: false };
  }
  const { role, confidence, shares } = judged.judgement.verdict;
  return {
    said: classOfRole[role] ?? role,
    counted: classOfRole[role] ?? 'neither',
    confidence,
    shares: { social: shares[first.id] ?? 0, community: shares[second.id] ?? 0 },
    mismatch: judged.findings.some((finding) => finding.rule === 'title-mismatch'),
  };
}

export interface JudgedRow {
  readonly row: LabelledPosting;
  readonly analysis: Analysis;
  readonly answer: Answer;
}

export function judgeRows(rows: readonly LabelledPosting[], judge: Judge): JudgedRow[] {
  return rows.map((row) => {
    const analysis = judge(untouched(row));
    return { row, analysis, answer: answerOf(analysis) };
  });
}
