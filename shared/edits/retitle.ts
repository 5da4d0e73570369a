import type { MappedText } from '../posting/mappedText.ts';
import { forgetful, type Memory } from '../posting/memory.ts';
import type { Posting, RoleMention, SectionKind, TitlePlace } from '../posting/posting.ts';
import { overlaps, type Span } from '../posting/span.ts';
import { readTitle } from '../posting/titleRole.ts';
import type { RoleId, Taxonomy, TitleForms } from '../taxonomy/index.ts';
import { type Edit, inCaseOf, replaceIn } from './edit.ts';
import { meansThisJob } from './mentions.ts';

export interface Retitle {
  /** The posting's title as it will read. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

function formsOf(taxonomy: Taxonomy, role: RoleId): TitleForms | undefined {
  return taxonomy.titles.forms.find((form) => form.role === role);
}

/** The words to change and what to write: the modifier, or modifier and noun where the noun is the role's own. */
function replacement(
  text: string,
  mention: RoleMention,
  to: TitleForms,
  plainNoun: string,
): { span: Span; newText: string } {
  const own = mention.ownNoun;
  const end = own && mention.noun !== null ? mention.noun.end : mention.modifier.end;
  const span = { start: mention.modifier.start, end };
  const written = text.slice(span.start, span.end);
  const plural = own && /s$/i.test(written) ? 's' : '';
  // The noun shows whether "Community" is a capital of titles or of a sentence's first word.
  const sample = text.slice(span.start, mention.noun?.end ?? end);
  return { span, newText: inCaseOf(sample, own ? `${to.modifier} ${plainNoun}${plural}` : to.modifier) };
}

function retitleText(
  content: MappedText,
  mentions: readonly RoleMention[],
  to: TitleForms,
  plainNoun: string,
): { edits: Edit[]; text: string } {
  const edits: Edit[] = [];
  let text = '';
  let done = 0;
  for (const mention of mentions) {
    const change = replacement(content.text, mention, to, plainNoun);
    if (change.span.start < done) continue;
    edits.push(...replaceIn(content, change.span, change.newText));
    text += content.text.slice(done, change.span.start) + change.newText;
    done = change.span.end;
  }
  return { edits, text: text + content.text.slice(done) };
}

const isPlural = (text: string, mention: RoleMention): boolean =>
  mention.noun !== null && /s$/i.test(text.slice(mention.noun.start, mention.noun.end));

const mentionsIn = (text: string, taxonomy: Taxonomy): readonly RoleMention[] =>
  readTitle(text, { ...taxonomy.titles, others: [] }).mentions;

/** Mentions of the title in the body that mean this job. */
function bodyEdits(
  posting: Posting,
  taxonomy: Taxonomy,
  from: RoleId,
  to: TitleForms,
  ownPlural: boolean,
  memory: Memory,
): Edit[] {
  const edits: Edit[] = [];
  const visit = (content: MappedText, section: SectionKind): void => {
    const mentions = memory.recall(mentionsIn, content.text, taxonomy).filter((mention) => {
      if (mention.role !== from || (mention.noun === null && !mention.ownNoun)) return false;
      const span = { start: mention.modifier.start, end: mention.noun?.end ?? mention.modifier.end };
      return meansThisJob(content.text, span, section, isPlural(content.text, mention) && !ownPlural);
    });
    edits.push(...retitleText(content, mentions, to, taxonomy.titles.plainNoun).edits);
  };
  for (const section of [...posting.sections, ...posting.copies]) {
    if (section.heading !== null) visit(section.heading.content, section.kind);
    for (const statement of section.statements) visit(statement.content, section.kind);
  }
  return edits;
}

/**
 * Puts another role's name into the title wherever the document names this job. Seniority, nouns, case, plural, gender
 * marks and punctuation stay. Null where the title has no words to change.
 * @param to id of the role that the title should name
 * @param memory what is known from the document's last state
 */
export function retitle(
  posting: Posting,
  taxonomy: Taxonomy,
  to: RoleId,
  memory: Memory = forgetful,
): Retitle | null {
  const forms = formsOf(taxonomy, to);
  const main = posting.title;
  if (forms === undefined || main === null) return null;
  const wrong = (place: TitlePlace): readonly RoleMention[] =>
    place.reading.mentions.filter((mention) => mention.role !== to);
  const from = wrong(main)[0]?.role;
  if (from === undefined) return null;
  const { plainNoun } = taxonomy.titles;
  const edits: Edit[] = [];
  for (const place of posting.titles)
    edits.push(...retitleText(place.content, wrong(place), forms, plainNoun).edits);
  const ownPlural = wrong(main).some((mention) => isPlural(main.content.text, mention));
  for (const edit of bodyEdits(posting, taxonomy, from, forms, ownPlural, memory))
    if (!edits.some((known) => overlaps(known.span, edit.span))) edits.push(edit);
  edits.sort((a, b) => a.span.start - b.span.start);
  return edits.length === 0
    ? null
    : { title: retitleText(main.content, wrong(main), forms, plainNoun).text, edits };
}
