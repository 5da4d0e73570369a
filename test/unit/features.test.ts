import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  createPostingLens,
  type DocumentPart,
  foldableSpans,
  formatByPath,
  highlightsAt,
  type Profile,
  selectionSpans,
} from '../../shared/index.ts';

const lens = createPostingLens();
const samples = path.resolve(import.meta.dirname, '../samples');

function analysisOf(name: string): Analysis {
  const format = formatByPath(name);
  if (format === undefined) throw new Error(`No format reads ${name}.`);
  return lens.analyze(readFileSync(path.join(samples, name), 'utf8'), format);
}

function profileOf(name: string): Profile {
  const [judged] = analysisOf(name).judged;
  if (judged === undefined) throw new Error(`${name} was not judged.`);
  return lens.profile(judged);
}

describe('the role profile', () => {
  it('counts each duty once, under the side it was judged', () => {
    const [judged] = analysisOf('two-jobs.md').judged;
    const duties = judged?.judgement.statements.filter(({ side }) => side !== 'none') ?? [];
    const { groups } = profileOf('two-jobs.md');
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(duties.length);
    for (const { count, entries } of groups)
      expect(entries.reduce((sum, { statements }) => sum + statements.length, 0)).toBe(count);
  });

  it('names what a role lacks, and nothing that it shows', () => {
    for (const { entries, missing, side } of profileOf('right-title.posting.md').groups) {
      expect(missing.filter((id) => entries.some(({ entry }) => entry === id))).toEqual([]);
      if (side === 'shared' || side === 'other') expect(missing).toEqual([]);
    }
    const own = profileOf('right-title.posting.md').groups.find(({ side }) => side === 'community');
    // “Moderate the forum and keep our code of conduct” is listed under the second.
    expect(own?.missing).not.toContain('moderation');
    expect(own?.missing).toContain('key-relationships');
  });

  it('tells no responsibility that only single words let us guess, and calls none of them missing', () => {
    const format = formatByPath('a.md');
    if (format === undefined) throw new Error('No format.');
    const guessed = 'Greet whoever arrives and show them where to start';
    const source = `# Community Manager\n\n## Duties\n\n- ${guessed}\n- Moderate the forum\n- Introduce members to each other\n`;
    const analysis = lens.analyze(source, format, { always: true });
    const [judged] = analysis.judged;
    if (judged === undefined) throw new Error('Not judged.');
    const statement = judged.judgement.statements.find((each) => each.statement.content.text === guessed);
    expect(statement).toMatchObject({ side: 'community', entry: 'member-welcome' });
    const own = lens.profile(judged).groups.find(({ side }) => side === 'community');
    const texts = own?.entries.map(({ entry, statements }) => [entry, ...statements.map(({ text }) => text)]);
    expect(texts).toContainEqual([null, guessed]);
    expect(texts).toContainEqual(['moderation', 'Moderate the forum']);
    expect(own?.missing).not.toContain('member-welcome');
    const notes = lens.dutyAnnotations(analysis).map(({ text }) => text.replace(/, [\d.]+$/, ''));
    expect(notes.slice(0, 2)).toEqual(['community', 'community: Moderating and seeding discussion']);
  });

  it('says without which duties the verdict would be another: taking them out of the text makes it so', () => {
    const intro = '# Community Manager\n\n## Duties\n\n';
    const office = '- Order office supplies\n- Keep the books\n- Plan the budget\n- Hire staff\n';
    const welcoming = '- Moderate the forum\n- Welcome new members\n- Introduce members to each other\n';
    const posts = '- Write captions for Instagram and TikTok\n- Film short videos\n- Schedule posts\n';
    const format = formatByPath('a.md');
    if (format === undefined) throw new Error('No format.');
    for (const source of [intro + welcoming + office, intro + welcoming + posts]) {
      const [judged] = lens.analyze(source, format, { always: true }).judged;
      if (judged === undefined) throw new Error('Not judged.');
      const { turn, verdict } = lens.profile(judged);
      if (turn === null) throw new Error(`Nothing turns ${verdict.role}.`);
      const gone = turn.without.reduce((text, { text: duty }) => text.replace(`- ${duty}\n`, ''), source);
      const [again] = lens.analyze(gone, format, { always: true }).judged;
      expect(again?.judgement.verdict.role).toBe(turn.verdict.role);
      expect(turn.verdict.role).not.toBe(verdict.role);
    }
  });
});

/** Parts in the order of a walk. */
const walk = (parts: readonly DocumentPart[]): DocumentPart[] =>
  parts.flatMap((part) => [part, ...walk(part.children)]);

describe('the parts of a document', () => {
  it.each(['two-jobs.md', 'social-title-community-duties.txt', 'right-title.posting.md'])(
    'lie within each other, and their names within them: %s',
    (name) => {
      const parts = lens.parts(analysisOf(name));
      expect(walk(parts).some(({ kind }) => kind === 'duty')).toBe(true);
      for (const part of walk(parts)) {
        expect(part.name.trim()).not.toBe('');
        expect(part.selection.start).toBeGreaterThanOrEqual(part.span.start);
        expect(part.selection.end).toBeLessThanOrEqual(part.span.end);
        for (const child of part.children) {
          expect(child.span.start).toBeGreaterThanOrEqual(part.span.start);
          expect(child.span.end).toBeLessThanOrEqual(part.span.end);
        }
      }
    },
  );

  it('highlight the statements of one side, from any of them', () => {
    const analysis = analysisOf('two-jobs.md');
    const [judged] = analysis.judged;
    const own = judged?.judgement.statements.filter(({ side }) => side === 'community') ?? [];
    expect(own.length).toBeGreaterThan(1);
    for (const { statement } of own)
      expect(highlightsAt(analysis, statement.span.start + 1)).toEqual(
        own.map((each) => each.statement.span),
      );
  });

  it('fold under their headings, and select from the phrase outwards', () => {
    const analysis = analysisOf('community-title-social-duties.md');
    expect(foldableSpans(analysis).length).toBeGreaterThan(0);
    const spans = selectionSpans(analysis, analysis.source.indexOf('captions') + 2);
    expect(spans.length).toBeGreaterThan(2);
    spans.slice(1).forEach((outer, index) => {
      expect(outer.start).toBeLessThanOrEqual(spans[index]?.start ?? 0);
      expect(outer.end).toBeGreaterThanOrEqual(spans[index]?.end ?? Infinity);
    });
  });

  it('can be annotated with whose work they are', () => {
    const notes = lens.dutyAnnotations(analysisOf('two-jobs.md')).map(({ text }) => text);
    expect(notes.some((text) => text.startsWith('community: '))).toBe(true);
    expect(notes.some((text) => text.startsWith('social media: '))).toBe(true);
  });
});
