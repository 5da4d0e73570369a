import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composed } from '../../server/tools/changes.ts';
import { applyEdits, type Edit } from '../../shared/index.ts';

/** Edits of a text of this length that do not touch, from cuts and words. */
function editsOf(length: number, cuts: readonly number[], words: readonly string[]): Edit[] {
  const places = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
  const edits: Edit[] = [];
  for (let at = 0; at + 1 < places.length; at += 2)
    edits.push({
      span: { start: places[at] ?? 0, end: places[at + 1] ?? 0 },
      newText: words[at % words.length] ?? '',
    });
  return edits;
}

describe('edits of one round after another', () => {
  const cuts = fc.array(fc.nat(60), { maxLength: 8 });
  const words = fc.array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 4 });

  it('are the same as edits of the text alone', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.tuple(cuts, words), { maxLength: 4 }),
        (source, rounds) => {
          let text = source;
          let all: readonly Edit[] = [];
          for (const [at, texts] of rounds) {
            const edits = editsOf(text.length, at, texts);
            all = composed(source, all, edits);
            text = applyEdits(text, edits);
          }
          expect(applyEdits(source, all)).toBe(text);
          for (const [index, { span }] of all.entries()) {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.start).toBeGreaterThanOrEqual(all[index - 1]?.span.end ?? 0);
          }
        },
      ),
    );
  });

  it('keep their places where they do not touch', () => {
    const before = [{ span: { start: 0, end: 4 }, newText: '' }];
    const next = [{ span: { start: 3, end: 4 }, newText: 'xyz' }];
    expect(composed('one two three', before, next)).toEqual([
      ...before,
      { span: { start: 7, end: 8 }, newText: 'xyz' },
    ]);
  });
});
