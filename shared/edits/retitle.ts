import type { MappedText } from '../posting/mappedText.ts';
import type { Posting, TitlePlace } from '../posting/posting.ts';
import { overlaps, type Span } from '../posting/span.ts';
import type { RoleId, Taxonomy, TitleForms } from '../taxonomy/index.ts';
import { articleEdits } from './article.ts';
import { type Edit, replaceIn } from './edit.ts';
import { isSameJob, meansThisJob } from './mentions.ts';
import { type NamedJob, OwnTitle } from './ownTitle.ts';
import { type Line, LineReader } from './surroundings.ts';
import { changesTo, groupsOf, readsAsTitle, type WordChange } from './titleWords.ts';

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

/** The line break that stands between the words of a stretch, as the source writes it; null where none does. */
function breakWithin(content: MappedText, { start, end }: Span, source: string): string | null {
  for (
    let at = content.text.indexOf(' ', start);
    at >= 0 && at < end;
    at = content.text.indexOf(' ', at + 1)
  ) {
    const { start: from, end: to } = content.toSource({ start: at, end: at + 1 });
    const written = source.slice(from, to);
    if (/[\r\n]/.test(written)) return written;
  }
  return null;
}

/**
 * A text with words changed, as edits and as it will read; null where words beside markup would leave it empty. An
 * article before them follows the new word, and a line that was broken between them is broken after them.
 */
function rewritten(content: MappedText, changes: readonly WordChange[], source: string): Rewritten | null {
  const edits: Edit[] = [];
  let text = '';
  let done = 0;
  for (const { span, newText } of changes) {
    if (span.start < done) continue;
    const shorter = newText.length <= 1;
    if (shorter && content.runs(span).length > 1) return null;
    edits.push(...articleEdits(content, span.start, newText), ...replaceIn(content, span, newText));
    const lineBreak = breakWithin(content, span, source);
    const blank = { start: span.end, end: span.end + 1 };
    if (lineBreak !== null && content.text.charAt(span.end) === ' ')
      edits.push({ span: content.toSource(blank), newText: lineBreak });
    text += content.text.slice(done, span.start) + newText;
    done = span.end;
  }
  return { edits, text: text + content.text.slice(done) };
}

/** The edits of a line that names this job, as the title will name it. */
function lineEdits(
  { content, around }: Line,
  own: OwnTitle,
  taxonomy: Taxonomy,
  to: TitleForms,
  source: string,
): Edit[] {
  const { text } = content;
  const ours: NamedJob[] = [];
  for (const job of own.jobsIn(content)) {
    const last = ours.at(-1);
    const { start, end } = job.span;
    const means = (): boolean =>
      meansThisJob(
        text,
        {
          span: job.span,
          after: own.afterOwn(text.slice(end)),
          plural: job.plural && !own.plural,
          alike: own.isAlike(text, job),
        },
        around(job.span),
      );
    if ((last !== undefined && isSameJob(text.slice(last.span.end, start))) || means()) ours.push(job);
  }
  const isNamed = ({ mentions }: NamedJob): boolean => mentions.every(({ role }) => role === to.role);
  // "As the one you host, as the other you post": one name would say both of one job.
  if (ours.some(isNamed) && !ours.every(isNamed)) return [];
  return ours.flatMap(({ mentions }) => {
    const changes = changesTo(text, mentions, to, taxonomy.titles);
    return rewritten(content, changes ?? [], source)?.edits ?? [];
  });
}

/** Mentions of the title in the body that mean this job. */
function bodyEdits(posting: Posting, taxonomy: Taxonomy, to: TitleForms, source: string): Edit[] {
  const own = new OwnTitle(posting, taxonomy);
  return new LineReader(posting, source)
    .lines()
    .flatMap((line) => lineEdits(line, own, taxonomy, to, source));
}

/** One place of the title under the role's name, or null where that would not read as its title. */
function retitled(place: TitlePlace, taxonomy: Taxonomy, to: TitleForms, source: string): Rewritten | null {
  const { text } = place.content;
  const groups = groupsOf(text, place.reading.mentions, taxonomy.titles);
  const changes = groups.map((group) => changesTo(text, group, to, taxonomy.titles));
  const rewrite = rewritten(
    place.content,
    changes.flatMap((change) => change ?? []),
    source,
  );
  if (rewrite === null || changes.includes(null)) return null;
  // "A, Events & B Manager" would name the role twice.
  const twice = groups.length > 1 && new Set(place.reading.mentions.map(({ role }) => role)).size > 1;
  return twice || !readsAsTitle(rewrite.text, to, taxonomy.titles) ? null : rewrite;
}

/**
 * Puts one role's name into the title wherever the document names this job; a title that names both keeps the one.
 * Seniority, nouns, case, plural, gender marks and punctuation stay. Null where the title has no words to change, or
 * where it would not read as a title of the role.
 * @param to id of the role that the title should name
 * @param source the whole document
 */
export function retitle(posting: Posting, taxonomy: Taxonomy, to: RoleId, source: string): Retitle | null {
  const forms = taxonomy.titles.forms.find((form) => form.role === to);
  const main = posting.title;
  if (forms === undefined || main === null) return null;
  const edits: Edit[] = [];
  let title = main.content.text;
  for (const place of posting.titles) {
    if (!place.reading.mentions.some(({ role }) => role !== to)) continue;
    const rewrite = retitled(place, taxonomy, forms, source);
    if (rewrite === null) return null;
    edits.push(...rewrite.edits);
    if (place === main) title = rewrite.text;
  }
  if (edits.length === 0) return null;
  for (const edit of bodyEdits(posting, taxonomy, forms, source))
    if (!edits.some((known) => overlaps(known.span, edit.span))) edits.push(edit);
  // Words that stand on several lines are written line by line, and not all of them change.
  const changing = edits.filter(({ span, newText }) => source.slice(span.start, span.end) !== newText);
  return { title, edits: changing.sort((a, b) => a.span.start - b.span.start) };
}
