import { describe, expect, it } from 'vitest';
import { judge } from '../../shared/judgement/judge.ts';
import { lensOf, withNumbers } from '../../shared/judgement/lens.ts';
import { untrained } from '../../shared/judgement/numbers.ts';
import { readPosting as readingsOf } from '../../shared/judgement/reading.ts';
import { judgeStatement, responsibilityOf } from '../../shared/judgement/statement.ts';
import { type Lent, weightsIn } from '../../shared/judgement/weights.ts';
import { type Signal, taxonomy } from '../../shared/taxonomy/index.ts';
import { readPosting } from '../support/postings.ts';

const [first, second] = taxonomy.roles;
const entriesOf = (role: string): string[] =>
  taxonomy.responsibilities
    .filter(({ roles }) => roles.length === 1 && roles[0] === role)
    .map(({ id }) => id);
const [green = '', blue = ''] = entriesOf(first.id);
const [red = ''] = entriesOf(second.id);
const shared = taxonomy.responsibilities.find(({ roles }) => roles.length === 2)?.id ?? '';
const trait = taxonomy.traits.find(({ roles }) => roles[0] === first.id)?.id ?? '';

const signal = (id: string, role: string | null, entry: string | null, weight: number): Signal => ({
  ...{ id, role, entry, weight, patterns: [id] },
});
const signals = [
  signal('fern', first.id, green, 2),
  signal('moss', first.id, blue, 3),
  signal('leaf', first.id, trait, 9),
  signal('brick', second.id, red, 2),
  signal('rake', null, shared, 2),
  signal('nail', null, null, 2),
  signal('void', first.id, green, 0),
  { ...signal('wood', first.id, green, 1), patterns: ['wood', 'wood shed'] },
];
const numbers = {
  ...untrained,
  taxonomy: taxonomy.id,
  bias: [0, 0, 0],
  spread: 0.5,
  clausePower: 1,
} as const;
const lens = withNumbers(lensOf({ ...taxonomy, signals, masks: ['big brick'] }), numbers);

const source = (...duties: readonly string[]): string =>
  `# Job\n\n## Duties\n\n${duties.map((duty) => `- ${duty}\n`).join('')}`;
const reading = (text: string, by = lens) => {
  const [only] = readingsOf(readPosting(source(text)), by);
  if (only === undefined) throw new Error('Nothing was read.');
  return only;
};
const nothing: Lent = [1, 1];
const judged = (text: string, lent = nothing, by = lens) => judgeStatement(reading(text, by), lent);

