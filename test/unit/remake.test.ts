import { describe, expect, it } from 'vitest';
import { createPostingLens, taxonomy } from '../../shared/index.ts';
import { fixture } from '../support/commandLine.ts';
import { modelOf, renderings } from '../support/renderings.ts';
import { formatOf, readPosting } from '../support/postings.ts';

const lens = createPostingLens();
const [social, community] = taxonomy.roles;
const right = fixture('fixtures/postings/right.md');
const subjects = renderings(modelOf(readPosting(right)));

describe('a posting that is made one of the other role', () => {
  it.each(subjects)('is surely of that role, under its title, and loses nothing: $name', (written) => {
    const format = formatOf(written.format);
    const before = lens.analyze(written.source, format).judged[0];
    expect(before?.judgement.verdict.role).toBe(community.id);
    const text = lens.remadeAs(written.source, format, social.id) ?? '';
    const { judged } = lens.analyze(text, format);
    const [after] = judged;
    expect(judged).toHaveLength(1);
    expect(after?.judgement.verdict.role).toBe(social.id);
    expect(after?.judgement.verdict.confidence).toBeGreaterThan(0.9);
    expect(after?.posting.title?.reading.role).toBe(social.id);
    expect(after?.judgement.statements.filter(({ side }) => side === community.id)).toEqual([]);
    const said = after?.posting.statements.map(({ content }) => content.text);
    const duties = before?.judgement.statements.filter(({ side }) => side !== 'none') ?? [];
    expect(duties.length).toBeGreaterThan(3);
    for (const { statement } of duties) expect(said).toContain(statement.content.text);
    expect(lens.remadeAs(text, format, social.id)).toBeNull();
  });

  it('may be made what it was again', () => {
    const format = formatOf('markdown');
    const there = lens.remadeAs(right, format, social.id) ?? '';
    const back = lens.analyze(lens.remadeAs(there, format, community.id) ?? '', format);
    expect(back.judged.map(({ judgement }) => judgement.verdict.role)).toEqual([community.id]);
  });

  it('is left alone where it is of the role already, and where there is none', () => {
    const format = formatOf('markdown');
    expect(lens.remadeAs(right, format, community.id)).toBeNull();
    expect(lens.remadeAs('', format, social.id)).toBeNull();
    const newsletter = fixture('samples/no-posting.md');
    expect(lens.remadeAs(newsletter, format, community.id)).toBeNull();
    expect(lens.remadeAs(newsletter, format, community.id, { always: true })).not.toBeNull();
  });
});
