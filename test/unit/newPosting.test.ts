import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formats, taxonomy } from '../../shared/index.ts';

const lens = createPostingLens();
const cases = taxonomy.roles.flatMap(({ id }) => formats.map((format) => ({ role: id, format })));

describe('a new posting', () => {
  it.each(cases)('is judged its own role without a finding: $role, $format.id', ({ role, format }) => {
    const text = lens.newPosting({ role, format: format.id });
    const { judged, silence } = lens.analyze(text ?? '', format);
    expect(silence).toBeNull();
    expect(judged.map(({ judgement }) => judgement.verdict.role)).toEqual([role]);
    expect(judged[0]?.judgement.verdict.confidence).toBeGreaterThan(0.9);
    expect(judged.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('names title and organisation as they were given, whatever signs they hold', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20, unit: 'binary-ascii' })
      .map((text) => text.replace(/[^ -~]/g, ''))
      .filter((text) => /^[A-Z][\w<&"'* ]*\w$/.test(text));
    fc.assert(
      fc.property(name, fc.constantFrom(...cases), (organisation, { role, format }) => {
        const text =
          lens.newPosting({ role, format: format.id, organisation, title: 'Captain of Tea' }) ?? '';
        const { posting } = lens.analyze(text, format, { always: true });
        expect(posting?.title?.content.text).toBe('Captain of Tea');
        const seen = posting?.statements
          .map(({ content }) => content.text)
          .join(' ')
          .replace(/\s+/g, ' ');
        expect(seen).toContain(organisation.replace(/\s+/g, ' '));
      }),
    );
  });

  it('is none where the role is unknown', () => {
    expect(lens.newPosting({ role: 'astronaut', format: 'markdown' })).toBeNull();
  });
});
