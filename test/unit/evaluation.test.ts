import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens } from '../../shared/index.ts';
import { bagOfWords } from '../evaluation/bagOfWords.ts';
import { seedLexicon, titleAlone } from '../evaluation/baselines.ts';
import { binsOf, calibrationOf, surerHalf } from '../evaluation/calibration.ts';
import { type LabelledPosting, type LabelledStatement, readData } from '../evaluation/data.ts';
import { assignFolds } from '../evaluation/folds.ts';
import { judgeBy, judgeRows } from '../evaluation/judge.ts';
import {
  accuracy,
  bootstrap,
  type Class,
  classes,
  confusionOf,
  kappa,
  macroF1,
  quantile,
  scored,
  scoresOf,
} from '../evaluation/metrics.ts';
import { reliabilityPlot, wilson } from '../evaluation/plot.ts';
import { report } from '../evaluation/report.ts';
import { evaluate } from '../evaluation/results.ts';
import { compare, scoreTable } from '../evaluation/scores.ts';
import { labelledSide, statementTest } from '../evaluation/statements.ts';
import { retitled, titleTest } from '../evaluation/titleTest.ts';

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const pair = (truth: Class, answer: Class) => ({ truth, answer });

describe('scores', () => {
  const table = confusionOf(
    [
      ...times(3, pair('social', 'social')),
      pair('social', 'neither'),
      pair('community', 'social'),
      pair('community', 'community'),
      ...times(4, pair('neither', 'neither')),
    ],
    classes,
  );

  it('precision, recall and F1, worked out by hand', () => {
    expect(scoresOf(table, 'social')).toEqual({ precision: 3 / 4, recall: 3 / 4, f1: 3 / 4, support: 4 });
    expect(scoresOf(table, 'community')).toEqual({ precision: 1, recall: 1 / 2, f1: 2 / 3, support: 2 });
    expect(scoresOf(table, 'neither')).toEqual({ precision: 4 / 5, recall: 1, f1: 8 / 9, support: 4 });
    expect(macroF1(table, scored)).toBeCloseTo((3 / 4 + 2 / 3 + 8 / 9) / 3, 12);
    expect(accuracy(table)).toBe(0.8);
  });

  it("Cohen's kappa: 0.8 agreement where chance brings 0.38", () => {
    expect(kappa(table)).toBeCloseTo(0.42 / 0.62, 12);
  });

  it('a class that nobody speaks of is left out of the macro average; one only answered counts as 0', () => {
    const two = confusionOf([pair('social', 'social'), pair('neither', 'neither')], classes);
    expect(macroF1(two, scored)).toBe(1);
    const three = confusionOf([pair('social', 'social'), pair('neither', 'community')], classes);
    expect(macroF1(three, scored)).toBeCloseTo(1 / 3, 12);
  });

  it('quantiles lie between neighbours', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  });

  it('the bootstrap draws whole groups, the same in every run', () => {
    const rows = [
      ...times(5, { ...pair('social', 'social'), group: 'a' }),
      ...times(5, { ...pair('social', 'neither'), group: 'b' }),
    ];
    const seen = new Set<number>();
    const draw = () =>
      bootstrap(rows, classes, (drawn) => {
        seen.add(accuracy(drawn));
        return { accuracy: accuracy(drawn) };
      });
    expect(draw()).toEqual({ accuracy: [0, 1] });
    expect([...seen].sort()).toEqual([0, 0.5, 1]);
    expect(draw()).toEqual(draw());
  });
});

