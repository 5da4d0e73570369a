import { jobNoun } from '../jobNoun.ts';

/** Nouns of jobs beyond those of `jobNoun`, and the same in the other languages that postings here are written in. */
const moreNouns =
  /^(aide|actuary|artist|canvasser|chemist|clinician|coder|collector|counsell?or|dev|fundraiser|grantwriter|illustrator|labou?rer|optician|organiser|owner|practitioner|rater|scholar|sdet|sonographer|swe|tech|biologist|physicist|dentist|doctor|surgeon|veterinarian|geologist|ecologist|toxicologist|banker|broker|trader|closer|seller|merchandiser|stylist|florist|baker|farmer|gardener|landscaper|roofer|carpenter|painter|installer|machinist|fabricator|assembler|packer|loader|courier|pilot|seaman|firefighter|sergeant|constable|chaplain|pastor|minister|musician|dancer|actor|singer|conductor|attendant|animator|auditor|builder|buyer|captain|carer|caretaker|cashier|chair|chairperson|cleaner|coach|commander|curator|educator|estimator|expert|facilitator|generalist|guard|host|inspector|investigator|journalist|leader|lecturer|liaison|maker|mentor|model|nanny|navigator|paramedic|photographer|physician|picker|principal|receptionist|registrar|reporter|sales(man|woman|person|people)|secretary|steward|surveyor|treasurer|tutor|underwriter|vp|videographer|waiter|waitress|hygienist|pharmacist|psychologist|economist|statistician|lawyer|artisan|foreman|dispatcher|handler|processor|janitor|barista|bartender|plumber|optimizer|master|mgr|coord|asst|positions?|vacanc(y|ies)|traineeships?|apprenticeships?|[\p{L}]*(entwickler|leiter|mitarbeiter|referent|redakteur|berater|praktikant|werkstudent|sachbearbeiter|kauf(mann|frau)|koordinator|assistent|techniker|ingenieur)(in|:in|\*in|innen)?|[\p{L}]*manager(in)|responsable|charg[ée]e?|gestionnaire|animateur|animatrice|r[ée]dact(eur|rice)|d[ée]veloppeu(r|se)|stagiaire|directeur|directrice|ing[ée]nieure?|gestora?|especialista|desarrollador(a)?|t[ée]cnic[oa]|becari[oa]|director[a]|coordinador(a)?|coordenador(a)?|analista|gerente|desenvolvedor(a)?|estagi[áa]ri[oa]|addett[oa]|responsabile|sviluppat(ore|rice)|tirocinante|medewerk(st)?er|beheerder|ontwikkelaar|stagiair(e)?|adviseur)$/iu;

/** Departments that stand for the job in a title ("Community Operations"). */
const field =
  /^(operations|engagement|relations|communications?|marketing|support|management|outreach|editorial|moderation|sales|success|development|partnerships|production|internship|engineering|programming|administration|research)$/i;

