import { describe, expect, it } from 'vitest';
import { optionValues } from '../../shared/configuration/options.ts';
import { judge } from '../../shared/judgement/judge.ts';
import { lensOf } from '../../shared/judgement/lens.ts';
import type { JudgedStatement } from '../../shared/judgement/statement.ts';
import type { Side } from '../../shared/judgement/weights.ts';
import type { Verdict } from '../../shared/judgement/verdict.ts';
import { forgetful } from '../../shared/posting/memory.ts';
import { rules } from '../../shared/rules/registry.gen.ts';
import type { RawFinding, RuleContext } from '../../shared/rules/rule.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { worded } from '../../shared/say.ts';
import { readPosting } from '../support/postings.ts';

const lens = lensOf(taxonomy);
const [first, second] = taxonomy.roles;
const own = (role: string) =>
  taxonomy.responsibilities.find(({ roles }) => roles.length === 1 && roles[0] === role)?.id ?? '';

/** A posting as a judge might have judged it: what rules make of it is not a matter of its words. */
interface Judged {
  /** Null where the document names no job. */
  readonly title: string | null;
  /** Whose each duty is. */
  readonly sides: readonly Side[];
  readonly verdict: Partial<Verdict>;
  /** What is different about each duty. */
  readonly duty?: Partial<JudgedStatement>;
  /** What a duty says. */
  readonly words?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly alone?: boolean;
  readonly field?: boolean;
}

function contextOf({
  title,
  sides,
  verdict,
  duty = {},
  words = 'Sharpen pencils',
  ...rest
}: Judged): RuleContext {
  const heading = title === null ? '' : `# ${title}\n\n`;
  const source = `${heading}## Duties\n\n${sides.map(() => `- ${words}\n`).join('')}`;
  const posting = readPosting(source);
  const judgement = judge(posting, lens);
  const statements = judgement.statements.map((statement, index): JudgedStatement => {
    const side = sides[index] ?? 'none';
    const weight = side === first.id ? 9 : side === second.id ? -9 : 0;
    return { ...statement, side, weight, ...duty };
  });
  return {
    ...{ source, posting, lens, memory: forgetful, alone: rest.alone ?? true, options: rest.options ?? {} },
    judgement: {
      ...judgement,
      statements,
      evidence: statements.filter(({ weight }) => weight !== 0),
      verdict: { ...judgement.verdict, ...verdict },
      field: rest.field === true ? (taxonomy.fields[0] ?? null) : null,
    },
  };
}

/** What one rule finds, with its own defaults. */
function found(id: string, judged: Judged): readonly RawFinding[] {
  const rule = rules.find((each) => each.id === id);
  if (rule?.about !== 'posting') throw new Error(`There is no rule ${id} about postings.`);
  return rule.check(contextOf({ ...judged, options: optionValues(rule.options, judged.options) }));
}
const speaks = (id: string, judged: Judged): boolean => found(id, judged).length > 0;
const times = (side: Side, count: number): Side[] => Array.from({ length: count }, () => side);

