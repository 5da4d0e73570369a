import type { SectionKind } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';

/*
 * The patterns are tested on lower case: one that has to fold all letters takes milliseconds to be made.
 */

/** What a line that names a job stands in. */
export interface Surroundings {
  readonly section: SectionKind;
  /** Words of somebody else or no words at all: a quotation, code, a list of other openings. */
  readonly apart: boolean;
  /** It answers a label or heading that asks for a person ("Reports to"), or is a link or cell that may name any job. */
  readonly answers: boolean;
}

/** Words that may stand between "as our" and the title. None of them may open another relation. */
const between =
  '(?:(?!(?:with|to|by|from|for|of|under|alongside|beside|via|through|than|like|who|whom|whose|which|that|after|before|until|well|my|their|his|her|\\S*report\\S*|support\\S*|assist\\S*|help\\S*)\\b|our\\b.*\\bour\\b)[^\\s.:;!?…“”"]+\\s+){0,7}\\(?';
const before = (words: string): RegExp => new RegExp(`${words}\\s+${between}$`, 'u');

/** What comes before a title when it names this job. */
const thisJobBefore = before(
  '(?:\\b(?:as|seek|hiring(?!\\s+(?:manager|team|lead|process))|hire|hires|seeking|seeks|need|needs|want|wants|recruiting|appointing|welcoming|become|becoming|being|be)|\\b(?:look|looking|search|searching|hunting|on the (?:hunt|lookout)) for|\\b(?:role|position|job|title|post|opportunity) (?:of|as|for)|\\b(?:role|position|job|title|post|opening)\\s*(?:is|:)|\\b(?:apply|applying) (?:for|as)|\\bin the life of)',
);

/** "You are", where the sentence or clause begins. */
const youAreBefore = before("(?:^|[.!?,;:–—]\\s*|\\b(?:and|here)\\s+)(?:you are|you['’]re)");
const skilled = /\b(?:experienced|seasoned|skilled|trained|qualified|practi[cs]ing|former|current)\b/u;
const youMayBeAfter = /^s?\s+(?:today|already|now|currently|at heart|(?:who|and|or) (?:wants?|looking))\b/u;