describe('confidence', () => {
  const bet = (confidence: number, right: boolean) => ({ confidence, right, claim: right });
  const bets = [bet(0.9, true), bet(0.8, false), bet(0.6, true), bet(0.9, true), bet(0.6, false)];
  const found = calibrationOf(bets, 10);

  it('Brier score, calibration error and surer half, worked out by hand', () => {
    expect(found.brier).toBeCloseTo(1.18 / 5, 12);
    expect(found.constantBrier).toBeCloseTo(0.24, 12);
    expect(found.brierReduction).toBeCloseTo(1 - 0.236 / 0.24, 12);
    expect(found.expectedError).toBeCloseTo(0.04 + 0.16 + 0.04, 12);
    expect(found.surerHalf).toBeCloseTo(2 / 3, 12);
  });

  it('the curve covers silent postings too', () => {
    expect(found.curve.map(({ coverage }) => coverage)).toEqual([0.2, 0.3, 0.5]);
    expect(found.curve.map(({ precision }) => precision)).toEqual([1, 2 / 3, 3 / 5]);
    expect(found.curve.map(({ claims }) => claims)).toEqual([1, 1, 1]);
  });

  it('equals are not told apart by their order', () => {
    expect(surerHalf([bet(0.5, true), bet(0.5, false), bet(0.5, false), bet(0.5, false)])).toBe(0.25);
  });

  it('certainty of 1 falls in the last bin', () => {
    expect(binsOf([bet(1, true)]).at(-1)?.count).toBe(1);
  });

  it("Wilson's interval for 50 of 100", () => {
    const [low, high] = wilson(0.5, 100);
    expect(low).toBeCloseTo(0.4038, 4);
    expect(high).toBeCloseTo(0.5962, 4);
  });

  it('the plot has a panel a set and escapes its name', () => {
    const svg = reliabilityPlot([
      { name: 'a < b', calibration: found },
      { name: 'c', calibration: found },
    ]);
    expect(svg.match(/<g /g)).toHaveLength(2);
    expect(svg.match(/<circle /g)).toHaveLength(6);
    expect(svg).toContain('a &lt; b');
  });
});

describe('folds', () => {
  const rows = Array.from({ length: 200 }, (_, index) => ({
    group: `g${index % 80}`,
    label: index % 80 < 20 ? 'social' : index % 80 < 40 ? 'community' : 'neither',
  }));

  it('spread labels evenly over ten', () => {
    const folds = assignFolds(rows);
    expect(folds.size).toBe(80);
    for (const label of ['social', 'community', 'neither']) {
      const counts = times(10, 0);
      for (const row of rows.filter((each) => each.label === label)) {
        const fold = folds.get(row.group) ?? -1;
        counts[fold] = (counts[fold] ?? 0) + 1;
      }
      expect(Math.max(...counts) - Math.min(...counts), label).toBeLessThanOrEqual(3);
    }
  });

  it('do not hang on the order of rows', () => {
    const sorted = (folds: ReadonlyMap<string, number>) => [...folds].sort();
    expect(sorted(assignFolds([...rows].reverse()))).toEqual(sorted(assignFolds(rows)));
  });
});

function posting(text: string, more: Partial<LabelledPosting> = {}): LabelledPosting {
  const base = { id: 'X1', group: 'g', label: 'social', format: 'markdown', titleRole: 'community' } as const;
  return { ...base, social: 0, community: 0, title: '', titleSpans: [], text, ...more };
}
const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../samples', name), 'utf8');
function titled(text: string, title: string, more: Partial<LabelledPosting> = {}): LabelledPosting {
  const titleSpans: [number, number][] = [];
  for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1))
    titleSpans.push([at, at + title.length]);
  return posting(text, { title, titleSpans, ...more });
}
const lens = createPostingLens();
const judge = judgeBy(() => lens);
const social = sample('community-title-social-duties.md');
const apartments = sample('another-field.md');