describe('title-mismatch', () => {
  const wrong: Judged = {
    title: second.title,
    sides: times(first.id, 4),
    verdict: { role: first.id, confidence: 0.8 },
  };

  it('speaks from the confidence on that is chosen', () => {
    expect(speaks('title-mismatch', wrong)).toBe(true);
    expect(speaks('title-mismatch', { ...wrong, verdict: { role: first.id, confidence: 0.79 } })).toBe(false);
    expect(speaks('title-mismatch', { ...wrong, options: { confidence: 0.81 } })).toBe(false);
  });

  it('must be surer where one duty says all', () => {
    const one = (confidence: number, options = {}): boolean =>
      speaks('title-mismatch', {
        ...wrong,
        ...{ sides: times(first.id, 1), verdict: { role: first.id, confidence }, options },
      });
    expect([one(0.96), one(0.97), one(0.97, { confidence: 0.98 }), one(0.98, { confidence: 0.98 })]).toEqual([
      ...[false, true, false, true],
    ]);
    const message = found('title-mismatch', {
      ...wrong,
      ...{ sides: [first.id, 'other'], verdict: { role: first.id, confidence: 0.99 } },
    })[0]?.message;
    expect(message && worded(message)).toContain('what the text says of the work is');
  });

  it('says nothing where titles and duties agree, and where either names no role', () => {
    const verdict = { confidence: 0.99 };
    expect(speaks('title-mismatch', { ...wrong, verdict: { ...verdict, role: second.id } })).toBe(false);
    expect(speaks('title-mismatch', { ...wrong, verdict: { ...verdict, role: 'neither' } })).toBe(false);
    expect(speaks('title-mismatch', { ...wrong, title: 'Software Engineer' })).toBe(false);
    expect(speaks('title-mismatch', { ...wrong, title: null })).toBe(false);
  });

  it('tells the five duties that weigh most', () => {
    const [only] = found('title-mismatch', { ...wrong, sides: times(first.id, 7) });
    expect(only?.related).toHaveLength(5);
  });
});

describe('ambiguous-title', () => {
  const unknown: Judged = {
    title: 'Tea Ninja',
    sides: times(first.id, 3),
    verdict: { role: first.id, confidence: 0.95 },
  };

  it('speaks of a title of no known job where the duties leave no doubt', () => {
    expect(speaks('ambiguous-title', unknown)).toBe(true);
    const less = { ...unknown, verdict: { role: first.id, confidence: 0.949 } };
    expect(speaks('ambiguous-title', less)).toBe(false);
    expect(speaks('ambiguous-title', { ...unknown, sides: times(first.id, 2) })).toBe(false);
    const half = [...times(first.id, 3), ...times('other', 3)];
    expect(speaks('ambiguous-title', { ...unknown, sides: half })).toBe(true);
    expect(speaks('ambiguous-title', { ...unknown, sides: [...half, 'other'] })).toBe(false);
  });

  it('speaks of both roles in a title from the confidence on that is chosen', () => {
    const both = { ...unknown, title: `${first.title} / ${second.title}`, sides: times(first.id, 1) };
    const at = (confidence: number, options = {}): boolean =>
      speaks('ambiguous-title', { ...both, verdict: { role: first.id, confidence }, options });
    expect([at(0.89), at(0.9), at(0.91, { confidence: 0.92 }), at(0.6, { confidence: 0.6 })]).toEqual([
      ...[false, true, false, true],
    ]);
  });

  it('says nothing where there is no title, a known one, a long one, or no role of the duties', () => {
    for (const title of [first.title, second.title, 'Software Engineer', 'One two three four five six seven'])
      expect(speaks('ambiguous-title', { ...unknown, title }), title).toBe(false);
    expect(speaks('ambiguous-title', { ...unknown, title: 'One two three four five six' })).toBe(true);
    expect(speaks('ambiguous-title', { ...unknown, title: null })).toBe(false);
    const verdict = { role: 'both', confidence: 0.99 } as const;
    expect(speaks('ambiguous-title', { ...unknown, verdict })).toBe(false);
  });

  it('says nothing where the text below a heading names the job', () => {
    expect(speaks('ambiguous-title', { ...unknown, words: `Be our ${first.title}` })).toBe(false);
    expect(speaks('ambiguous-title', { ...unknown, words: `Help our ${second.title}` })).toBe(true);
  });
});

