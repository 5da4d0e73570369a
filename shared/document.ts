import { type Analysis, type AnalysisRequest, analyze } from './analysis.ts';
import type { Edit } from './edits/edit.ts';
import type { Lens } from './judgement/lens.ts';
import type { Format } from './posting/blocks.ts';
import { StateMemory } from './posting/memory.ts';

/**
 * One state of a document that is being written, judged: a value that never changes. An edit makes the next one, which
 * reads and judges again only what the edit touches; this one stays as it is and may be edited again another way.
 */
export interface OpenDocument {
  readonly source: string;
  readonly format: Format;
  readonly analysis: Analysis;
}

/** The document with what its next state can use again. */
export class JudgedDocument implements OpenDocument {
  readonly analysis: Analysis;
  readonly #request: AnalysisRequest;
  readonly #lens: Lens;
  readonly #memory: StateMemory;

  constructor(request: AnalysisRequest, lens: Lens, before: StateMemory | null = null) {
    this.#request = request;
    this.#lens = lens;
    this.#memory = new StateMemory(before);
    this.analysis = analyze(request, lens, this.#memory);
    this.#memory.settle();
  }

  get source(): string {
    return this.#request.source;
  }

  get format(): Format {
    return this.#request.format;
  }

  /**
   * @param changes made one after the other: the offsets of each count in the source as the one before has left it
   * @throws RangeError where an offset lies outside of that source
   */
  edited(changes: readonly Edit[]): JudgedDocument {
    const source = changes.reduce(changed, this.source);
    return new JudgedDocument({ ...this.#request, source }, this.#lens, this.#memory);
  }
}

function changed(source: string, { span: { start, end }, newText }: Edit): string {
  if (!(0 <= start && start <= end && end <= source.length))
    throw new RangeError(`The text has no stretch from ${start} to ${end}.`);
  return source.slice(0, start) + newText + source.slice(end);
}
