/** What is said about documents that call for nothing: postings of other jobs, and documents that are no postings. */
import type { Severity } from '../../shared/index.ts';
import type { Unlabelled } from './data.ts';
import { answerOf, type Judge } from './judge.ts';

export interface Alarm {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly severity: Severity;
  /** What the user would read: the reason. */
  readonly message: string;
}

export interface AlarmResult {
  readonly documents: number;
  /** Taken for a posting. */
  readonly taken: readonly string[];
  readonly notTaken: readonly string[];
  /** What was said of how many: verdicts and silences. */
  readonly said: Readonly<Record<string, number>>;
  /** Verdicts that claim a role, though nothing may be shown of them. */
  readonly claims: readonly { readonly id: string; readonly name: string; readonly said: string }[];
  readonly alarms: readonly Alarm[];
}

/** A posting's title is handed over as a job board would: so no finding about titles can hide behind a missing one. */
export function alarmTest(rows: readonly Unlabelled[], judge: Judge): AlarmResult {
  const said: Record<string, number> = {};
  const taken: string[] = [];
  const notTaken: string[] = [];
  const claims: { id: string; name: string; said: string }[] = [];
  const alarms: Alarm[] = [];
  for (const { id, format, text, title, path } of rows) {
    const analysis = judge({ group: id, format, text, title });
    const answer = answerOf(analysis);
    const name = title ?? path ?? '';
    (analysis.isPosting ? taken : notTaken).push(id);
    said[answer.said] = (said[answer.said] ?? 0) + 1;
    if (answer.counted !== 'neither') claims.push({ id, name, said: answer.said });
    for (const { findings } of analysis.judged)
      for (const { rule, severity, message } of findings) alarms.push({ id, name, rule, severity, message });
  }
  return { documents: rows.length, taken, notTaken, said, claims, alarms };
}
