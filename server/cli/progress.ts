import { fstatSync } from 'node:fs';

/** Milliseconds between two drawings. */
const pause = 100;
const width = 24;

/** A line on a terminal that says how far the work is; nothing at all anywhere else. */
export class Progress {
  readonly #shown: boolean;
  readonly #total: number | null;
  readonly #unit: string;
  readonly #begun = Date.now();
  #done = 0;
  #size = 0;
  #drawn = 0;

  /**
   * @param unit what is counted, as a plural
   * @param total the size of all there is to do, in whatever `add` counts; null where nobody knows
   */
  constructor(unit: string, total: number | null = null) {
    // A dumb terminal cannot take a line away again.
    this.#shown = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
    this.#total = total;
    this.#unit = unit;
  }

  add(count: number, size = 0): void {
    this.#done += count;
    this.#size += size;
    const now = Date.now();
    // What is done in a moment needs no line.
    if (!this.#shown || now - this.#begun < 500 || now - this.#drawn < pause) return;
    this.#drawn = now;
    process.stderr.write(`\r\u001b[2K${this.#line()}`);
  }

  /** Takes the line away, so that something else may be written. */
  clear(): void {
    if (this.#drawn === 0) return;
    process.stderr.write('\r\u001b[2K');
    this.#drawn = 0;
  }

  #line(): string {
    const done = `${this.#done.toLocaleString('en')} ${this.#unit}`;
    if (this.#total === null || this.#total === 0) return done;
    const part = Math.min(1, this.#size / this.#total);
    const full = Math.round(part * width);
    return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.round(part * 100)} %  ${done}`;
  }
}

/** How many bytes come from standard input, where it is a file. */
export function inputSize(): number | null {
  try {
    const status = fstatSync(0);
    return status.isFile() ? status.size : null;
  } catch {
    return null;
  }
}