/** What comes before it when it names somebody else. */
const someoneElseBefore =
  /(?:\b(?:with|alongside|to|by|from|and|or|support|supports|supporting|assist|assists|assisting|help|helps|helping|mentor|manage|manages|managing|supervise|lead|leads|coach|train|join|between|than|not|replacing|succeeding|brief|briefs|through|via|under|like|both)|\b(?:another|other|fellow|former|current|existing|several|two|three|all|their|his|her|your|client|clients['’]))\s+(?:(?:our|the|your|a|an|other|fellow|current|existing|new|future|local|global|regional)\s+)*$/u;

/** Nobody looks for a colleague whom they have: after these words it is always this job. */
const hiringBefore =
  /\b(?:hiring|recruiting|seek|seeking|(?:look|looking|search|searching|hunting|on the (?:hunt|lookout)) for)\s+(?:(?:a|an|our next|our first|the next|two|three|several|new)\s+)?(?:(?!manager\b)\(?[\p{L}-]+\)?,?\s+(?:and\s+)?){0,3}$/u;

/** What a person was, is elsewhere, or may be one day: "started as a", "five years as", "experience as", "went on to become". */
const otherTimes: readonly RegExp[] = [
  before(
    "(?<!(?:\\b(?:be|are|is|get|been)|['’]re)\\s+)\\b(?:\\p{L}+(?<!ne)ed|began|begun|came|went|gone|grew|rose|made|been|spent|career|experience|background|expertise|stint|history|past|previously|formerly)(?:\\s+[\\p{L}\\p{N}'’]+){0,4}?\\s+as",
  ),
  before("(?<!\\byou(?:['’]ll|\\s+will)?(?:\\s+be)?\\s+)\\bwork(?:s|ing)?\\s+as"),
  before("(?<!\\bfirst\\s+(?:\\p{L}+\\s+)?)\\b(?:years?|months?|yrs?)['’]?(?:\\s+[\\p{L}'’]+){0,4}?\\s+as"),
  before(
    '\\b(?:can|could|may|might|later|eventually|one day|going|moved|went|gone|grew|rose|rise|grow|path)\\b[^.;!?]{0,40}\\bbecom(?:e|ing)',
  ),
  before('\\b(?:became|promoted to)'),
];
const ownNext = /\bour\s+(?:next|new|first|future)\s+(?:[\p{L}-]+,?\s+){0,3}$/u;

/** In requirements "as a" tells of other jobs, unless it is said to "you" or opens the clause. */
const addressedAs = before('(?:^|[.!?,;:–—(]\\s*|\\b(?:you|us|join)\\s+)as');
const anyAs = before('\\bas');

/** Another opening than this. */
const otherOpening =
  /\b(?:(?:also|additionally|separately)\s+(?:\p{L}+\s+){0,2}(?:have|hiring|hire|looking|searching|seeking|recruiting|need|want|open|offering|advertising)|(?:another|other|second|separate)\s+(?:open\s+)?(?:position|opening|role|vacancy|job)s?|(?:similar|related|see)\s+(?:also|jobs?|roles?|openings?))\b[^.;!?]{0,60}$/u;

/** Compared with another job, in a list of former ones, with dates of its own, or part of another name. */
const otherBefore = /\b(?:vs\.?|versus|than|instead of)\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+)?$/u;
const otherAfter: readonly RegExp[] = [
  /^s?\s*,?\s*(?:vs\.?|versus|rather than|instead of|(?:and )?not (?:an?|the)|unlike)(?!\p{L})/u,
  /^s?,?\s*(?:\([^)]*\)\s*)?(?:and\/or|or)\s+(?:(?:in\s+)?an?\s+|in\s+)?(?:similar|comparable|equivalent|related|other)\b/u,
  /^s?\s*[,/]\s*(?!(?:you|we)\b)(?:[\p{L}-]+\s+){1,3}or\s+(?:an?\s+)?(?:[\p{L}-]+\s+){0,2}\p{L}+[.;]?$/u,
  /^[\s,(–—-]*(?:since|from|until)?\s*(?:19|20)\d\d\b/u,
  /^s?['’]?s?\s+(?:summit|conference|meet-?ups?|awards?|academy|handbook|certificat\w+|course|boot ?camp|podcast|blog|guild|association|network|forum|festival|survey|guide|toolkit|playbook|newsletter|alumni|appreciation|experience|background|skills)\b/u,
];

const collegiate =
  /^s?(?!\p{L}).{0,60}\b(?:reports? to you|reporting to you|will (?:brief|train|help|support|introduce|guide|onboard|join|mentor|coach|teach|lead|supervise|manage) you|hands? (?:it |them )?over|before you|your (?:line )?(?:manager|boss|supervisor|superior)|who (?:runs?|handles?|owns?|leads?|looks? after|already))\b/u;

const thisJobAfter =
  /^s?(?!\p{L})[\s,:–—-]*(?:\([^)]*\)\s*)?(?:role|position|job|opening|vacancy|opportunity|post|will|shall|you will|is (?:responsible|an?|the|our|expected)|must|should|candidate|applicant|wanted|needed|reports to|works? (?:with|closely)|leads|plays|serves)\b/u;
const openingAfter =
  /^s?(?!\p{L})\s*(?:\([^)]*\)\s*)?(?:role|position|job|opening|vacancy|opportunity|candidate|applicant)s?\b/u;
const openingBefore =
  /(?:\b(?:the|this|our|an?|every|each|any)\s+(?:\p{L}+\s+){0,2}|\p{L}['’]s\s+(?:\p{L}+\s+){0,2})$/u;

const rank = '(?:(?:senior|sr\\.?|junior|jr\\.?|lead|ideal|successful|right|new)\\s+){0,3}';
const opens = new RegExp(
  `^\\s*(?:(?:the|this|our|a|an|about the|about this|what does (?:a|an|our|the))\\s+)?${rank}$`,
  'u',
);
/** "An enthusiastic … who", "Our ideal …", "One … per region". */
const wished = /^\s*(?:our ideal|an? [\p{L}-]+(?:(?:,| and|, and)? [\p{L}-]+){0,2})\s+$/u;
const wishedAfter = /^(?!\p{L})\s*(?:$|[.!–—]|(?:who|with|to join|for our)\b|,\s*(?:who|with)\b)/u;
const oneEach = /^\s*(?:one|two)\s+$/u;
const each = /^s?\s+(?:per|for each|for every|in each|in every)\b/u;
const own = /\bour\s+(?:\p{L}+\s+){0,2}$/u;
const person = /^\s*:\s*(?:\p{Lu}\p{L}+\s*){2,3}(?:[(,].*)?$/u;

/** No relation that tells of a mention reaches farther. */
const reach = 200;

/** What joins a job to one that was named before it: "or Senior". */
const joinedTo = /^[\s(,/]*(?:or|\/)\s+(?:(?:an?|our|the)\s+)?(?:(?:senior|sr\.?|junior|jr\.?|lead)\s+)*$/u;

/** Whether the words between two jobs make the second another form of the first. */
export const isSameJob = (words: string): boolean => joinedTo.test(words.toLowerCase());

/**
 * Whether a mention of the title in the body means the job that the posting advertises, and not a colleague, a
 * superior, somebody to whom work goes, another opening or what a person did before. In doubt it does not.
 * @param text the statement or heading
 * @param span the title's words in it
 * @param after what follows them, without what the title itself says there
 * @param plural the mention is in the plural and the posting's own title is not
 * @param alike it is named as the title names it, with the same noun and rank
 */
export function meansThisJob(
  text: string,
  { span, after: rest, plural, alike }: Mention,
  { section, apart, answers }: Surroundings,
): boolean {
  if (section === 'works-with' || apart) return false;
  const cut = Math.max(0, span.start - reach);
  const lead = `${cut > 0 ? '…' : ''}${text.slice(cut, span.start).replace(/["“„'‘*]$/, '')}`.toLowerCase();
  const written = rest.slice(0, reach).replace(/^["”’*]/, '');
  const after = written.toLowerCase();
  if (otherOpening.test(lead) || otherBefore.test(lead)) return false;
  if (otherAfter.some((pattern) => pattern.test(after))) return false;
  if (hiringBefore.test(lead)) return true;
  if (collegiate.test(after)) return false;
  if (/\bas well as\s+(?:\p{L}+\s+){0,3}$/u.test(lead)) return false;
  if (!ownNext.test(lead) && otherTimes.some((pattern) => pattern.test(lead))) return false;
  if (section === 'requirements' && anyAs.test(lead) && !addressedAs.test(lead)) return false;
  if (thisJobBefore.test(lead)) return true;
  if (youAreBefore.test(lead)) return !plural && !skilled.test(lead) && !youMayBeAfter.test(after);
  if (oneEach.test(lead) && each.test(after)) return true;
  if (plural || answers || someoneElseBefore.test(lead)) return false;
  if (openingAfter.test(after) && openingBefore.test(lead)) return true;
  if (!alike || person.test(written)) return false;
  if (thisJobAfter.test(after) && /(?:\b(?:the|this|our)\s+(?:\p{L}+\s+){0,2}|^\s*)$/u.test(lead))
    return true;
  if (wished.test(lead)) return /ideal\s+$/.test(lead) || wishedAfter.test(after);
  return opens.test(lead) && !own.test(lead);
}

/** A mention as it stands in a text. */
export interface Mention {
  readonly span: Span;
  readonly after: string;
  readonly plural: boolean;
  readonly alike: boolean;
}
