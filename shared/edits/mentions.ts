import type { SectionKind } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';

/** Words that may stand between "as our" and the title. None of them may open another relation. */
const between =
  "(?:(?!with\\b|to\\b|by\\b|from\\b|for\\b|well\\b|our\\b.*\\bour\\b)[\\p{L}\\p{N}'’,&/-]+\\s+){0,7}";

/** What comes before a title when it names this job. */
const thisJobBefore = new RegExp(
  `(?:\\b(?:as|hiring|hire|hires|seeking|seeks|need|needs|want|wants|recruiting|appointing|welcoming|become|becoming|being|be)|\\b(?:looking|searching) for|\\b(?:role|position|job|title|post|opportunity) (?:of|as|for)|\\b(?:role|position|job|title|post|opening)\\s*(?:is|:)|\\b(?:apply|applying) (?:for|as))\\s+${between}$`,
  'iu',
);

/** What comes before it when it names somebody else. */
const someoneElseBefore =
  /(?:\b(?:with|alongside|to|by|from|and|or|support|supports|supporting|assist|assists|assisting|help|helps|helping|mentor|manage|manages|managing|supervise|lead|leads|coach|train|join|between|than|not|replacing|succeeding|brief|briefs|through|via|under|like|both)|\b(?:another|other|fellow|former|current|existing|several|two|three|all|their|his|her|your|client|clients['’]))\s+(?:(?:our|the|your|a|an|other|fellow|current|existing|new|future|local|global|regional)\s+)*$/iu;

/** Nobody looks for a colleague whom they have: after these words it is always this job. */
const hiringBefore =
  /\b(?:hiring|recruiting|seeking|(?:looking|searching) for)\s+(?:(?:a|an|our next|our first|the next|two|three|several|new)\s+)?(?:[\p{L}-]+,?\s+(?:and\s+)?){0,3}$/iu;

const collegiate =
  /^s?(?!\p{L}).{0,60}\b(?:reports? to you|reporting to you|will (?:brief|train|help|support|introduce|guide|onboard|join) you|hands? (?:it |them )?over|before you|your (?:line )?manager|who (?:runs?|handles?|owns?|leads?|looks? after|already))\b/iu;

const thisJobAfter =
  /^s?(?!\p{L})[\s,:–—-]*(?:\([^)]*\)\s*)?(?:role|position|job|opening|vacancy|opportunity|post|will|shall|you will|is responsible|is a|is the|is expected|is an|must|should|candidate|applicant|wanted|needed|reports to|works? (?:with|closely)|leads|plays|serves)\b/iu;

/**
 * Whether a mention of the title in the body means the job that the posting advertises, and not a colleague, a
 * superior or somebody to whom work goes. In doubt it does not.
 * @param text the statement or heading
 * @param span the title's words in it
 * @param plural the mention is in the plural and the posting's own title is not
 */
export function meansThisJob(text: string, span: Span, section: SectionKind, plural: boolean): boolean {
  if (section === 'works-with') return false;
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  if (hiringBefore.test(before)) return true;
  if (collegiate.test(after)) return false;
  if (/\bas well as\s+(?:\p{L}+\s+){0,3}$/iu.test(before)) return false;
  if (/\bwork(?:s|ing)? as\b/i.test(before) || thisJobBefore.test(before)) return true;
  if (plural || someoneElseBefore.test(before)) return false;
  const opens =
    /^\s*(?:(?:the|this|our|a|an|about the|about this|what does (?:a|an|our|the))\s+)?(?:(?:senior|sr\.?|junior|jr\.?|lead|ideal|successful|right|new)\s+){0,3}$/iu.test(
      before,
    );
  const own = /\bour\s+(?:\p{L}+\s+){0,2}$/iu.test(before);
  if (thisJobAfter.test(after) && /(?:\b(?:the|this|our)\s+(?:\p{L}+\s+){0,2}|^\s*)$/iu.test(before))
    return true;
  return opens && !own;
}
