import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, type JudgedPosting, responsibilityOf, taxonomy } from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();
const [social, community] = taxonomy.roles;

function judged(source: string): JudgedPosting {
  const [first] = lens.analyze(source, formatOf('markdown'), { always: true }).judged;
  if (first === undefined) throw new Error('Nothing was judged.');
  return first;
}
const duty = (text: string) => judged(`# Job\n\n## Duties\n\n- ${text}\n`).judgement.statements[0];

describe('a duty', () => {
  it.each([
    ['Write captions for Instagram and TikTok', social.id, 'content-creation'],
    ['Reply to comments and direct messages', social.id, 'brand-response'],
    ['Manage our accounts on Facebook and Instagram', social.id, 'social-tools'],
    ['Welcome new members', community.id, 'member-welcome'],
    ['Introduce members to each other', community.id, 'member-connection'],
    ['Moderate the forum', community.id, 'moderation'],
    ['Enforce our code of conduct', community.id, 'guidelines'],
    ['Engage our community on Instagram', social.id, 'brand-response'],
    ['Report on KPIs every month', 'shared', 'reporting'],
    ['Collect feedback for the product team', 'shared', 'feedback'],
    ['Work with the social media team on launches', 'other', null],
    ['Lead a team of eight staff members', 'other', null],
    ['Give back to the community', 'other', null],
    ['Coordinate with social workers', 'other', null],
    ['Sharpen pencils', 'other', null],
  ])('%s', (text, side, entry) => {
    const statement = duty(text);
    if (statement === undefined) throw new Error('Nothing was judged.');
    expect([statement.side, responsibilityOf(statement)]).toEqual([side, entry]);
  });
});

describe('the verdict', () => {
  const file = (name: string) =>
    readFileSync(path.resolve(import.meta.dirname, '../fixtures/postings', name), 'utf8');

  it('goes by the duties, whatever the title', () => {
    const source = file('right.md');
    const roles = ['Community Manager', 'Social Media Manager', 'Zookeeper'].map(
      (title) => judged(source.replace('# Community Manager', `# ${title}`)).judgement.verdict.role,
    );
    expect(roles).toEqual([community.id, community.id, community.id]);
    expect(judged(file('mislabeled.md')).judgement.verdict.role).toBe(social.id);
  });

  it('is the sum of what it shows', () => {
    const { score, prior, evidence } = judged(file('mislabeled.md')).judgement;
    expect(evidence.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(score, 9);
    expect(evidence.length).toBeGreaterThan(3);
  });

  it('is neither for other jobs and unclear where there is too little', () => {
    const engineer =
      '# Engineer\n\n## Duties\n\n- Write code\n- Review designs\n- Fix bugs\n- Mentor juniors\n';
    expect(judged(engineer).judgement.verdict.role).toBe('neither');
    expect(judged('# Community Manager\n\nMore soon.\n').judgement.verdict.role).toBe('unclear');
  });

  it('names the gate that closed', () => {
    const flat =
      '# Community Manager\n\n## Duties\n\n- Collect rent from tenants\n- Oversee leasing and occupancy\n- Walk vacant units\n';
    const { verdict, field } = judged(flat).judgement;
    expect([verdict.role, verdict.gates[0]?.id, field?.id]).toEqual(['neither', 'other-field', 'property']);
  });
});

describe('a title from elsewhere', () => {
  const duties = '## Duties\n\n- Write captions\n- Edit videos for Instagram\n- Plan the content calendar\n';
  const titleOf = (source: string, title: string) => {
    const [first] = lens.analyze(source, formatOf('markdown'), { always: true, title }).judged;
    return [first?.posting.title?.content.text, first?.posting.title?.reading.role];
  };

  it('stands in where the text names no job, and only there', () => {
    expect(titleOf(duties, 'Community Manager')).toEqual(['Community Manager', community.id]);
    expect(titleOf(`# About Acme\n\n${duties}`, 'Community Manager')[0]).toBe('Community Manager');
    expect(titleOf(`# Ward Nurse\n\n${duties}`, 'Community Manager')[0]).toBe('Ward Nurse');
    expect(titleOf(duties, '  ')).toEqual([undefined, undefined]);
  });

  it('is told at the beginning, where it cannot be changed', () => {
    const options = { always: true, title: 'Community Manager' };
    const [only] = lens.analyze(duties, formatOf('markdown'), options).judged[0]?.findings ?? [];
    expect([only?.rule, only?.span]).toEqual(['title-mismatch', { start: 0, end: 0 }]);
    expect(only?.fixes.flatMap(({ edits }) => edits)).toEqual([]);
  });
});
