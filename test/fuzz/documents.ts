import fc from 'fast-check';
import {
  type Analysis,
  createPostingLens,
  fixed,
  type Format,
  formats,
  type Span,
} from '../../shared/index.ts';
import { subjects } from '../support/edits.ts';
import { difference } from '../support/sameAnalysis.ts';
import type { Part } from './part.ts';

const lenses = [createPostingLens(), createPostingLens()] as const;
const numRuns = 40;

/** Lists, headings, records and tags inside each other, with words that the judge knows. */
const { document: grown } = fc.letrec<{ document: string; node: string }>((tie) => ({
  document: fc.array(tie('node'), { maxLength: 8 }).map((nodes) => nodes.join('\n')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      ...['Community Manager', 'Responsibilities:', 'Moderate the forum', 'Write captions & stories'],
      ...['Requirements', 'Two years of experience', 'title: Social Media Manager', ''],
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .tuple(fc.constantFrom('- ', '# ', '> ', '1. ', '  - ', '| '), tie('node'))
      .map(([mark, text]) => mark + text),
    fc
      .tuple(
        fc.constantFrom('p', 'li', 'ul', 'h1', 'div', 'script', 'title', 'table', 'pre'),
        tie('document'),
      )
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    fc
      .tuple(fc.constantFrom('title', 'description', '@type', 'responsibilities'), tie('document'))
      .map(([key, text]) => JSON.stringify({ '@type': 'JobPosting', [key]: text })),
    tie('document').map((text) => `---\n${text}\n---\n`),
    tie('document').map(
      (text) => `title: Community Manager\ndescription: |\n  ${text.replace(/\n/g, '\n  ')}`,
    ),
  ),
}));

/** A document of ours with stretches taken out, doubled or written over, and cut at the end. */
const mutated = fc
  .tuple(
    fc.constantFrom(...subjects),
    fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.nat(), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 6,
    }),
    fc.boolean(),
  )
  .map(([{ source }, changes, cut]) => {
    const whole = changes.reduce((text, [at, length, from, written]) => {
      const start = at % (text.length + 1);
      const taken = from % (text.length + 1);
      return text.slice(0, start) + written + text.slice(taken, taken + length) + text.slice(start + length);
    }, source);
    return cut ? whole.slice(0, (changes[0]?.[0] ?? 0) % (whole.length + 1)) : whole;
  });

/** UTF-16 units as they come, halves of pairs too. */
const noise = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));

function spansIn({ judged }: Analysis): Span[] {
  return judged.flatMap(({ findings }) =>
    findings.flatMap(({ span, related, fixes }) => [
      span,
      ...related.map((each) => each.span),
      ...fixes.flatMap(({ edits }) => edits.map((each) => each.span)),
    ]),
  );
}

/** @throws where something that always holds does not */
function holds(source: string, format: Format, always: boolean): void {
  const [lens, other] = lenses;
  const analysis = lens.analyze(source, format, { always });
  const differs = difference(analysis, other.analyze(source, format, { always }));
  // Each lens has texts of its own; what differs in them would differ in what is said.
  if (differs !== null) throw new Error(`the second time it differs at ${differs}`);
  for (const { start, end } of spansIn(analysis))
    if (!(start >= 0 && start <= end && end <= source.length))
      throw new Error(`${start} to ${end} is outside of ${source.length}`);
  for (const offset of [0, source.length >> 1, source.length]) {
    lens.hover(analysis, offset);
    lens.writingCompletions(analysis, format, offset);
  }
  lens.parts(analysis);
  lens.dutyAnnotations(analysis);
  for (const judged of analysis.judged) lens.profile(judged);
  const again = (text: string): Analysis => lens.analyze(text, format, { always });
  const done = fixed(analysis, 'safe', again);
  if (fixed(done, 'safe', again).source !== done.source) throw new Error('fixes do not converge');
}

/** Documents grown from a grammar, mutated, and noise, each in every format. */
export const documents: Part = {
  name: 'documents',
  counted: 'documents',
  run: (seed) => {
    fc.assert(
      fc.property(
        fc.oneof(grown, mutated, noise),
        fc.constantFrom(...formats),
        fc.boolean(),
        (source, format, always) => {
          holds(source, format, always);
        },
      ),
      { seed, numRuns },
    );
    return Promise.resolve(numRuns);
  },
};
