import { sniff } from '../sniff.ts';
import type { DocumentBlocks } from './blocks.ts';
import type { Posting, SectionKind } from './posting.ts';
import { jobNoun } from './titleRole.ts';

export interface Detection {
  readonly posting: boolean;
  /** One sentence. */
  readonly reason: string;
}

const jobKeys =
  /^(position|job_?title|salary|employment_?type|closing_?date|apply(_?url|_?link)?|company|organi[sz]ation|employer|hiring.*|job.*|location|time-commitment|department|team|deadline|expires?|remote|commitment|company.?related)$/i;

const cues: readonly (readonly [number, RegExp])[] = [
  [
    2,
    /\b(we(['’]re| are)|is|are) (currently |now |also |actively )?(looking for|seeking|hiring|recruiting|searching for)\b/i,
  ],
  [
    2,
    /\b(equal opportunity|affirmative action) employer\b|\bwithout regard to (race|age)|\bregardless of (race|age|gender)\b/i,
  ],
  [
    2,
    /\b(the )?(ideal|successful|right|perfect) (candidate|applicant)s?\b|\bcandidates? (must|should|will|with)\b/i,
  ],
  [1.5, /\bjoin (our|the|us)\b.{0,30}\b(team|as)\b|\bcome work with us\b/i],
  [
    1.5,
    /\b(apply|application)s?\b.{0,60}\b(now|here|today|by|at|to|via|with|link|form|cover letter|resume|résumé|cv)\b|\b(cover letter|resume|résumé|curriculum vitae)\b/i,
  ],
  [4, /^[^\n]*\|[^\n]*\b(full[- ]?time|part[- ]?time|remote|on-?site|hybrid|contract)\b/i],
  [1.5, /\breport(s|ing)? (directly )?to (the|our|a)\b/i],
  [
    1.5,
    /\b\d+\s?\+?(\s?[-–to]+\s?\d+)?\s?\+? years?['’]?( of)?( \w+){0,4} experience\b|\byears (of )?experience\b/i,
  ],
  [1.5, /\b(full|part)[- ]time\b|\bfixed[- ]term\b|\b(employment|contract) type\b|\bjob type\b/i],
  [
    1,
    /\b(salary|compensation|per (hour|annum|year)|health insurance|paid time off|\bpto\b|401\(?k\)?|parental leave)\b/i,
  ],
  [1, /\b(you will|you['’]ll|you (have|are|bring))\b/i],
  [1, /\b(this|the) (role|position|job)\b/i],
  [1, /\b(remote|hybrid|on-?site)\b.{0,40}\b(role|position|job|work|first|friendly)\b|\blocation\s*:/i],
  [1, /\b(wants|requires?|required|must have|degree|bachelor)/i],
];

const sectionScore: Partial<Record<SectionKind, number>> = {
  duties: 2.5,
  requirements: 2.5,
  benefits: 1.5,
  apply: 1.5,
  'equal-opportunity': 1.5,
  about: 0.5,
};

/** A score at or above this is a posting; short documents have little room for cues, and long documents gather cues by chance, so they need more. */
function threshold(length: number): number {
  if (length < 1500) return 3.5;
  return 5 + (length > 9000 ? 1.5 * Math.log2(length / 9000) : 0);
}

/** Things that readers of newsletters and articles see and applicants do not. */
const otherKind =
  /\bnewsletter\b|\bpress release\b|\bblog post\b.*\bby\b|\b(changelog|release notes|table of contents|meeting (minutes|notes)|agenda)\b|^(date|author|tags|categories|layout: post)\b/im;

/**
 * Whether a document is a job posting, for reasons that are counted: the headings a posting has, the phrases of hiring,
 * a title that names a job.
 */
export function detect(source: string, read: DocumentBlocks, posting: Posting): Detection {
  if (!sniff(source)) return { posting: false, reason: 'Nothing in the text speaks of a job.' };
  let score = 0;
  const reasons: string[] = [];
  const add = (points: number, reason: string): void => {
    score += points;
    reasons.push(reason);
  };
  const keys = read.fields.filter((field) => jobKeys.test(field.key)).length;
  if (keys > 0) add(Math.min(keys, 3), 'job fields in the front matter');
  const title = posting.title;
  const words = title?.content.text.split(/\s+/).length ?? 0;
  const namesJob =
    title !== null && words <= 14 && (jobNoun.test(title.content.text) || title.reading.role !== null);
  if (namesJob) add(words <= 8 ? 3 : 1.5, 'a title that names a job');
  const kinds = new Set(
    posting.sections.filter((section) => section.heading !== null).map((section) => section.kind),
  );
  for (const kind of kinds) {
    const points = sectionScore[kind];
    if (points !== undefined) add(points, `a section on ${kind}`);
  }
  const hiring = cues.filter(([, pattern]) => pattern.test(source));
  for (const [points] of hiring) add(points, 'phrases of hiring');
  const duties = posting.statements.filter((statement) => statement.duty).length;
  if (duties >= (source.length < 1500 ? 1 : 2) && namesJob)
    add(duties >= 4 ? 2 : 1, 'statements that read as duties');
  const head = source.slice(0, 2000);
  if (otherKind.test(head)) score -= 2.5;
  const says = namesJob || (kinds.has('duties') && kinds.has('requirements')) || hiring.length >= 3;
  return says && score >= threshold(source.length)
    ? { posting: true, reason: `It reads as a job posting: ${[...new Set(reasons)].slice(0, 4).join(', ')}.` }
    : { posting: false, reason: 'Too little in the text is typical of a job posting.' };
}
