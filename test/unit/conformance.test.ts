import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  applyEdits,
  createPostingLens,
  type PostingLens,
  type Role,
  type Span,
  taxonomy,
} from '../../shared/index.ts';
import { replaceIn } from '../../shared/edits/edit.ts';
import { formatOf, readPostings } from '../support/postings.ts';
import {
  type Manner,
  type Model,
  plainManner,
  reference,
  type Rendering,
  renderings,
} from '../support/renderings.ts';
import { samplePair, sampleReference } from '../support/samplePair.ts';

/** A posting that breaks two rules, and the pair of roles that it is judged by. */
interface Case {
  readonly pair: string;
  readonly lens: PostingLens;
  readonly model: Model;
  /** What its duties describe, and what its title says. */
  readonly described: Role;
  readonly named: Role;
  /** The misnomer that it holds. */
  readonly misnomer: string;
  /** How many random manners are tried. */
  readonly runs: number;
}

const [social, community] = taxonomy.roles;
const [product, project] = samplePair.roles;
const cases: readonly Case[] = [
  {
    pair: 'our pair',
    lens: createPostingLens(),
    model: reference,
    described: social,
    named: community,
    misnomer: 'community',
    runs: 40,
  },
  {
    pair: 'the sample pair',
    lens: createPostingLens(samplePair),
    model: sampleReference,
    described: project,
    named: product,
    misnomer: 'team',
    runs: 10,
  },
];

const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

const analyze = (lens: PostingLens, { source, format }: Rendering, always = false): Analysis =>
  lens.analyze(source, formatOf(format), { always });

/** What every format must say alike, with words in the place of ranges. */
function said(lens: PostingLens, rendering: Rendering, always = false) {
  const { source, decode } = rendering;
  const analysis = analyze(lens, rendering, always);
  const words = (span: Span): string => flat(decode(source.slice(span.start, span.end)));
  return analysis.judged.map(({ posting, judgement, findings }) => ({
    title: posting.title?.content.text,
    verdict: judgement.verdict,
    score: judgement.score.toFixed(9),
    evidence: judgement.evidence.map(({ statement }) => statement.content.text),
    hovers: [posting.title, judgement.evidence[0]?.statement].map(
      (place) => lens.hover(analysis, (place?.span.start ?? 0) + 1)?.markdown,
    ),
    evidenceWords: judgement.evidence.map(({ statement }) => words(statement.span)),
    findings: [...findings]
      .sort((a, b) => a.rule.localeCompare(b.rule))
      .map(({ rule, span, fixes }) => [rule, words(span), fixes.map(({ title }) => title)]),
  }));
}

/** The same without the ways that words are written, which differ. */
function outline({ title, verdict, score, evidence, findings }: ReturnType<typeof said>[number]) {
  return { title, verdict, score, evidence, rules: findings.map(([rule]) => rule) };
}

/** Every word of every statement and title stands in the source where its range says. */
function expectExact({ taxonomy }: PostingLens, { source, format, decode }: Rendering): void {
  for (const posting of readPostings(source, format, taxonomy.titles)) {
    const contents = [...posting.statements, ...posting.titles].map(({ content }) => content);
    expect(contents.length).toBeGreaterThan(5);
    const wrong: unknown[] = [];
    for (const content of contents)
      for (const match of content.text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const span = content.toSource({ start: match.index, end: match.index + match[0].length });
        const slice = source.slice(span.start, span.end);
        const isTitle = posting.titles.some((title) => title.content === content);
        const seen = (isTitle ? loosely(slice, decode) : [decode(slice)]).map((text) =>
          text.replace(/[\u00ad\u200b]/g, ''),
        );
        if (!seen.includes(match[0])) wrong.push({ word: match[0], seen });
      }
    expect(wrong).toEqual([]);
  }
}

/** A title may stand in another layer than the text: in front matter, in an attribute, in a script. */
function loosely(slice: string, decode: (slice: string) => string): string[] {
  const seen = [slice, decode(slice)];
  try {
    seen.push(JSON.parse(`"${slice}"`) as string);
  } catch {
    // Not a JSON string: then it is one of the others.
  }
  return seen;
}

