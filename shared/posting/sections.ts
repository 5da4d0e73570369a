import type { SectionKind } from './posting.ts';

/** Headings of job postings by what follows them. The first that matches wins, so the narrow ones stand first. */
const headings: readonly (readonly [SectionKind, RegExp])[] = [
  ['works-with', /\bwork(s|ing)? (closely )?with\b|\bhandled by others\b|\bcollaborat(es|ion) with\b/],
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
    /\b(responsibilit(y|ies)|responsible|duties|dut(y|ies)|what you('ll|’ll| will| would)? (do|be doing)|you('ll|’ll| will)( be)?\b|the role|role description|your (role|tasks?|mission|job|work|day)|day[- ]to[- ]day|a day in|key (areas|tasks|functions|activities|accountabilities)|functions?|tasks?|job description|description|scope|accountabilities|in this role|role overview|objectives?|what we need you|expectations|deliverables|activities|mission|about the (role|job|position|opportunity)|(position|job|role) (summary|overview|purpose|details)|summary|the (job|position|opportunity)|work you)\b/,
  ],
  [
    'about',
    /\b(about( us| the (company|team|organi[sz]ation|project))?|who we are|our (company|story|team|mission|values|culture|vision)|the (company|team|organi[sz]ation)|company|overview|background|introduction|values|culture)\b/,
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
