import type { Block, Field } from './blocks.ts';

/** Words that stand side by side to make a phrase. */
const phraseLength = 4;

/** The phrases of a text; a text of fewer words is one phrase. */
function phrasesOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  if (words.length < phraseLength) return [words.join(' ')];
  return words.slice(phraseLength - 1).map((_, index) => words.slice(index, index + phraseLength).join(' '));
}

/** What has been said, by its phrases: tells whether other blocks say the same again. Linear in the text. */
export class PhraseSet {
  readonly #phrases = new Set<string>();
  add(blocks: readonly Block[]): void {
    for (const phrase of this.#of(blocks)) this.#phrases.add(phrase);
  }

  /** The part of the blocks' phrases that were said before, 0 to 1. */
  share(blocks: readonly Block[]): number {
    const all = this.#of(blocks);
    return all.length === 0 ? 0 : all.filter((phrase) => this.#phrases.has(phrase)).length / all.length;
  }

  #of(blocks: readonly Block[]): string[] {
    return blocks.flatMap(({ content }) => content.once(phrasesOf));
  }
}

const summaryKey = /^(?:(?:og|twitter):)?(?:description|summary\w*|excerpt|abstract|teaser|subtitle)$/i;

/** Fields that sum up the text for search engines and lists: they may name the job, and tell nothing new. */
export function summaries(fields: readonly Field[]): Block[] {
  return fields
    .filter(({ key, value }) => summaryKey.test(key) && value.text.trim() !== '')
    .map(({ value }) => ({ kind: 'paragraph', level: 0, content: value, span: value.span }));
}