/** How titles of articles and pages begin, even where they end in the noun of a job. */
const talks =
  /^(how|why|what|when|where|who|which|meet|welcome|introducing|announcing|interview|thoughts|lessons|notes|tips|using|building|become|becoming|getting|understanding|our|my|your|i|q&a|\d+|an? (guide|look|introduction|day)|five|ten|three|seven|top|best|guide|case study|more on|updates?|recap|about|for|from|questions|(master|bachelor)(['’]s)? (of|in)|the (role|rise|state|future|art|best|top))\b|\?$/i;

/** What lines name that are no jobs, whatever stands before it. */
const otherThings =
  /\b(recap|newsletter|minutes|report|guide(lines?|book)?|workshop|webinar|interview|q&a|podcast|survey|handbook|tutorial|readme|changelog|documentation|conference|meetup|bootcamp|awards?|announcement|announced)\b|[.:;!]$/i;

/** What documents about a job and its people are; a part of the title that ends in one makes it the title of that. */
const documents =
  /\b(appraisal|(performance|annual|yearly|quarterly|mid-?year|peer) review|evaluation|assessment|self-assessment|letter|minutes|notes|agenda|sync|meeting|faqs?|guide|handbook|playbook|handover|checklist|curriculum|syllabus|courses?|class|masterclass|boot ?camp|webinar|workshop|exercise|quiz|proposal|survey|report|salary|salaries|interview|awards?|agreement|reference|resignation|(business|use) case|case study)$|^(week|sprint|lesson|exercise|module)$|^(m\.?sc|b\.?sc|mba)$/i;

/** The same where the job comes after; behind a job they say what kind of contract it is. */
const documentsBefore =
  /\b(plan|contract|offer|(interview|starter) kit|questions|days|weeks?|pay|training|degree|certificate|application|budget|review|subject|re|fwd?)$/i;

const marks =
  /\(\s*(m|w|f|d|x|h|all genders?|gn)\s*[/|]\s*(m|w|f|d|x|h|div)\b.{0,8}\)|\b[hf]\s?\/\s?[fhm]\b/i;

/** What a job is at, for or of: the noun stands before it ("Director of Programs at Acme"). */
const before =
  /\s(?:at|@|for|in|of|to|with|on|who|that|is|are|needed|wanted|die|der|de|für|pour|para|en|bei|chez)\s/i;

/** How the two jobs are abbreviated; in small letters these are other words. */
const abbreviated = /^(SMM|CM)$/;

const isJob = (word: string): boolean => jobNoun.test(word) || moreNouns.test(word) || abbreviated.test(word);

/** Alone these name a part of a program as often as a job. */
const alone =
  /^(agent|worker|driver|controller|builder|operator|host|master|head|lead|chief|positions?|role|job|planner|collector|processor|handler|dispatcher|installer|loader|packer|model|animator|tech|dev|owner|creator|editor|manager|partner|client|translator|tester|support|management|administration|operations|development)s?$/i;

function endsInJob(words: readonly string[], nouns: (word: string) => boolean): boolean {
  const last = words.at(-1)?.replace(/[^\p{L}&*:]/gu, '') ?? '';
  return nouns(last);
}

const level =
  /\s+(i{1,3}|iv|v|\d+|level|remote|job description|description|role|position|opportunity|template|needed|wanted|required|opening|closed|filled)$/i;

/** Whether it is the title of a review, a letter, a course: of what is about a job and offers none. */
function namesDocument(heads: readonly string[]): boolean {
  const [first = '', ...others] = heads.map((head) => head.replace(/[\s\d.]+$/, ''));
  return documentsBefore.test(first) || [first, ...others].some((head) => documents.test(head));
}

const pictures = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u200d\ufe0f]+/gu;

/**
 * How clearly a line is the title of a job: 1 where a segment of it ends in the noun of a job ("Lead Editor, Books"), less
 * where such a noun only stands in it or the line reads like the title of an article.
 */
export function jobTitle(text: string): number {
  const line = text.replace(pictures, ' ').trim();
  const words = line.split(/\s+/);
  if (line === '' || line.length > 200) return 0;
  if (marks.test(line)) return 1;
  const heads = line
    .replace(/[([]([^()[\]]{0,80})[)\]]/g, ' | $1 | ')
    .split(/\s[-–—•·]\s|-\s|[,:|/]/)
    .slice(0, 8)
    .map((part) => (part.trim().split(before)[0] ?? '').replace(level, '').replace(level, ''))
    .filter((part) => part !== '');
  const piped = line.includes('|');
  const strong = heads.some((part) => {
    const of = part.split(/\s+/);
    return of.length <= 6 && !/\d{2,}/.test(part) && endsInJob(of, isJob);
  });
  if (alone.test(line)) return 0.2;
  if (namesDocument(heads)) return 0.1;
  const talk = talks.test(line);
  if (strong && (words.length <= 14 || piped)) return talk ? 0.2 : 1;
  const other = talk || otherThings.test(line);
  if (strong || jobNoun.test(line)) return other ? 0.1 : words.length <= 10 || piped ? 0.35 : 0.2;
  const area = heads.some((part) => endsInJob(part.split(/\s+/), (word) => field.test(word)));
  return area && words.length <= 6 && !other ? 0.5 : 0;
}

/** What jobs are called in play; that such a title says little of the job is for a rule to find. */
const playful =
  /^(?:\S+ ){1,4}(?:storyteller|guru|wizard|ninja|rockstar|hero|whisperer)s?(?=$|\s*[,(|/–—-])/i;

/** How clearly a line is the title of a job, were it a playful one. */
export const anyJobTitle = (text: string): number =>
  Math.max(jobTitle(text), playful.test(text.trim()) ? 0.8 : 0);
