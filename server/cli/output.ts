/** What a shell calls the end of a program that was interrupted. */
const interrupted = 130;
let isEnding = false;

/**
 * Lets what is being written go out whole before an interrupt ends the program, so that its reader never gets half a line.
 * A second interrupt ends it at once.
 */
export function endOnInterrupt(): void {
  process.once('SIGINT', () => {
    isEnding = true;
    process.stdout.write('', () => process.exit(interrupted));
  });
}

/**
 * Writes to a stream, waiting when its reader is slow. A reader that has gone ends the program, elsewhere; after an
 * interrupt nothing more is written, and nobody goes on.
 */
export function writerTo(stream: NodeJS.WriteStream): (text: string | Uint8Array) => Promise<void> {
  return (text) =>
    new Promise((resolve) => {
      if (isEnding) return;
      if (text.length === 0 || stream.write(text)) resolve();
      else stream.once('drain', resolve);
    });
}

export const print = writerTo(process.stdout);

export function complain(message: string): void {
  process.stderr.write(`posting-lens: ${message}\n`);
}