describe('what is seen in a statement', () => {
  const seen = (text: string): string[] =>
    reading(text).signals.map(({ signal: { id }, span, clause }) => {
      const { text: whole } = reading(text).statement.content;
      return `${id} ${clause}: ${whole.slice(span.start, span.end)}`;
    });

  it.each([
    ['Write on fern and brick', ['fern 0: fern', 'brick 0: brick']],
    ['Write on brick and fern', ['brick 0: brick', 'fern 0: fern']],
    ['Write on fern, answer on fern and report', ['fern 0: fern', 'fern 1: fern']],
    ['Write on fern and fern', ['fern 0: fern']],
    ['Write on wood in the wood shed', ['wood 0: wood shed']],
    ['Write on the wood shed and wood', ['wood 0: wood shed']],
    ['Write, answer, report fern and plan', ['fern 1: fern']],
    ['Write on the big brick', []],
    ['Write on the brick, not the big brick', ['brick 0: brick']],
    ['Write on the big brick fern', ['fern 0: fern']],
    ['Write on pencils', []],
  ])('%s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('the chances of a statement', () => {
  const chances = (text: string, lent = nothing) => judged(text, lent).chances;
  const even = [1, 1, 1, 1];
  const shares = (odds: readonly number[]) => {
    const all = odds.reduce((sum, each) => sum + each, 0);
    return odds.map((each) => expect.closeTo(each / all, 9) as number);
  };

  it('are the odds of its signals, each on its side', () => {
    const e = Math.exp(2);
    expect(chances('Write on pencils')).toEqual(shares(even));
    expect(chances('Write on fern')).toEqual(shares([e, 1, 1, 1]));
    expect(chances('Write on brick')).toEqual(shares([1, e, 1, 1]));
    expect(chances('Write on rake')).toEqual(shares([1, 1, e, 1]));
    expect(chances('Write on nail')).toEqual(shares([1, 1, 1, e]));
    expect(chances('Write on fern and brick and moss')).toEqual(shares([Math.exp(5), e, 1, 1]));
  });

  it('take what the rest of the posting lends to the roles', () => {
    expect(chances('Write on pencils', [3, 5])).toEqual(shares([3, 5, 1, 1]));
  });

  it('are those of what is lent last, and by themselves those where nothing is', () => {
    const { statement, around } = reading('Write on fern');
    const weights = statement.content.once(weightsIn, around);
    const alone = shares([Math.exp(2), 1, 1, 1]);
    expect(weights.chances).toEqual(alone);
    for (const lent of [3, 5, 5, 1]) {
      const expected = shares([Math.exp(2), lent, 1, 1]);
      expect(weights.sided([1, lent]).chances).toEqual(expected);
    }
    expect(weights.chances).toEqual(alone);
  });

  it('are the mean of its clauses, which lend each other a part', () => {
    const [own, lent] = [Math.exp(2), Math.exp(1)];
    const clauses = [
      [own, lent, 1, 1],
      [lent, own, 1, 1],
    ].map((odds) => odds.map((each) => each / (own + lent + 2)));
    const mean = [0, 1, 2, 3].map((side) => ((clauses[0]?.[side] ?? 0) + (clauses[1]?.[side] ?? 0)) / 2);
    expect(chances('Write on fern and answer on brick')).toEqual(shares(mean));
  });

  it('count as many duties as there are clauses, to the power that was learned', () => {
    const size = (text: string, clausePower: number) =>
      judged(text, nothing, withNumbers(lens, { ...numbers, clausePower })).size;
    expect(size('Write on fern, answer on brick and report on nails', 1)).toBe(3);
    expect(size('Write on fern, answer on brick, report on nails and plan on moss', 0.5)).toBe(2);
  });
});

describe('whose work a statement is', () => {
  it.each([
    ['Write on fern', first.id, green],
    ['Write on brick', second.id, red],
    ['Write on rake', 'shared', shared],
    ['Write on nail', 'other', null],
    ['Write on fern and moss', first.id, blue],
    // A trait only colours what is done.
    ['Write on leaf and fern', first.id, green],
    ['Write on fern and leaf', first.id, green],
    ['Write on leaf', first.id, trait],
    ['Write on fern and brick', first.id, green],
  ])('%s: %s, %s', (text, side, entry) => {
    const statement = judged(text);
    expect([statement.side, responsibilityOf(statement)]).toEqual([side, entry]);
  });

  it('is nobody’s where it is no duty, though its words are told', () => {
    const [about] = readingsOf(readPosting('# Job\n\n## About us\n\nOur house is of moss and fern.\n'), lens);
    if (about === undefined) throw new Error('Nothing was read.');
    const statement = judgeStatement(about, nothing);
    expect([statement.side, statement.entry, responsibilityOf(statement)]).toEqual(['none', blue, null]);
  });

  it('is what colleagues do, under their heading, whatever the words', () => {
    const [theirs] = readingsOf(readPosting('# Job\n\n## Works with\n\n- Write on fern\n'), lens);
    if (theirs === undefined) throw new Error('Nothing was read.');
    expect(judgeStatement(theirs, nothing)).toMatchObject({ duty: 0, side: 'none' });
  });

  it('weighs as much as its signals, by how surely it is a duty, and towards the first role', () => {
    for (const [text, weight] of [
      ['Write on fern and moss', 5],
      ['Write on brick', -2],
      ['Write on fern and brick', 0],
      ['Write on rake and nail', 0],
    ] as const) {
      const statement = judged(text);
      expect(statement.duty).toBeGreaterThan(0.5);
      expect(statement.weight).toBeCloseTo(weight * statement.duty, 9);
      expect(statement.signals.reduce((sum, each) => sum + each.weight, 0)).toBeCloseTo(statement.weight, 9);
    }
    expect(judged('Write on void').signals).toEqual([]);
  });

  it('takes the scale and the start that were learned for an entry', () => {
    const learned = (entries: Record<string, readonly [number, number]>) =>
      judged('Write on fern and moss', nothing, withNumbers(lens, { ...numbers, entries })).entry;
    expect(learned({})).toBe(blue);
    expect(learned({ [green]: [2, 0] })).toBe(green);
    expect(learned({ [green]: [1, 2] })).toBe(green);
    expect(learned({ [blue]: [1, -2] })).toBe(green);
  });
});

describe('the other field', () => {
  const [field] = taxonomy.fields;
  const own = (patterns: readonly string[]) => (field === undefined ? [] : [{ ...field, patterns }]);
  const fieldOf = (patterns: readonly string[], ...duties: readonly string[]) =>
    judge(readPosting(source(...duties)), lensOf({ ...taxonomy, fields: own(patterns) })).field?.id ?? null;
  const known = ['fern', 'moss', 'leaf'];
  const rest = (count: number): string[] => Array.from({ length: count }, () => 'Write on nails');

  it('is told by three different cues, in a fifth of the statements', () => {
    expect(fieldOf(known, 'Sell fern', 'Sell moss', 'Sell leaf')).toBe(field?.id);
    expect(fieldOf(known, 'Sell fern, moss and leaf')).toBe(field?.id);
    expect(fieldOf(known, 'Sell fern', 'Sell moss', 'Sell moss')).toBeNull();
    expect(fieldOf(known, 'Sell fern', 'Sell moss', 'Sell leaf', ...rest(12))).toBe(field?.id);
    expect(fieldOf(known, 'Sell fern', 'Sell moss', 'Sell leaf', ...rest(13))).toBeNull();
    expect(fieldOf(known, 'Sell fern', 'Sell moss', 'Sell leaf and fern', ...rest(13))).toBe(field?.id);
  });

  it('is the one with most cues', () => {
    if (field === undefined) throw new Error('There is no field.');
    const fields = ['some', 'more', 'few'].map((id) => ({
      ...field,
      ...{ id, patterns: ['one', 'two', 'three'].map((number) => `${id} ${number}`) },
    }));
    const all = (id: string): string => `Sell ${id} one, ${id} two, ${id} three`;
    const posting = readPosting(source(all('some'), all('more'), 'Sell more one', all('few')));
    expect(judge(posting, lensOf({ ...taxonomy, fields })).field?.id).toBe('more');
  });
});

describe('the judgement', () => {
  it('lists what weighs, the strongest first, beside its prior', () => {
    const posting = readPosting(source('Write on brick', 'Write on pencils', 'Write on moss and fern'));
    const prior = 0.75;
    const { evidence, score, statements } = judge(posting, withNumbers(lens, { ...numbers, prior }));
    expect(evidence.map(({ statement }) => statement.content.text)).toEqual([
      ...['Write on moss and fern', 'Write on brick'],
    ]);
    expect(statements).toHaveLength(3);
    expect(score).toBeCloseTo(
      statements.reduce((sum, { weight }) => sum + weight, prior),
      9,
    );
  });

  it('lends each statement of what the whole posting says', () => {
    const posting = readPosting(source('Write on moss', 'Write on moss', 'Write on pencils'));
    const chances = (context: number) =>
      judge(posting, withNumbers(lens, { ...numbers, context })).statements[2]?.chances ?? [];
    expect(chances(0)).toEqual([0.25, 0.25, 0.25, 0.25]);
    const [a = 0, b = 0, both = 0] = chances(3);
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(both);
  });

  it('counts duties of both alike for less', () => {
    const posting = readPosting(source('Write on moss', 'Write on rake'));
    const share = (sharedLeftOut: number) =>
      judge(posting, withNumbers(lens, { ...numbers, context: 0, sharedLeftOut })).verdict.shares[first.id] ??
      0;
    expect(share(1)).toBeGreaterThan(share(0));
    const [moss, rake] = ['Write on moss', 'Write on rake'].map((text) => judged(text));
    const own = (moss?.duty ?? 0) * (moss?.chances[0] ?? 0) + (rake?.duty ?? 0) * (rake?.chances[0] ?? 0);
    expect(share(0)).toBeCloseTo(own / ((moss?.duty ?? 0) + (rake?.duty ?? 0)), 6);
  });
});
