import { countWords } from '../posting/countWords.ts';
import { opening, readsAsDuty } from '../posting/duty.ts';
import { gated, matchesGated, possibleIn } from '../posting/firstWords.ts';
import type { KnownText } from '../posting/knownText.ts';
import { isOthersWork } from '../posting/othersWork.ts';
import type { Posting, SectionKind, Statement } from '../posting/posting.ts';

/** The list that a statement stands in. */
export interface ListContext {
  /** Half of its items or more open as duties do. */
  readonly verbs: boolean;
  /** What the line before the list announces. */
  readonly leadIn: 'duties' | 'requirements' | null;
  /** It is a cell of a few words in a table whose others say more: the name of a row or column. */
  readonly isLabel: boolean;
}

export const noList: ListContext = { verbs: false, leadIn: null, isLabel: false };
const label: ListContext = { ...noList, isLabel: true };

const leadsToDuties =
  /\b(you will|you['’]ll|will be|duties|responsib|tasks?|role|work|to do|includ|should|day|help us|involve)/i;
const leadsToRequirements =
  /\b(you (have|are|bring|should have|must|need)|requirements?|qualif|looking for|skills|experience|must[- ]have|nice|ideal|candidate|who (has|have|is|are)|needs?|wants?|benefits?|we offer|perks)/i;

/** What a line announces that stands before a list. */
function announced(text: string): ListContext['leadIn'] {
  if (!text.endsWith(':') && !/\b(following|below|to)$/i.test(text)) return null;
  const end = text.slice(-160);
  if (leadsToRequirements.test(end)) return 'requirements';
  return leadsToDuties.test(end) ? 'duties' : null;
}

/** The list that items one after the other make. */
function listOf(items: readonly Statement[], before: Statement | undefined): ListContext {
  const verbs = items.filter(({ content }) => content.once(readsAsDuty)).length >= items.length / 2;
  const leadIn = before?.content.once(announced) ?? null;
  return verbs || leadIn !== null ? { ...noList, verbs, leadIn } : noList;
}

/** Where a third of a table's cells or more say something, the others name rows and columns. */
function cellContexts(cells: readonly Statement[]): ListContext[] {
  const says = cells.map(({ content }) => countWords(content.text) > 3);
  const isTable = says.filter(Boolean).length >= cells.length / 3;
  return says.map((more) => (isTable && !more ? label : noList));
}

/** The list around each statement, by its index among the posting's statements. */
export function listContexts(posting: Posting): ListContext[] {
  const contexts: ListContext[] = [];
  for (const { statements } of posting.sections) {
    for (let start = 0, end = 0; start < statements.length; start = end) {
      const form = statements[start]?.form;
      while (end < statements.length && statements[end]?.form === form) end += 1;
      const group = statements.slice(start, end);
      if (form === 'cell') contexts.push(...cellContexts(group));
      else {
        const list = form === 'item' ? listOf(group, statements[start - 1]) : noList;
        for (let at = start; at < end; at++) contexts.push(list);
      }
    }
  }
  return contexts;
}

const leaves =
  /^(?:(?:in|as|with|from|on|at|over|under|working|reporting|within|through|together|during)\b[^,]{3,80},\s+)?/i;

/** Whom a sentence speaks of, by how it opens: who holds the job, the organisation, or something else. */
function subjectOf(text: string, job: string | null): 'job' | 'you' | 'we' | 'named' | 'other' {
  const opened = text.replace(leaves, '');
  if (/^(you|your)\b/i.test(opened)) return 'you';
  if (/^(we|our|us)\b/i.test(opened)) return 'we';
  const start = text.slice(0, 90).toLowerCase();
  if (job !== null && start.includes(job)) return 'job';
  if (
    /^(the|this|an?)\s+(?:[\p{L}&/,-]+\s+){0,5}(role|position|post|job|manager|coordinator|specialist|director|lead|officer|associate|assistant|intern|consultant|editor|moderator|candidate|holder|person|fellow|developer|evangelist|engineer|advocate|strategist|organizer|producer|writer|head)\b/iu.test(
      opened,
    )
  )
    return 'job';
  if (/^(they|she|he|s\/he)\b/i.test(opened)) return 'job';
  return /^(?:the\s+)?\p{Lu}[\p{L}.]+(?:\s+\p{Lu}[\p{L}.]+)*\s+(is|are|was|has|have|offers?|provides?|helps?|enables?|makes?|made|works?|believes?|builds?|built|aims?)\b/u.test(
    opened,
  )
    ? 'named'
    : 'other';
}

/** What the posting calls the job: its title without what is around it. */
export function jobName(posting: Posting): string | null {
  const title = posting.title?.content.text.toLowerCase().replace(/\(.*?\)/g, ' ') ?? '';
  const words = title.match(/[\p{L}-]+/gu) ?? [];
  return words.length === 0 || words.length > 9 ? null : words.slice(-3).join(' ');
}

const tests = (
  [
    [
      'announces',
      /\b(you will|you['’]ll|you would|you get to|will be responsible|is responsible for|responsible for|responsibilities include|duties( include|:)|in charge of|tasked with|your (job|role|task|mission|focus) (is|will)|main (job|task)s?)\b/i,
    ],
    ['will', /\b(will|shall|would|should)\b/i],
    ['the-role', /\b(this|the) (role|position|job|post|person|candidate|intern|consultant|contractor)\b/i],
    [
      'third-person',
      /^(the [\p{L} ,&/-]{3,60}?|he\/she|they|she|he) (will|should|is|are|must|shall|works?|serves?|leads?|manages?|helps?|oversees?)\b/iu,
    ],
    ['we', /^(we|our|we['’](re|ve|ll)|at \p{Lu}[\p{L}]+, we)\b/iu],
    [
      'about-us',
      /\b(we are|we['’]re|our (mission|team|company|product|platform|customers|vision)|was founded|founded in|headquarter)/i,
    ],
    ['you-have', /\b(you (have|are|bring|possess|love|enjoy|know|can|want|thrive|must)|you['’]re)\b/i],
    [
      'skills',
      /\b(experience|years|ability to|able to|knowledge of|skills?|proficien|familiar|degree|bachelor|understanding of|passion|fluent|proven|excellent|strong|comfortable|background in|expertise|track record|willing|plus|preferred|required)\b/i,
    ],
    [
      'opens-with-skills',
      /^(strong|excellent|proven|demonstrated|experience|experienced|\d|ability|able|knowledge|familiar|proficien|passion|fluent|degree|bachelor|good|great|solid|exceptional|outstanding|understanding|minimum|at least|willing|comfortable|must|wants?|needs?|requires?)/i,
    ],
    [
      'pay',
      /\b(salary|compensation|benefits?|per (hour|year|annum)|insurance|401|vacation|holiday|equity|visa|bonus|pto|paid)\b|[$€£]\s?\d/i,
    ],
    [
      'terms',
      /\b(remote|full[- ]time|part[- ]time|location|located|based in|contract|hours|start date|position (is|reports)|reports? to|time ?zone|travel)\b/i,
    ],
    [
      'apply',
      /\b(apply|application|cv|resume|cover letter|interview|email|submit|candidates?|applicants?)\b/i,
    ],
    ['equal', /\b(equal opportunity|regardless of|discriminat|race|gender|disabilit|veteran|orientation)\b/i],
    ['question', /\?\s*$/],
    ['leads-in', /:\s*$/],
    ['past', /^(was|were|have|has|had|been)\b|\b(was|were)\b/i],
  ] as const
).map(([name, pattern]) => ({ cue: `says.${name}`, pattern: gated(pattern) }));

/** What stands around a statement and helps to tell whether it is a duty. */
export interface Surroundings {
  readonly section: SectionKind;
  readonly form: Statement['form'];
  readonly list: ListContext;
  /** The words by which the posting calls the job, in lower case. */
  readonly job: string | null;
}

/** The cue of what the person will not do, of what others do, and of names of rows: then nothing else counts. */
export const never = 'never';

/** Names of what speaks for or against a statement's being a duty; their weights are learned. */
export function dutyCues(
  text: string,
  { section, form, list, job }: Surroundings,
  known: KnownText,
): string[] {
  if (section === 'excluded' || list.isLabel || known.once(isOthersWork)) return [never];
  const cues = [`section.${section}`, `form.${form}`];
  const opens = opening(text);
  cues.push(`opens.${opens}`);
  if (section !== 'duties' && opens !== 'other') cues.push(`opens.elsewhere.${form}`);
  if (section === 'requirements') cues.push(`requirements.${opens}`);
  if (form === 'sentence' && opens === 'other') cues.push(`sentence.${subjectOf(text, job)}`);
  const possible = known.once(possibleIn);
  for (const { cue, pattern } of tests) if (matchesGated(pattern, text, possible)) cues.push(cue);
  if (list.verbs) cues.push(section === 'requirements' ? 'list.verbs.requirements' : 'list.verbs');
  else if (form === 'item') cues.push('list.few-verbs');
  if (list.leadIn !== null) cues.push(`list.${list.leadIn}`);
  const words = countWords(text);
  if (words <= 3) cues.push('short');
  if (words >= 40) cues.push('long');
  return cues;
}
