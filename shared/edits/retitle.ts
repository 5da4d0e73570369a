import type { MappedText } from '../posting/mappedText.ts';
import type { Posting, RoleMention, SectionKind, TitlePlace } from '../posting/posting.ts';
import { overlaps } from '../posting/span.ts';
import { readTitle } from '../posting/titleRole.ts';
import type { RoleId, Taxonomy, TitleForms } from '../taxonomy/index.ts';
import { type Edit, replaceIn } from './edit.ts';
import { meansThisJob } from './mentions.ts';
import { changesTo, groupsOf, type WordChange, wordsOf } from './titleWords.ts';

export interface Retitle {
  /** The posting's title as it will read. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

interface Rewritten {
  readonly edits: readonly Edit[];
  /** As it will read. */
  readonly text: string;
}

/** A text with words changed, as edits and as it will read; null where words beside markup would leave it empty. */
function rewritten(content: MappedText, changes: readonly WordChange[]): Rewritten | null {
  const edits: Edit[] = [];
  let text = '';
  let done = 0;
  for (const { span, newText } of changes) {
    if (span.start < done) continue;
    const shorter = newText.length <= 1;
    if (shorter && content.runs(span).length > 1) return null;
    edits.push(...replaceIn(content, span, newText));
    text += content.text.slice(done, span.start) + newText;
    done = span.end;
  }
  return { edits, text: text + content.text.slice(done) };
}

const isPlural = (text: string, mention: RoleMention): boolean =>
  mention.noun !== null && /s$/i.test(text.slice(mention.noun.start, mention.noun.end));

const mentionsIn = (text: string, taxonomy: Taxonomy): readonly RoleMention[] =>
  readTitle(text, { ...taxonomy.titles, others: [] }).mentions;

/** Mentions of the title in the body that mean this job. */
function bodyEdits(posting: Posting, taxonomy: Taxonomy, to: TitleForms): Edit[] {
  const edits: Edit[] = [];
  const main = posting.title;
  const ownPlural = main?.reading.mentions.some((mention) => isPlural(main.content.text, mention)) ?? false;
  const visit = (content: MappedText, section: SectionKind): void => {
    const { text } = content;
    const mentions = content.once(mentionsIn, taxonomy);
    if (mentions.length === 0) return;
    for (const group of groupsOf(text, mentions)) {
      if (!group.some(({ noun, ownNoun }) => noun !== null || ownNoun)) continue;
      const plural = group.some((mention) => isPlural(text, mention)) && !ownPlural;
      if (!meansThisJob(text, wordsOf(group), section, plural)) continue;
      const changes = changesTo(text, group, to, taxonomy.titles.plainNoun);
      edits.push(...(rewritten(content, changes ?? [])?.edits ?? []));
    }
  };
  for (const section of [...posting.sections, ...posting.copies]) {
    if (section.heading !== null) visit(section.heading.content, section.kind);
    for (const statement of section.statements) visit(statement.content, section.kind);
  }
  return edits;
}

/** One place of the title under the role's name, or null where that would not read as its title. */
function retitled(place: TitlePlace, taxonomy: Taxonomy, to: TitleForms): Rewritten | null {
  const { text } = place.content;
  const groups = groupsOf(text, place.reading.mentions);
  const changes = groups.map((group) => changesTo(text, group, to, taxonomy.titles.plainNoun));
  const rewrite = rewritten(
    place.content,
    changes.flatMap((change) => change ?? []),
  );
  if (rewrite === null || changes.includes(null)) return null;
  const names = readTitle(rewrite.text, taxonomy.titles);
  // "A, Events & B Manager" would name the role twice.
  const twice = groups.length > 1 && new Set(place.reading.mentions.map(({ role }) => role)).size > 1;
  return names.role !== to.role || twice ? null : rewrite;
}

/**
 * Puts one role's name into the title wherever the document names this job; a title that names both keeps the one.
 * Seniority, nouns, case, plural, gender marks and punctuation stay. Null where the title has no words to change, or
 * where it would not read as a title of the role.
 * @param to id of the role that the title should name
 */
export function retitle(posting: Posting, taxonomy: Taxonomy, to: RoleId): Retitle | null {
  const forms = taxonomy.titles.forms.find((form) => form.role === to);
  const main = posting.title;
  if (forms === undefined || main === null) return null;
  const edits: Edit[] = [];
  let title = main.content.text;
  for (const place of posting.titles) {
    if (!place.reading.mentions.some(({ role }) => role !== to)) continue;
    const rewrite = retitled(place, taxonomy, forms);
    if (rewrite === null) return null;
    edits.push(...rewrite.edits);
    if (place === main) title = rewrite.text;
  }
  if (edits.length === 0) return null;
  for (const edit of bodyEdits(posting, taxonomy, forms))
    if (!edits.some((known) => overlaps(known.span, edit.span))) edits.push(edit);
  edits.sort((a, b) => a.span.start - b.span.start);
  return { title, edits };
}