describe('two-jobs', () => {
  const both: Judged = {
    title: first.title,
    sides: [...times(first.id, 2), ...times(second.id, 2)],
    verdict: { role: 'both' },
  };

  it('speaks where each role has two duties', () => {
    expect(speaks('two-jobs', both)).toBe(true);
    expect(speaks('two-jobs', { ...both, sides: [first.id, ...times(second.id, 3)] })).toBe(false);
    expect(speaks('two-jobs', { ...both, sides: [...times(first.id, 3), second.id] })).toBe(false);
    expect(speaks('two-jobs', { ...both, verdict: { role: first.id } })).toBe(false);
    expect(speaks('two-jobs', { ...both, title: 'Software Engineer' })).toBe(false);
    expect(speaks('two-jobs', { ...both, title: 'Tea Ninja' })).toBe(true);
  });

  it('tells three duties of each', () => {
    const sides = [...times(first.id, 5), ...times(second.id, 4)];
    expect(found('two-jobs', { ...both, sides })[0]?.related).toHaveLength(6);
  });
});

describe('shared-duties-only', () => {
  const alike: Judged = {
    title: first.title,
    sides: [...times('shared', 3), 'other'],
    verdict: { role: 'unclear', shares: { [first.id]: 0.2, [second.id]: 0.2 } },
  };

  it('speaks where three of four duties are both roles’', () => {
    expect(speaks('shared-duties-only', alike)).toBe(true);
    expect(speaks('shared-duties-only', { ...alike, sides: times('shared', 3) })).toBe(false);
    const fewer: Side[] = [...times('shared', 5), ...times('other', 2)];
    expect(speaks('shared-duties-only', { ...alike, sides: fewer })).toBe(false);
    expect(speaks('shared-duties-only', { ...alike, sides: [...times('shared', 4), 'none'] })).toBe(true);
  });

  it('says nothing where one duty, or the share of a role, tells', () => {
    for (const { id } of taxonomy.roles) {
      expect(speaks('shared-duties-only', { ...alike, sides: [...times('shared', 6), id] })).toBe(false);
      const shares = { [first.id]: 0, [second.id]: 0, [id]: 0.21 };
      expect(speaks('shared-duties-only', { ...alike, verdict: { role: 'unclear', shares } })).toBe(false);
    }
    expect(speaks('shared-duties-only', { ...alike, title: 'Software Engineer' })).toBe(false);
  });

  it('tells three of them', () => {
    const [only] = found('shared-duties-only', { ...alike, sides: times('shared', 6) });
    expect(only?.related).toHaveLength(3);
  });
});

