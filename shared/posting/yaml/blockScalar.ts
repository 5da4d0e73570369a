import { type MappedText, TextBuilder } from '../mappedText.ts';

/**
 * The words of a block scalar (`|` keeps its lines, `>` folds them), with the way back.
 * @param header the sign with what follows it on its line
 * @param body the indented lines, which begin in the source at `at`
 * @param around how far what it stands in is indented; a number in the header counts from there
 */
export function readBlockScalar(header: string, body: string, at: number, around: () => number): MappedText {
  const folds = header.startsWith('>');
  const given = /[1-9]/.exec(header)?.[0];
  const first = /^ *(?=[^ \r\n])/m.exec(body)?.[0].length ?? 0;
  const indent = given === undefined ? first : around() + Number(given);
  const builder = new TextBuilder();
  let start = 0;
  let gap = { text: '', from: 0 };
  let indentedBefore = false;
  while (start <= body.length) {
    const newline = body.indexOf('\n', start);
    const end = newline < 0 ? body.length : newline;
    const line = body.slice(start, end).replace(/\r$/, '');
    const margin = Math.min(indent, /^ */.exec(line)?.[0].length ?? 0);
    const text = line.slice(margin);
    if (text.trim() === '') {
      if (gap.text !== '') gap = { ...gap, text: folds && gap.text === ' ' ? '\n' : `${gap.text}\n` };
    } else {
      // Lines that are indented further keep their breaks even where others are folded.
      const indented = /^[ \t]/.test(text);
      const kept = gap.text === ' ' && (indented || indentedBefore) ? '\n' : gap.text;
      builder.decoded(kept, at + gap.from, start + margin - gap.from);
      builder.verbatim(text, at + start + margin);
      indentedBefore = indented;
      gap = { text: folds ? ' ' : '\n', from: start + line.length };
    }
    start = end + 1;
  }
  return builder.build();
}
