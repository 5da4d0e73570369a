import type { MappedText } from '../posting/mappedText.ts';
import type { Posting, RoleMention } from '../posting/posting.ts';
import type { Span } from '../posting/span.ts';
import { readTitle } from '../posting/titleRole.ts';
import type { Taxonomy, TitleGrammar } from '../taxonomy/index.ts';
import { groupsOf, wordsOf } from './titleWords.ts';

/** A job that a text names, this one or another. */
export interface NamedJob {
  readonly mentions: readonly RoleMention[];
  /** Its words from the first to the last. */
  readonly span: Span;
  readonly plural: boolean;
}

/** A noun that names a field of work as well as, in a title, who works in it. */
const activity = /^(?:management)$/i;
const connectors = new Set(['and', 'or']);

/** No title is longer. */
const reach = 200;

/** The words that count when two ways to write a title are compared. */
const plain = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !connectors.has(word)).join(' ');

const mentionsIn = (text: string, taxonomy: Taxonomy): readonly RoleMention[] =>
  readTitle(text, { ...taxonomy.titles, others: [] }).mentions;

const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

const isPlural = (text: string, { noun }: RoleMention): boolean =>
  noun !== null && /s$/i.test(sliceOf(text, noun));

const ranks = new Set(['senior', 'junior', 'lead', 'chief', 'principal', 'deputy']);
const shortRanks = new Map([
  ['sr', 'senior'],
  ['jr', 'junior'],
]);
const inFull = (word: string): string => shortRanks.get(word) ?? word;

const nounOf = (text: string, { noun }: RoleMention): string | null =>
  noun === null ? null : text.slice(noun.start, noun.end).toLowerCase().replace(/s$/, '');

/** "Head of": where it begins before a name, or null. */
function leadBefore(text: string, at: number, { leads }: TitleGrammar): number | null {
  const before = text.slice(Math.max(0, at - 40), at).toLowerCase();
  const bare = before.replace(/\s+(?:the\s+)?$/, '');
  const opens = (lead: string): boolean =>
    bare.endsWith(lead) && !/\p{L}/u.test(bare.charAt(bare.length - lead.length - 1));
  const lead = leads.find(opens);
  return lead === undefined ? null : at - before.length + bare.length - lead.length;
}

/** "Community & Events Manager": from a name to a noun that stands some words on, or null. */
function toFarNoun(text: string, { modifier, noun }: RoleMention, { nouns }: TitleGrammar): string | null {
  let end = modifier.end;
  for (let words = 0; noun === null && words < 4; words++) {
    const [all = '', word = ''] = /^[\s&+/,-]+([\p{L}\p{N}'’]+)/u.exec(text.slice(end, end + 60)) ?? [];
    if (word === '') return null;
    end += all.length;
    if (nouns.includes(word.toLowerCase())) return text.slice(modifier.start, end);
  }
  return null;
}

/** How a posting writes its title, to know it again in the body. */
export class OwnTitle {
  readonly #taxonomy: Taxonomy;
  /** The title is in the plural. */
  readonly plural: boolean;
  readonly #nounFirst: boolean;
  readonly #nouns = new Set<string>();
  readonly #wide = new Set<string>();
  /** Names of both roles as the titles join them. */
  readonly #joined = new Set<string>();
  /** What the titles say behind the name. */
  readonly #tails: readonly string[];
  readonly #words: ReadonlySet<string>;

  constructor({ title, titles }: Pick<Posting, 'title' | 'titles'>, taxonomy: Taxonomy) {
    const grammar = taxonomy.titles;
    const texts = titles.map(({ content: { text }, reading: { mentions } }) => ({ text, mentions }));
    const nouns = (text: string, mentions: readonly RoleMention[]): string[] =>
      mentions.flatMap((mention) => nounOf(text, mention) ?? []);
    this.#taxonomy = taxonomy;
    this.plural = title?.reading.mentions.some((mention) => isPlural(title.content.text, mention)) ?? false;
    this.#nounFirst = texts.some(({ text, mentions }) =>
      mentions.some(({ modifier }) => leadBefore(text, modifier.start, grammar) !== null),
    );
    this.#tails = texts
      .map(({ text, mentions }) => text.slice(wordsOf(mentions).end))
      .filter((tail) => tail !== '');
    this.#words = new Set(texts.flatMap(({ text }) => plain(text).split(' ').map(inFull)));
    for (const { text, mentions } of texts) {
      for (const noun of nouns(text, mentions)) this.#nouns.add(noun);
      for (const mention of mentions) {
        const far = toFarNoun(text, mention, grammar);
        if (far !== null) this.#wide.add(far.toLowerCase());
      }
      for (const group of groupsOf(text, mentions, grammar))
        this.#joined.add(plain(sliceOf(text, wordsOf(group))));
    }
  }

  /** The jobs that a text names, in its order. Lists of several jobs are none of them. */
  jobsIn(content: MappedText): NamedJob[] {
    const { text } = content;
    return groupsOf(text, content.once(mentionsIn, this.#taxonomy), this.#taxonomy.titles).flatMap(
      (mentions) => {
        const spans = mentions.flatMap((mention) => this.#spanOf(text, mention) ?? []);
        const [first] = spans;
        if (first === undefined) return [];
        const span = {
          start: first.start,
          end: Math.max(...spans.map(({ end }) => end), wordsOf(mentions).end),
        };
        const several = new Set(mentions.map(({ role }) => role)).size > 1;
        if (several && !this.#joined.has(plain(sliceOf(text, wordsOf(mentions))))) return [];
        return [{ mentions, span, plural: mentions.some((mention) => isPlural(text, mention)) }];
      },
    );
  }

  /** The words of a mention that names a job, and not a field of work; null for others. */
  #spanOf(text: string, mention: RoleMention): Span | null {
    const { modifier, noun, ownNoun } = mention;
    const word = nounOf(text, mention);
    if (word !== null && activity.test(word) && !this.#nouns.has(word)) return null;
    if (noun !== null || ownNoun) return { start: modifier.start, end: noun?.end ?? modifier.end };
    const rest = text.slice(modifier.start, modifier.start + reach).toLowerCase();
    const far = [...this.#wide].find(
      (each) => rest.startsWith(each) && !/^\p{L}/u.test(rest.slice(each.length)),
    );
    if (far !== undefined) return { start: modifier.start, end: modifier.start + far.length };
    const lead = this.#nounFirst ? leadBefore(text, modifier.start, this.#taxonomy.titles) : null;
    return lead === null ? null : { start: lead, end: modifier.end };
  }

  /** Whether a job is named with the title's noun and no seniority that the title does not have. */
  isAlike(text: string, { mentions, span }: NamedJob): boolean {
    const nouns = mentions.flatMap((mention) => nounOf(text, mention) ?? []);
    if (this.#nouns.size > 0 && nouns.some((noun) => !this.#nouns.has(noun))) return false;
    const [rank] = /(?:\p{L}+\.?)(?=\)?\s+$)/u.exec(text.slice(Math.max(0, span.start - 20), span.start)) ?? [
      '',
    ];
    const full = inFull(plain(rank));
    return !ranks.has(full) || this.#words.has(full);
  }

  /** What stands behind a job's words, without what the title says there too: ", Brand". */
  afterOwn(after: string): string {
    const tail = this.#tails.find((each) => after.startsWith(each));
    return tail === undefined ? after : after.slice(tail.length);
  }
}