describe('off-role-duty', () => {
  const sure = { chances: [0.9, 0.9, 0, 0] as const };
  const odd: Judged = {
    title: second.title,
    sides: [...times(second.id, 4), first.id],
    verdict: { role: second.id, confidence: 0.8, shares: { [first.id]: 0.2, [second.id]: 0.8 } },
    duty: { ...sure, entry: own(first.id), weight: 3.5 },
  };

  it('speaks of one or two duties in a clear posting of five', () => {
    expect(found('off-role-duty', odd)).toHaveLength(1);
    expect(
      found('off-role-duty', { ...odd, sides: [...times(second.id, 3), first.id, first.id] }),
    ).toHaveLength(2);
    expect(speaks('off-role-duty', { ...odd, sides: [...times(second.id, 3), ...times(first.id, 3)] })).toBe(
      false,
    );
    expect(speaks('off-role-duty', { ...odd, sides: [...times(second.id, 3), first.id] })).toBe(false);
    const shares = { [first.id]: 0.21, [second.id]: 0.79 };
    expect(speaks('off-role-duty', { ...odd, verdict: { ...odd.verdict, shares } })).toBe(false);
  });

  it('must be sure of the posting', () => {
    const at = (title: string, confidence: number): boolean =>
      speaks('off-role-duty', { ...odd, title, verdict: { ...odd.verdict, confidence } });
    expect([at(second.title, 0.79), at(second.title, 0.8)]).toEqual([false, true]);
    expect([at('Tea Ninja', 0.94), at('Tea Ninja', 0.95), at(first.title, 0.99)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('must be sure of the duty, by its chances, its words and its entry', () => {
    const of = (duty: Partial<JudgedStatement>): boolean =>
      speaks('off-role-duty', { ...odd, duty: { ...odd.duty, ...duty } });
    expect(of({ chances: [0.85, 0, 0, 0] })).toBe(true);
    expect(of({ chances: [0.84, 0.9, 0, 0] })).toBe(false);
    expect(of({ weight: 3.49 })).toBe(false);
    expect(of({ weight: -9 })).toBe(false);
    expect(of({ entry: own(second.id) })).toBe(false);
    expect(of({ entry: null })).toBe(false);
  });

  it('looks at the second role as at the first', () => {
    const mirrored: Judged = {
      ...odd,
      title: first.title,
      sides: [...times(first.id, 4), second.id],
      verdict: { role: first.id, confidence: 0.8, shares: { [first.id]: 0.8, [second.id]: 0.2 } },
      duty: { ...sure, entry: own(second.id), weight: -3.5 },
    };
    expect(speaks('off-role-duty', mirrored)).toBe(true);
    expect(speaks('off-role-duty', { ...mirrored, duty: { ...mirrored.duty, weight: 9 } })).toBe(false);
    expect(
      speaks('off-role-duty', { ...mirrored, duty: { ...mirrored.duty, chances: [0.9, 0.84, 0, 0] } }),
    ).toBe(false);
  });

  it('says nothing where the duty says whose it is', () => {
    expect(speaks('off-role-duty', { ...odd, words: `Help our ${first.title}` })).toBe(false);
  });
});

describe('other-field', () => {
  it('speaks where the title names a role and the duties are of another field', () => {
    const other: Judged = {
      title: first.title,
      sides: times('other', 3),
      verdict: { role: 'neither' },
      field: true,
    };
    expect(speaks('other-field', other)).toBe(true);
    expect(speaks('other-field', { ...other, field: false })).toBe(false);
    expect(speaks('other-field', { ...other, verdict: { role: first.id } })).toBe(false);
    expect(speaks('other-field', { ...other, title: 'Software Engineer' })).toBe(false);
    expect(speaks('other-field', { ...other, title: null })).toBe(false);
  });
});

describe('missing-core-duty', () => {
  const bare: Judged = {
    title: first.title,
    sides: times(first.id, 5),
    verdict: { role: first.id },
    duty: { entry: null, signals: [] },
  };

  it('speaks from the number of duties on that is chosen', () => {
    expect(speaks('missing-core-duty', bare)).toBe(true);
    expect(speaks('missing-core-duty', { ...bare, sides: times(first.id, 4) })).toBe(false);
    expect(speaks('missing-core-duty', { ...bare, sides: times(first.id, 2), options: { duties: 2 } })).toBe(
      true,
    );
    expect(speaks('missing-core-duty', { ...bare, sides: [...times(first.id, 4), 'none'] })).toBe(false);
    expect(speaks('missing-core-duty', { ...bare, title: second.title })).toBe(false);
  });

  it('says nothing where one duty may be such a one', () => {
    const core = taxonomy.responsibilities.find(({ core, roles }) => core && roles.includes(first.id));
    const signal = taxonomy.signals.find(({ entry }) => entry === core?.id);
    if (core === undefined || signal === undefined) throw new Error('There is no core duty.');
    const said = (weight: number) => [{ signal, span: { start: 0, end: 1 }, weight }];
    expect(speaks('missing-core-duty', { ...bare, duty: { entry: core.id, signals: [] } })).toBe(false);
    expect(speaks('missing-core-duty', { ...bare, duty: { entry: null, signals: said(1.5) } })).toBe(false);
    expect(speaks('missing-core-duty', { ...bare, duty: { entry: null, signals: said(-1.5) } })).toBe(false);
    expect(speaks('missing-core-duty', { ...bare, duty: { entry: null, signals: said(1.4) } })).toBe(true);
  });

  it('stands at the heading of the duties', () => {
    const context = contextOf(bare);
    const [only] = found('missing-core-duty', bare);
    expect(only && context.source.slice(only.span.start, only.span.end)).toBe('Duties');
  });
});