describe.each(cases)(
  'one posting of $pair in every format',
  ({ lens, model, described, named, misnomer }) => {
    const [markdown, ...others] = renderings(model);
    if (markdown === undefined) throw new Error('Nothing was rendered.');
    const expected = said(lens, markdown);

    it('is mislabeled, and marks what it should', () => {
      expect(expected).toMatchObject([
        {
          title: model.title,
          verdict: { role: described.id },
          findings: [
            ['audience-called-community', misnomer, expect.anything()],
            ['title-mismatch', model.title, [expect.stringContaining('Change the title to')]],
          ],
        },
      ]);
    });

    it.each(others)('$name: the same verdict, findings and evidence', (rendering) => {
      expect(said(lens, rendering)).toEqual(expected);
    });

    it.each([markdown, ...others])('$name: every word stands where its range says', (rendering) => {
      expectExact(lens, rendering);
    });

    it.each([markdown, ...others])(
      '$name: the preferred fix changes every title and leaves a sound file',
      (rendering) => {
        const { source, format } = rendering;
        const [judged] = analyze(lens, rendering).judged;
        const fix = judged?.findings.flatMap(({ fixes }) => fixes).find(({ preferred }) => preferred);
        const after = applyEdits(source, fix?.edits ?? []);
        const again = lens.analyze(after, formatOf(format));
        expect(again.judged.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain(
          'title-mismatch',
        );
        expect(again.judged.map(({ judgement }) => judgement.verdict.role)).toEqual([described.id]);
        const titles = again.posting?.titles ?? [];
        expect(titles).toHaveLength(judged?.posting.titles.length ?? 0);
        expect(titles.map(({ reading }) => reading.role)).toEqual(titles.map(() => described.id));
        expect(after).not.toMatch(new RegExp(named.title.replace(' ', '\\s+'), 'i'));
        expect(
          again.posting?.statements.some(({ content }) =>
            content.text.startsWith(`As our ${described.title}`),
          ),
        ).toBe(true);
        if (format === 'json') expect(() => void JSON.parse(after)).not.toThrow();
        const script = /ld\+json">([^]*?)<\/script>/.exec(after)?.[1];
        if (script !== undefined) expect(() => void JSON.parse(script)).not.toThrow();
      },
    );
  },
);

describe('what is written into a title', () => {
  const title = `Q&A "Lead" <b>x</b> it's \\ *so* {1}`;
  it.each(renderings(reference))('$name: is escaped for where it lands', ({ source, format }) => {
    const [posting] = readPostings(source, format);
    const edits = posting?.titles.flatMap(({ content }) =>
      replaceIn(content, { start: 0, end: content.text.length }, title),
    );
    const [after] = readPostings(applyEdits(source, edits ?? []), format);
    const places = after?.titles.filter(({ place }) => place !== 'page') ?? [];
    expect(places.map(({ content }) => content.text)).toEqual(places.map(() => title));
    expect(after?.statements.map(({ content }) => content.text)).toEqual(
      posting?.statements.map(({ content }) => content.text),
    );
  });
});

describe.each(cases)(
  'a posting of $pair, whatever way it is written',
  ({ lens, model: plain, described, runs }) => {
    const manner: fc.Arbitrary<Manner> = fc.record({
      entities: fc.constantFrom(0, 0, 1, 2, 3, 7),
      escapes: fc.constantFrom(0, 0, 1, 3, 5),
      bold: fc.constantFrom(0, 2, 3),
      crlf: fc.boolean(),
      bom: fc.boolean(),
    });
    const extras = fc.array(
      fc.constantFrom('🪐', '𝒜', 'é', '“so”', '&', '<3', '\\', 'a\u00ad\u200bb', '\u0301', "it's"),
      {
        maxLength: 3,
      },
    );
    const model: fc.Arbitrary<Model> = fc
      .record({ words: extras, nbsp: fc.boolean() })
      .map(({ words, nbsp }) => ({
        ...plain,
        sections: plain.sections.map(({ heading, items }) => ({
          heading,
          items: items.map((item, index) => {
            const longer = index === 1 ? [item, ...words, 'daily'].join(' ') : item;
            return nbsp ? longer.replace(/ /, '\u00a0') : longer;
          }),
        })),
      }));

    it('is cured by the preferred fix', () => {
      fc.assert(
        fc.property(model, manner, (posting, way) => {
          for (const rendering of renderings(posting, way)) {
            const { name, source, format } = rendering;
            const { judged } = analyze(lens, rendering, true);
            const fix = judged[0]?.findings.flatMap(({ fixes }) => fixes).find(({ preferred }) => preferred);
            const after = applyEdits(source, fix?.edits ?? []);
            const again = lens.analyze(after, formatOf(format), { always: true });
            const places = again.posting?.titles.map(({ reading }) => reading.role);
            expect(places, name).toEqual(judged[0]?.posting.titles.map(() => described.id));
            expect(again.judged.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain(
              'title-mismatch',
            );
            if (format === 'json') JSON.parse(after.replace(/^\uFEFF/, ''));
          }
        }),
        { numRuns: runs },
      );
    });

    it('is read alike, with exact ranges', () => {
      fc.assert(
        fc.property(model, manner, (posting, way) => {
          const [markdown] = renderings(posting, { ...plainManner, bom: way.bom });
          const expected = markdown === undefined ? [] : said(lens, markdown, true).map(outline);
          for (const rendering of renderings(posting, way)) {
            expectExact(lens, rendering);
            expect(said(lens, rendering, true).map(outline), rendering.name).toEqual(expected);
          }
        }),
        { numRuns: runs },
      );
    });
  },
);
