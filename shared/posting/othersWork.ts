import { isDutyVerb } from './duty.ts';
import type { KnownText } from './knownText.ts';
import { sectionKind } from './sections.ts';
import type { Span } from './span.ts';

/** Who holds the job, as the subject of a sentence. */
const holder =
  '(?:you|(?:this|the|your) (?:job|role|position|post|person|hire|candidate|job holder|postholder))';

/** "You will not run our Instagram", "In this role you never post": nobody's duty here. */
const denied = new RegExp(
  `^(?:please note(?: that)?[:,]?\\s+|(?:in|as|for|with) [^,.;:]{2,60}?,?\\s+|and\\s+)?${holder}` +
    "(?:(?:\\s(?:will|would|do|does|are|is|should|need|have|has)|[’']re)?\\s(?:not|never)|\\s(?:wo|would|do|does|are|is)n[’']t)" +
    '\\s(?!only\\b|just\\b|merely\\b|simply\\b|alone\\b)',
  'i',
);

/** "No posting", "This is not a community role": nor here. */
const none =
  /^(?:no\s+(?:\p{L}+\s+)?\p{L}+ing\b|this\s+(?:is\s+not|isn['’]t)\s+an?\s[^,.;:]{2,40}\s(?:role|job|position)\b)/iu;

/** "Posting on Instagram is not part of this job." */
const outside =
  /(?:\b(?:is|are|do|does)\s+not|n['’]t)\s+(?:be\s+|belong\s+)?(?:an?\s+)?(?:part\s+of\s+|among\s+|in\s+|to\s+|within\s+)?(?:this|your|the)\s+(?:job|role|position|dut(?:y|ies)|tasks?|responsibilit(?:y|ies)|scope|remit|work)\b/i;

/** "Our agency creates", "The press team in Berlin writes", "Nadia, our press officer, writes", "Somebody else posts". */
const others =
  /^(?:and\s+)?(?:(?:our|the|an?)\s(?:[\p{L}\p{N}&/’'-]+\s){0,4}?(?:agency|agencies|teams?|departments?|colleagues?|freelancers?|designers?|photographers?|vendors?|suppliers?|contractors?|interns?|studio)(?:\s(?:in|at|from)\s[\p{L} ]{2,30}?)?|\p{L}[\p{L}’'-]+(?:\s\p{L}[\p{L}’'-]+)?,\s(?:our|the|an?)\s[^,.;:]{3,60},|(?:some(?:body|one)\selse|others))\s(?:already\s|also\s|then\s)?(\p{L}+)/iu;
const othersVerb = /^(?:does?|handles?|looks?|owns?|takes?)$/i;

/** "Our press officer, Dev, does that." */
const othersDoThat =
  /^(?:and\s+)?our\s[^.;:]{2,60}?\s(?:do(?:es)?|handles?|owns?)\s(?:that|this|it|them|those)\b/i;

/** "Work with the press officer, who writes captions": from "who" on somebody else is spoken of. */
const colleague =
  /\b(?:with|to|alongside|from|by|support|supporting|assist|assisting)\s+(?:the|our|an?)\s+(?:[\p{L}&/’'-]+\s+){0,4}(?:agency|team|department|colleagues?|manager|lead|specialist|coordinator|officer|editor|strategist|director|head|designer|freelancer)s?,?\s+(?=(?:who|which|that)\s)/iu;

/** "Our channels are run by our agency." */
const byOthers =
  /\b(?:is|are|gets?|will\s+be)\s+(?:\w+\s+)?(?:handled|owned|run|managed|done|covered|written|created|made|moderated|produced|posted|planned|looked\s+after|taken\s+care\s+of)\s+by\s+(?:our|the|an?|others|someone|somebody|another|other)\b(?!\s+(?:\w+\s+)?(?:role|position|person|candidate|job)\b)/i;

/** Most statements have none of these, and are not looked at any further. */
const hint =
  /\b(?:not|never|no|by|else|others|who|which|(?:do(?:es)?|handles?|owns?)\s(?:that|this|it|them|those)|agenc(?:y|ies)|teams?|departments?|colleagues?|freelancers?|designers?|photographers?|vendors?|suppliers?|contractors?|interns?|studio)\b|n['’]t\b|,\s(?:our|the|an?)\s/i;

/** Where a clause ends, after which somebody else may be spoken of. */
const clauseEnd =
  /[;.!?]\s+|\s[–—-]\s+|,?\s(?:but|while|whereas)\s+|,\s(?=(?:and\s|so\s)?(?:you|we|they)\b|(?:and|so)\s(?:our|the)\b)/gi;

function isOthers(clause: string): boolean {
  if ([denied, none, outside, byOthers, othersDoThat].some((pattern) => pattern.test(clause))) return true;
  if (/\byou\b/i.test(clause)) return false;
  const verb = others.exec(clause)?.[1];
  return verb !== undefined && (isDutyVerb(verb) || othersVerb.test(verb));
}

const nothing: readonly Span[] = [];

/**
 * The clauses of a text that tell what the person will not do, or what others do.
 * @returns offsets in the text, in order
 */
export function othersWork(text: string): readonly Span[] {
  if (!hint.test(text)) return nothing;
  const found: Span[] = [];
  let start = 0;
  const look = (end: number, next: number): void => {
    const clause = text.slice(start, end);
    const who = colleague.exec(clause);
    if (isOthers(clause)) found.push({ start, end });
    else if (who !== null) found.push({ start: start + who.index + who[0].length, end });
    start = next;
  };
  for (const { index, 0: sign } of text.matchAll(clauseEnd)) look(index, index + sign.length);
  look(text.length, text.length);
  return found.length === 0 ? nothing : found;
}

const label = /^([^:\n]{3,50}):\s/;
const namesColleagues = /^works? (?:closely )?with$/i;

/** Whether all of a text is of that kind, or a label says so of it: "Not part of the job: captions". */
export function isOthersWork(text: string, _: undefined, known: KnownText): boolean {
  const opens = label.exec(text)?.[1];
  if (opens !== undefined && (namesColleagues.test(opens) || sectionKind(opens) === 'excluded')) return true;
  const clauses = known.once(othersWork);
  if (clauses.length === 0) return false;
  let rest = text;
  for (const { start, end } of [...clauses].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return !/\p{L}/u.test(rest.replace(/\b(?:but|while|whereas|and)\b/gi, ''));
}
