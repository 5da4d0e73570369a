import { describe, expect, it } from 'vitest';
import { lensOf, withNumbers } from '../../shared/judgement/lens.ts';
import { numbersFor, untrained } from '../../shared/judgement/numbers.ts';
import { decide, roleChances, type Verdict } from '../../shared/judgement/verdict.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';

const [first, second] = taxonomy.roles;
const [field] = taxonomy.fields;
const role = { bias: [0, 0], own: 2, other: -1, thin: 1 } as const;
const verdict = { role, bothShare: 0.25, bothRatio: 1.5, enough: 2 };
const lens = withNumbers(lensOf(taxonomy), { ...untrained, taxonomy: taxonomy.id, verdict });

interface Given {
  readonly count?: number;
  readonly score?: number;
  readonly ofOtherField?: boolean;
  readonly alike?: number;
  readonly hardlyAny?: boolean;
}

function verdictOf(shares: readonly [number, number], given: Given = {}): Verdict {
  const { count = 10, score = shares[0] - shares[1], ofOtherField = false } = given;
  const { alike = 0, hardlyAny = false } = given;
  const duties = { count, shares: { [first.id]: shares[0], [second.id]: shares[1] }, alike, hardlyAny };
  return decide(duties, score, ofOtherField ? (field ?? null) : null, lens);
}
const told = ({ role, gates }: Verdict): string => [role, ...gates.map(({ id }) => id)].join(' by ');

describe('the chances of the roles', () => {
  it('sum to one, grow with the own share, and shrink with the other one’s', () => {
    const chances = roleChances([0.6, 0.2], 10, role);
    expect(chances[0] + chances[1] + chances[2]).toBeCloseTo(1, 12);
    expect(roleChances([0.7, 0.2], 10, role)[0]).toBeGreaterThan(chances[0]);
    expect(roleChances([0.6, 0.3], 10, role)[0]).toBeLessThan(chances[0]);
    expect(roleChances([0.6, 0.3], 10, role)[1]).toBeGreaterThan(chances[1]);
  });

  it('treat both roles alike where their numbers do', () => {
    const [a, b, none] = roleChances([0.6, 0.2], 10, role);
    const [d, c, nor] = roleChances([0.2, 0.6], 10, role);
    for (const [one, other] of [[a, c] as const, [b, d] as const, [none, nor] as const])
      expect(one).toBeCloseTo(other, 12);
    expect(roleChances([0.4, 0.4], 10, { ...role, bias: [1, 0] })[0]).toBeGreaterThan(
      roleChances([0.4, 0.4], 10, { ...role, bias: [1, 0] })[1],
    );
  });

  it('are a matter of the odds of the shares', () => {
    // Half and half are even odds, so that only the bias speaks.
    const [a, b, none] = roleChances([0.5, 0.5], 10, { ...role, thin: 0, bias: [Math.log(2), Math.log(5)] });
    expect([a * 8, b * 8, none * 8]).toEqual([2, 5, 1].map((each) => expect.closeTo(each, 9) as number));
  });

  it('are smaller the fewer duties there are', () => {
    expect(roleChances([0.8, 0.1], 2, role)[0]).toBeLessThan(roleChances([0.8, 0.1], 20, role)[0]);
    expect(roleChances([0.8, 0.1], 2, role)[2]).toBeGreaterThan(roleChances([0.8, 0.1], 20, role)[2]);
  });
});

describe('the answer', () => {
  it.each<[string, readonly [number, number], Given]>([
    [first.id, [0.8, 0.1], {}],
    [second.id, [0.1, 0.8], {}],
    ['neither by share', [0.1, 0.05], {}],
    ['both', [0.4, 0.3], {}],
    ['both', [0.3, 0.4], {}],
    ['unclear by thin', [0.9, 0], { count: 1.9 }],
    [first.id, [0.9, 0], { count: 2 }],
    ['neither by other-field', [0.59, 0.1], { ofOtherField: true }],
    [first.id, [0.6, 0.1], { ofOtherField: true }],
    ['unclear by balance', [0.8, 0.1], { score: -1 }],
    ['unclear by balance', [0.8, 0.1], { score: 0 }],
    ['unclear by balance', [0.1, 0.8], { score: 1 }],
    // The edges of what counts as both: a share of its own, and not too far from the other's.
    ['both', [0.25, 0.375], {}],
    ['neither by share', [0.25, 0.376], {}],
    ['neither by share', [0.2499, 0.3], {}],
  ])('is %s for shares of %j, %j', (expected, shares, given) => {
    expect(told(verdictOf(shares, given))).toBe(expected);
  });

  it('is as sure as its chances, never surer than 0.99, and half sure where it is unclear', () => {
    const some = verdictOf([0.6, 0.1]);
    expect(some.confidence).toBe(roleChances([0.6, 0.1], 10, role)[0]);
    expect(verdictOf([1, 0], { count: 1000 }).confidence).toBe(0.99);
    expect(verdictOf([0.1, 0.05]).confidence).toBe(roleChances([0.1, 0.05], 10, role)[2]);
    expect(verdictOf([0.3, 0.3]).confidence).toBe(0.6);
    for (const given of [{ count: 1 }, { score: -1 }])
      expect(verdictOf([0.8, 0.1], given).confidence).toBe(0.5);
  });

  it('that another field explains is at least half sure', () => {
    expect(verdictOf([0.55, 0], { ofOtherField: true }).confidence).toBe(0.5);
    const surely = verdictOf([0, 0], { ofOtherField: true });
    expect(surely.confidence).toBe(roleChances([0, 0], 10, role)[2]);
    expect(surely.gates[0]?.says).toContain(field?.name);
  });

  it('takes a role without duties for one with a share of none', () => {
    const duties = { count: 10, shares: {}, alike: 0, hardlyAny: false };
    expect(decide(duties, 1, null, lens).role).toBe('neither');
  });

  it('cannot tell where hardly a word is a duty’s', () => {
    expect(told(verdictOf([0.1, 0.1]))).toBe('neither by share');
    expect(told(verdictOf([0.1, 0.1], { hardlyAny: true }))).toBe('unclear by thin');
  });

  it('cannot tell where most duties are both roles’ alike, unless the others are one role’s', () => {
    expect(told(verdictOf([0.1, 0.1], { alike: 0.39 }))).toBe('neither by share');
    expect(told(verdictOf([0.1, 0.1], { alike: 0.4 }))).toBe('unclear by shared');
    expect(told(verdictOf([0.8, 0.1], { alike: 0.7 }))).toBe(first.id);
  });
});

describe('the numbers', () => {
  it('are the learned ones for the taxonomy that they were learned for', () => {
    expect(Object.keys(numbersFor(taxonomy).signals).length).toBeGreaterThan(0);
  });

  it('of another pair favour no role, and hold nothing of our signals and duties', () => {
    const numbers = numbersFor({ ...taxonomy, id: 'another', prior: 0.25 });
    expect(numbers).toMatchObject({ taxonomy: 'another', prior: 0.25, signals: {}, entries: {} });
    const own = numbersFor(taxonomy).verdict.role;
    const [one, other] = numbers.verdict.role.bias;
    expect(one).toBe(other);
    expect(one).toBeCloseTo((own.bias[0] + own.bias[1]) / 2, 12);
    expect(numbers.verdict.role.own).toBe(own.own);
    expect(numbers.duty).toEqual(numbersFor(taxonomy).duty);
  });
});
