import { isDutyVerb, opening } from './duty.ts';
import type { KnownText } from './knownText.ts';
import type { SectionKind } from './posting.ts';

/** Headings of job postings by what follows them. The first that matches wins, so the narrow ones stand first. */
const headings: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'excluded',
    /\b(?:what|things|tasks|duties|work)\b.*(?:\bnot|n't|\bnever)\b.*\b(?:do|be doing|own|run|handle|expect\w*)\b|\bnot\s+(?:a\s+)?(?:part of\s+|in\s+)?(?:this|the|your)\s+(?:job|role|position|scope|work|task)s?\b|\b(?:out of|outside(?: of)?|not in)\s+(?:the\s+)?scope\b|^what (?:this|the) (?:job|role|position) (?:is(?:\s+not|n't)|does(?:\s+not|n't)\b.*)\s*[:.]?$|^you (?:(?:will|would|do)\s+(?:not|never)|(?:wo|do)n't)\b|^(?:others?|someone else|somebody else|other (?:people|teams)|(?:our|the) [\w ]*(?:team|agency|colleagues)) (?:do(?:es)?|owns?|handles?|runs?|takes? care)\b|\b(?:handled|owned|run|done|covered|managed|looked after) by (?!you\b)/,
  ],
  ['works-with', /\bwork(s|ing)? (closely )?with\b|\bcollaborat(es|ion) with\b/],
  [
    'equal-opportunity',
    /\bequal(ity)?\b.*\b(opportunit|employ)|\bdiversity\b|\beeo\b|\bnon-?discrimination\b|\baccommodation|\binclusion\b/,
  ],
  [
    'apply',
    /\b(how|where|ready|want|interested)\b.*\bappl(y|ying|ication)|^apply\b|\bapplication (process|instructions|procedure)|\b(interview|hiring|selection) process\b|\bto apply\b|\bcontact\b|\bdeadline\b|\bnext steps?\b|\binterested\b|^applications?\b/,
  ],
  [
    'requirements',
    /\b(requirements?|required|qualifications?|skills?|experience|competenc(y|ies)|who you are|about you|your (profile|background)|must[- ]haves?|nice[- ]to[- ]haves?|preferred|desired|ideal candidate|we('re| are) looking for|looking for|what you('ll)? (bring|need|have)|you (have|are|bring|might|may)|attributes|education|knowledge|abilities|prerequisites|bonus( points)?|candidate|what (it takes|we need)|who we need|pluses|good fit|great fit|profile|criteria|success factors|wants?)\b/,
  ],
  [
    'benefits',
    /\b(benefits?|perks?|compensation|salary|pay|what we offer|we offer|what you('ll)? get|why (join|work)|remuneration|our offer|what's in it|stipend|rewards?|time off|conditions)\b/,
  ],
  [
    'duties',
    /\b(responsibilit(y|ies)|responsible|duties|dut(y|ies)|what you('ll|’ll| will| would)? (do|be doing)|you('ll|’ll| will)( be)?\b|the role|role description|your (role|tasks?|missions?|job|work|day)|day[- ]to[- ]day|a day in|key (areas|tasks|functions|activities|accountabilities)|functions?|tasks?|job description|description|scope|accountabilities|in this role|role overview|objectives?|what we need you|expectations|deliverables|activities|missions?|about the (role|job|position|opportunity)|(position|job|role) (summary|overview|purpose|details)|summary|the (job|position|opportunity)|work you)\b/,
  ],
  [
    'about',
    /\b(about( us| the (company|team|organi[sz]ation|project))?|who we are|our (company|story|team|missions?|values|culture|vision)|the (company|team|organi[sz]ation)|company|overview|background|introduction|values|culture)\b/,
  ],
];

/**
 * The kind of section that a heading opens, or null where the words say nothing.
 * @param text the heading's words, without markup
 */
export function sectionKind(text: string): SectionKind | null {
  const words = text.toLowerCase().replace(/[’]/g, "'").trim();
  if (words.length > 80) return null;
  for (const [kind, pattern] of headings) if (pattern.test(words)) return kind;
  return null;
}

/** "You will host …", "In your first year you'll be building …": how a sentence addresses who gets the job. */
const addresses =
  /^(?:[^.;:]{2,60},\s+|(?:every|each|once|twice|in|on|at|as|with)\b[^.;:]{2,40}?\s)?you(?:['’]ll|\s+(?:will|would|get\s+to))?\s+(?!(?:bring|learn|meet|see|share|speak|think|use|work)\b)(?:(?:also|then|mainly|mostly|often|be)\s+)*(\p{L}+)/iu;

const opensAsDuty = (text: string): boolean => opening(text) === 'base';
const isAddressed = (text: string): boolean => {
  const verb = addresses.exec(text)?.[1];
  return verb !== undefined && (isDutyVerb(verb) || /^responsible$/i.test(verb));
};

/**
 * Whether prose under a heading that says nothing tells what the person will do: half of it says so outright, or most of it
 * opens with a duty's verb (all, where there are two sentences).
 * @param texts its sentences
 */
export function tellsDuties(texts: readonly KnownText[]): boolean {
  const count = (test: (text: string) => boolean): number => texts.filter((text) => text.once(test)).length;
  const addressed = count(isAddressed);
  if (addressed >= 2 && addressed >= texts.length / 2) return true;
  const opened = count(opensAsDuty);
  return opened === texts.length ? opened >= 2 : opened >= 3 && opened >= texts.length * (2 / 3);
}