describe('titles', () => {
  it('are replaced wherever they stand, or handed over where they stand nowhere', () => {
    const row = titled('# Old one\n\nThe Old one will write.', 'Old one');
    expect(retitled(row, 'A much newer one').text).toBe(
      '# A much newer one\n\nThe A much newer one will write.',
    );
    expect(retitled(row, 'New').title).toBeUndefined();
    expect(retitled(posting('Duties'), 'New')).toMatchObject({ text: 'Duties', title: 'New' });
  });

  it('a mislabelled posting is found as it is and under the wrong title, never under its own', () => {
    const rows = [
      titled(social, 'Senior Community Manager (m/f/d)'),
      titled(apartments, 'Community Manager', { id: 'X2', label: 'neither' }),
      titled(apartments, 'Community Manager', { id: 'X3', label: null }),
    ];
    const { own, other, never, natural } = titleTest(judgeRows(rows, judge), judge);
    expect(own).toEqual({ read: 1, wrong: [] });
    expect(other).toEqual({ read: 1, found: 1, missed: [] });
    expect(never).toEqual({ read: 2, wrong: [] });
    expect(natural).toMatchObject({ read: 2, found: [{ id: 'X1', said: 'social' }], missed: [], wrong: [] });
  });

  it('a wrong label shows up as right titles blamed and wrong ones missed', () => {
    const rows = [
      titled(social, 'Senior Community Manager (m/f/d)', { label: 'community' }),
      titled(social, 'Senior Community Manager (m/f/d)', { id: 'X2', label: 'both' }),
    ];
    const { own, other, never, natural } = titleTest(judgeRows(rows, judge), judge);
    expect(own.wrong).toHaveLength(1);
    expect(other.missed).toHaveLength(1);
    expect(never.wrong).toHaveLength(1);
    expect(natural.wrong.map(({ id }) => id)).toEqual(['X1', 'X2']);
  });
});

describe('statements', () => {
  const labelled = (label: string | null, side: LabelledStatement['side'], labels: string[]) =>
    labelledSide({ id: 'X1.0', label, labels, side, start: 0, end: 1 });

  it('have a side where both readers see one', () => {
    expect(labelled(null, 'S', ['S.content', 'S.channels'])).toBe('S');
    expect(labelled('shared', 'none', ['shared', 'shared'])).toBe('apart');
    expect(labelled(null, 'none', ['shared', 'other'])).toBe('apart');
    expect(labelled('none', 'none', ['none', 'none'])).toBe('none');
    expect(labelled(null, 'none', ['other', 'none'])).toBeNull();
    expect(labelled(null, null, ['other', 'C.welcome'])).toBeNull();
  });

  it('are matched by place; what is nowhere is counted apart', () => {
    const rows = judgeRows([posting(social)], judge);
    const at = (words: string) => ({
      start: social.indexOf(words),
      end: social.indexOf(words) + words.length,
    });
    const statement = (
      id: string,
      label: string,
      side: 'S' | 'none',
      place: { start: number; end: number },
    ) => ({
      ...{ id, label, labels: [label, label], side },
      ...place,
    });
    const found = statementTest(
      [
        statement('X1.0', 'S.respond', 'S', at('Reply to comments and direct messages')),
        statement('X1.1', 'none', 'none', at('Send us two posts')),
        statement('X9.0', 'none', 'none', at('Send us')),
        { ...statement('X1.2', 'S.content', 'S', at('Film')), start: null, end: null },
      ],
      rows,
    );
    expect(found).toMatchObject({ statements: 4, strangers: 1, withoutPlace: 1, notAgreed: 0, macroF1: 1 });
    expect(found.responsibilities).toMatchObject({ duties: 1, named: 1, right: 1, f1: 1 });
  });
});

