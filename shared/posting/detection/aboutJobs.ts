import { type Cue, share, statements, upTo } from './cue.ts';
import type { View } from './view.ts';

/** How many headings and labels are of a kind, as a share of `limit`. */
function headingsOf(limit: number, pattern: RegExp): (view: View) => number {
  return ({ headings }) => upTo(limit, headings.filter((text) => pattern.test(text)).length);
}

/**
 * What texts about jobs and the people in them have: they name jobs, duties and pay as postings do, and offer none. A
 * fitted weight of these is never above 0.
 */
export const aboutJobs: readonly Cue[] = [
  {
    id: 'letter',
    says: 'a letter to one person',
    start: -4,
    measure: statements(
      3,
      /^subject:|^(dear|hi|hello|hey) (?!(all|everyone|everybody|there|folks|friends?|team|readers?|community|members?|colleagues?|candidates?|applicants?|future|fellow|job)\b)\p{L}+( \p{L}+){0,2}[,!]?$|^(dear|hi|hello) (?!(all|everyone|there|readers?|candidates?|applicants?)\b)\p{L}+,|^(kind|best|warm) (regards|wishes)|^(yours )?sincerely\b|^to whom it may\b|\b(pleased|happy|glad|delighted) to (offer you|confirm|inform)\b|\bthank(s| you) for (your (application|time)|applying|taking|coming|meeting|the (talk|call|interview))\b|\bunfortunately\b|\b(of|about|received|for|considered) your application\b|\byour application (as|has|was)\b|\b(i am|i'm) (writing|applying) (to|for)\b|\bapply(ing)? for the (position|role|job) of\b|\bwe wish (you|him|her|them)\b|\bwas employed\b/iu,
    ),
  },
  {
    id: 'agreement',
    says: 'terms to agree to',
    start: -1,
    measure: statements(
      2,
      /\b(you|we|i|parties|both) agree (to|that)\b|\bagree to (the|be|follow|keep|abide)\b|\bby (accepting|signing|joining) (the|this|our|both|as)\b|\b(hereby|undersigned|terminated?|probation(ary)?)\b|\bsign(ed)? (and|both|below|here|the|this)\b|\bnotice period\b/i,
    ),
  },
  {
    id: 'course-headings',
    says: 'sections on what is taught and what it costs',
    start: -2.5,
    measure: headingsOf(
      2,
      /\b(what you('ll| will)? (learn|study)|modules|curriculum|syllabus|tuition|course fees?|(entry|admission) requirements|(the|this|our) course|who (can|should) (join|attend|take part|enrol|take (the|this))|who (is )?(the|this) (course|programme?|training) (is )?for)\b|^(prices?|pricing|fees?|enrol(l|ling|ment)?|registration|admissions?|certificates?|lessons?|the programme|about the programme)$/,
    ),
  },
  {
    id: 'course',
    says: 'talk of courses and their prices',
    start: -2.5,
    measure: statements(
      3,
      /\b(this|our|your|the|each|online|evening|free|a) course\b|\bcourse (fees?|starts|begins|covers|takes|material)\b|\b(module|semester|tuition|curriculum|syllabus|lessons?|cohort|boot ?camp|ects|enrol|enroll|enrolment|enrollment|instalments?|installments|homework)\b|\byou('|’)?(ll| will) (learn|study)\b|\b(receive|get|earn) (a|your) (certificate|diploma)\b|\b(fees?|price|cost)s?:? (is |are |of )?[$€£]?\d|\bno credit card\b|\bfree trial\b|\b(per|a) seat\b/i,
    ),
  },
  {
    id: 'appraisal',
    says: 'an appraisal of somebody’s work',
    start: -2,
    measure: statements(
      2,
      /\b(meets|exceeds|exceeded|below|above) (all )?expectations\b|\b(overall )?rating:|\breviewer:|\bareas? (for|of|to) (improvement|development|grow)\b|\bgoals? for (the )?(next|coming|new)\b|: \d([.,]\d)? ?(of|out of|\/) ?(5|10)\b|\b\d+ (to \d+ )?points\b|\bself-assessment\b/i,
    ),
  },
  {
    id: 'meeting',
    says: 'decisions of a meeting',
    start: -2,
    measure: statements(
      2,
      /^([Pp]resent|[Aa]ttendees|[Aa]ttending|[Aa]pologies|[Rr]egrets|[Aa]bsent|[Aa]ction( items?)?|[Dd]ecisions?|[Aa]greed|[Rr]esolved|[Nn]ext (meeting|sync|call)|[Ww]aiting for|[Oo]wner)\s*[:—–]|\b([Ww]e|[Ii]t was|was) (agreed|resolved|decided)\b|\b[Aa]pologies[:.]|\bwas (approved|postponed)\b|\bcandidates so far\b|\b[Nn]ext (meeting|sync)\b|^\p{Lu}\p{Ll}+ (to|will) \p{Ll}+\b.* (until|by|before) /u,
    ),
  },
  {
    id: 'trade',
    says: 'talk of the trade at large',
    start: -1.5,
    measure: statements(
      3,
      /\b(managers|moderators|editors|specialists|coordinators|marketers|professionals) (is|are|earn|earns|do|does|have|need|should|can|work|spend|make|look|say|face)\b|\b(a|an average|every|many|most) ([a-z]+ ){1,3}managers? (is|are|does|do|earns?|makes?|needs?|should|can|must|has|spends?)\b|\bmanagers? (is|are) (a|the) (person|people|someone)\b|\b(average|median|typical) (salary|salaries|pay)\b|\b(median|average|lowest|highest)( \w+)?:|\bsalaries (have|are|rose|range|vary)\b|\bhow much (do|does)\b|\bjob (descriptions?|advertisements?|market|titles|ads)\b|\b(most|many|more|few|some) (companies|employers|brands|businesses|organi[sz]ations)\b|\bemployers (want|ask|look|are|pay|now)\b|\brespondents\b|\bvacancies found\b|\bthe term\b/i,
    ),
  },
  {
    id: 'schedule',
    says: 'a plan by days, weeks or steps',
    start: -3,
    measure: headingsOf(
      2,
      /^(first|last|before|after)? ?(weeks?|days?|months?|phase|module|lesson|session|exercise|chapter|part|unit|quarter) (\d|one|two|three)|^first (\d+ )?(days?|weeks?|months?)|^before (the )?(first )?day|^(mon|tue|wed|thu|fri)(day|sday|nesday|rsday)?$|^q[1-4]\b|\(\d+ min(utes)?\)/,
    ),
  },
  {
    id: 'speech',
    says: 'quotes of people',
    start: -1,
    measure: share(
      0.2,
      /["”“]\s*[,.]?\s*(he|she|they|\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)?) (said|says|recalls|adds|explains|told)\b|["”]\s*(said|says|adds|explains) |\b(said|says|told) (he|she|the|\p{Lu}\p{Ll}+)\b|\bhas appointed\b|\bpress contact\b/u,
    ),
  },
];
