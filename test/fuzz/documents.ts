import fc from 'fast-check';
import {
  type Analysis,
  createPostingLens,
  fixed,
  fixKinds,
  type Format,
  formats,
  type Span,
} from '../../shared/index.ts';
import { subjects } from '../support/edits.ts';
import { difference } from '../support/sameAnalysis.ts';
import { faultsOfActions } from './actions.ts';
import type { Part } from './part.ts';
import { Steps } from './steps.ts';

const lens = createPostingLens();
const numRuns = 40;

/**
 * What a document may cost, in steps a UTF-16 unit. Prose takes 30; the most that was seen is 970, of YAML in YAML with
 * faults, and it did not grow with the length. What is quadratic is far above in a document that is said several times.
 */
const budget = 3000;
/** Copies are made of a document up to about this length. */
const longest = 10_000;

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
function holds(source: string, format: Format, always: boolean, steps: Steps): void {
  const again = (text: string): Analysis => lens.analyze(text, format, { always });
  const analysis = again(source);
  // One that has read many documents and one that has read none say the same.
  const differs = difference(analysis, createPostingLens().analyze(source, format, { always }));
  if (differs !== null) throw new Error(`a lens that is new differs at ${differs}`);
  const copies = Math.min(8, Math.ceil(longest / (source.length + 1)) + 1);
  const long = Array(copies).fill(source).join('\n');
  const taken = steps.of(() => void again(long));
  if (taken > budget * (long.length + 100)) throw new Error(`${copies} copies take ${taken} steps`);
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
  for (const kind of fixKinds) {
    const done = fixed(analysis, kind, again);
    if (fixed(done, kind, again).source !== done.source) throw new Error(`${kind} fixes do not converge`);
  }
  const faults = faultsOfActions(analysis, format, always, again);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Documents grown from a grammar, mutated, and noise, each in every format. */
export const documents: Part = {
  name: 'documents',
  counted: 'documents',
  run: (seed) => {
    const steps = new Steps();
    try {
      fc.assert(
        fc.property(
          fc.oneof(grown, mutated, noise),
          fc.constantFrom(...formats),
          fc.boolean(),
          (source, format, always) => {
            holds(source, format, always, steps);
          },
        ),
        { seed, numRuns },
      );
    } finally {
      steps.end();
    }
    return Promise.resolve(numRuns);
  },
};
