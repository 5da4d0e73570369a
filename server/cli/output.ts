/** Writes to a stream, waiting when its reader is slow. A reader that has gone ends the program, elsewhere. */
export function writerTo(stream: NodeJS.WriteStream): (text: string | Uint8Array) => Promise<void> {
  return (text) =>
    new Promise((resolve) => {
      if (text.length === 0 || stream.write(text)) resolve();
      else stream.once('drain', resolve);
    });
}

export const print = writerTo(process.stdout);

export function complain(message: string): void {
  process.stderr.write(`posting-lens: ${message}\n`);
}
