import { createTwoFilesPatch } from 'diff';
import { type Analysis, fixed, type FixKind } from '../../shared/index.ts';
import { encode } from '../encoding.ts';
import { readText } from '../content.ts';
import type { Judge, Opened } from './judge.ts';
import { print } from './output.ts';
import { replaceFile } from './writeFile.ts';

/** A patch that `git apply` and `patch -p1` take. */
function patchOf(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}

/** Fixes documents: writes them, or prints what would change. */
export class Fixer {
  readonly #judge: Judge;
  readonly #kind: FixKind;
  readonly #dryRun: boolean;
  readonly #complain: (message: string) => void;

  /** @param complain told of files that could not be written */
  constructor(judge: Judge, kind: FixKind, dryRun: boolean, complain: (message: string) => void) {
    this.#judge = judge;
    this.#kind = kind;
    this.#dryRun = dryRun;
    this.#complain = complain;
  }

  /** A file, fixed; as it is where it was not written. */
  async file(path: string): Promise<Opened> {
    const opened = await this.#judge.open(path, (most) => readText(path, most));
    const analysis = this.#fixed(path, opened);
    const { content } = opened;
    if (analysis === opened.analysis || !('text' in content)) return opened;
    if (this.#dryRun) {
      await print(patchOf(path, content.text, analysis.source));
      return opened;
    }
    const after = encode({ text: analysis.source, encoding: content.encoding });
    const problem = await replaceFile(path, content.bytes, after);
    if (problem === null) return { ...opened, analysis };
    this.#complain(problem);
    return opened;
  }

  /** What came from standard input: the fixed text goes to standard output; or what would change, and it is as it was. */
  async text(path: string, opened: Opened): Promise<Opened> {
    const { content } = opened;
    if (!('text' in content)) return opened;
    const analysis = this.#fixed(path, opened);
    if (this.#dryRun) {
      if (analysis !== opened.analysis) await print(patchOf(path, content.text, analysis.source));
      return opened;
    }
    const text = analysis === opened.analysis ? content.text : analysis.source;
    await print(encode({ text, encoding: content.encoding }));
    return { ...opened, analysis };
  }

  #fixed(path: string, { analysis, content, configured }: Opened): Analysis {
    if (!('text' in content)) return analysis;
    try {
      return fixed(analysis, this.#kind, (text) => this.#judge.again(path, text, configured));
    } catch (error) {
      this.#complain(`${path} was not fixed: ${error instanceof Error ? error.message : String(error)}`);
      return analysis;
    }
  }
}