describe('other ways of judging', () => {
  it('the title alone says what the title names', () => {
    expect(titleAlone([posting('', { titleRole: 'both' }), posting('', { titleRole: 'other' })])).toEqual([
      'both',
      'neither',
    ]);
  });

  it('the lexicon counts each line once, leaves masked words out, and is given its best thresholds', () => {
    const line = (side: string, words: string) => ({ side, weight: 5, pattern: new RegExp(words, 'gi') });
    const lexicon = {
      lines: [line('S', 'posts'), line('S', 'reels'), line('C', 'forum'), line('C', 'members')],
      masks: [/team members/gi],
    };
    const rows = ['Posts, reels, posts.', 'A forum of members.', 'Team members make posts.'].map((text) =>
      posting(text),
    );
    const { answers, tried } = seedLexicon(rows, ['social', 'community', 'neither'], lexicon);
    expect(tried).toBe(144);
    expect(answers).toEqual(['social', 'community', 'neither']);
  });

  it('the bag of words learns from other folds only', () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      group: `g${index}`,
      text:
        index % 2 === 0 ? `captions reels audience word${index}` : `forum members moderation word${index}`,
    }));
    const truths = rows.map((_, index): Class => (index % 2 === 0 ? 'social' : 'community'));
    const folds = new Map(rows.map(({ group }, index) => [group, index % 10]));
    // Folds of one kind each: whoever judges it has seen both kinds elsewhere.
    expect(bagOfWords(rows, truths, folds)).toEqual(truths);
    const apart = new Map(rows.map(({ group }, index) => [group, index % 2]));
    // Now the judge of each kind has only seen the other.
    expect(bagOfWords(rows, truths, apart)).toEqual(
      truths.map((truth) => (truth === 'social' ? 'community' : 'social')),
    );
  });
});

describe('a run over a folder', () => {
  const line = (row: object): string => `${JSON.stringify(row)}\n`;
  function folder(files: Record<string, string>): string {
    const made = mkdtempSync(path.join(tmpdir(), 'evaluation-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(made, name), content);
    return made;
  }

  it('takes any of the files, in any number of halves', () => {
    const row = titled(social, 'Senior Community Manager (m/f/d)');
    const made = folder({
      'postings.a.jsonl': line(row),
      'postings.b.jsonl': line({ ...row, id: 'X2', label: 'unclear' }),
      'documents.a.jsonl': line({ id: 'D1', format: 'markdown', path: 'notes.md', text: 'Nothing here.' }),
    });
    const data = readData(made);
    rmSync(made, { recursive: true });
    if (data === null) throw new Error('The folder was there.');
    const results = evaluate(data, judge, null);
    expect(results.sets.map(({ name, rows, leftOut }) => ({ name, rows, leftOut }))).toEqual([
      { name: 'postings.a+b', rows: 2, leftOut: 1 },
    ]);
    expect(results.sets[0]?.ours.confusion.social.social).toBe(1);
    expect(results.unrelated).toBeNull();
    expect(results.documents).toMatchObject({
      documents: 1,
      taken: [],
      said: { 'not-a-posting': 1 },
      alarms: [],
    });
    expect(report(results)).toContain('1 of 1 natural mislabels found');
    expect(scoreTable(results)).toEqual({
      macroF1: { 'postings.a+b': 1 },
      wrong: { 'postings.a+b': ['as-it-came X2', 'never X2 "Community Manager"'], 'documents.a': [] },
    });
  });

  it('says where a line cannot be read, and which folder is none', () => {
    const broken = folder({ 'retold.a.jsonl': '{}\n{' });
    const empty = folder({});
    expect(() => readData(broken)).toThrow('retold.a.jsonl:2');
    expect(() => readData(empty)).toThrow('holds none of');
    expect(readData(path.join(empty, 'nowhere'))).toBeNull();
    for (const made of [broken, empty]) rmSync(made, { recursive: true });
  });
});

describe('the table of scores', () => {
  const before = { macroF1: { a: 0.8, b: 0.7, gone: 0.5 }, wrong: { a: ['own-title X1'] } };

  it('passes within the tolerance and with known wrongs', () => {
    const now = { macroF1: { a: 0.79, b: 0.9, c: 0.1 }, wrong: { a: ['own-title X1'] } };
    const { worse, notes } = compare(before, now);
    expect(worse).toEqual([]);
    expect(notes).toEqual(['c is not in the table', 'gone is in the table and was not measured']);
  });

  it('fails on a drop and on a new wrong title-mismatch', () => {
    const now = {
      macroF1: { a: 0.789, b: 0.7 },
      wrong: { a: ['own-title X1', 'never X2'], b: ['never X3'] },
    };
    expect(compare(before, now).worse).toHaveLength(3);
  });
});
