import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, type Posting } from '../../shared/index.ts';
import { addDuty, moveDuty } from '../../shared/edits/duties.ts';
import { readPosting } from '../support/postings.ts';
import {
  type ListStyle,
  type Manner,
  type Model,
  plainManner,
  reference,
  renderings,
} from '../support/renderings.ts';
import { broken } from '../support/wellFormed.ts';

const model: Model = {
  ...reference,
  title: 'Community Manager',
  intro: ['Brindle makes climbing shoes. We are hiring in Lyon.'],
  sections: [
    {
      heading: 'What you’ll do',
      items: [
        'Welcome new members & introduce them to each other',
        'Film and edit short videos “for TikTok”',
        'Moderate the forum and keep our code of conduct',
        'Host the monthly call < one hour',
      ],
    },
    ...reference.sections.slice(1),
  ],
};
const items = model.sections[0]?.items ?? [];

const styles: readonly ListStyle[] = ['bullets', 'numbers', 'loose', 'tabs', 'minified'];
const manner: fc.Arbitrary<Manner> = fc.record({
  entities: fc.constantFrom(0, 0, 1, 3),
  escapes: fc.constantFrom(0, 0, 1, 3),
  bold: fc.constantFrom(0, 2, 3),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  list: fc.constantFrom(...styles),
});

const said = ({ sections }: Pick<Posting, 'sections'>, kind: string): string[] =>
  sections
    .filter((section) => section.kind === kind)
    .flatMap(({ statements }) => statements.map(({ content }) => content.text));

/** The posting, and what its copies say. */
const tellings = (posting: Posting): Pick<Posting, 'sections'>[] =>
  posting.copies.some(({ kind }) => kind === 'duties') ? [posting, { sections: posting.copies }] : [posting];

const duty = (posting: Posting, words: string) => {
  const found = posting.statements.find(({ content }) => content.text.includes(words));
  if (found === undefined) throw new Error(`No statement says ${words}.`);
  return found;
};

const made = (source: string, edits: readonly Edit[] | null): string | null =>
  edits === null ? null : applyEdits(source, edits);

describe('in every format, however it is written', () => {
  it('moves a duty, and then another, under "Works with"', () => {
    fc.assert(
      fc.property(
        manner,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2, maxLength: 2 }),
        (way, [first, second]) => {
          for (const { name, source, format } of renderings(model, way)) {
            let text = source;
            for (const index of [first, second]) {
              const posting = readPosting(text, format);
              const after = made(text, moveDuty(posting, duty(posting, items[index ?? 0] ?? ''), text));
              expect(after, name).not.toBeNull();
              expect(broken(text, after ?? '', format), name).toEqual([]);
              text = after ?? '';
            }
            const gone = [first, second].map((index) => items[index ?? 0]);
            const posting = readPosting(text, format);
            const before = readPosting(source, format);
            expect(tellings(posting), name).toHaveLength(tellings(before).length);
            for (const [index, telling] of tellings(posting).entries()) {
              const was = tellings(before)[index] ?? before;
              expect(said(telling, 'works-with'), name).toEqual(gone);
              expect(said(telling, 'duties'), name).toEqual(items.filter((item) => !gone.includes(item)));
              expect(said(telling, 'requirements'), name).toEqual(said(was, 'requirements'));
            }
            expect(text, name).not.toMatch(/[ \t]\r?\n|\n\r?\n\r?\n(?!$)/);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('adds duties at the end of the list', () => {
    fc.assert(
      fc.property(manner, (way) => {
        for (const { name, source, format } of renderings(model, way)) {
          let text = source;
          for (const words of ['Answer members’ "Q&A": <all> of it.', 'Uphold the *rules*.']) {
            const after = made(text, addDuty(readPosting(text, format), words, text));
            expect(after, name).not.toBeNull();
            expect(broken(text, after ?? '', format), name).toEqual([]);
            text = after ?? '';
          }
          const posting = readPosting(text, format);
          for (const telling of tellings(posting))
            expect(said(telling, 'duties'), name).toEqual([
              ...items,
              'Answer members’ "Q&A": <all> of it',
              'Uphold the *rules*',
            ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(styles)('changes nothing but lines of its own: %s', (list) => {
    for (const { name, source, format } of renderings(model, { ...plainManner, list })) {
      const posting = readPosting(source, format);
      for (const edits of [
        moveDuty(posting, duty(posting, 'Film'), source),
        addDuty(posting, 'Thank hosts.', source),
      ]) {
        const spans = [...(edits ?? [])].sort((a, b) => a.span.start - b.span.start);
        spans.forEach(({ span }, index) => {
          expect(span.start, name).toBeGreaterThanOrEqual(spans[index - 1]?.span.end ?? 0);
          const taken = source.slice(span.start, span.end);
          const next = items.filter((item) => !item.startsWith('Film')).some((item) => taken.includes(item));
          expect(next, `${name} takes ${taken}`).toBe(false);
        });
      }
    }
  });
});
