import { describe, expect, it } from 'vitest';
import { inOrder, merged } from '../../shared/rules/check.ts';
import type { Finding, Fix } from '../../shared/rules/rule.ts';

const fix = (title: string): Fix => ({ title, safe: false, preferred: true, edits: [] });

function finding(rule: string, severity: Finding['severity'], start: number, end: number): Finding {
  const message = `${rule} says`;
  return { rule, severity, span: { start, end }, message, related: [], fixes: [fix(`${rule} mends`)] };
}
const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

describe('findings', () => {
  it('come in document order, the strongest first where they begin at one place', () => {
    const all = [
      finding('late', 'error', 9, 10),
      finding('hint', 'hint', 2, 3),
      finding('warning', 'warning', 2, 3),
      finding('error', 'error', 2, 3),
      finding('information', 'information', 2, 3),
      finding('early', 'hint', 0, 1),
    ];
    expect(rules(inOrder(all))).toEqual(['early', 'error', 'warning', 'information', 'hint', 'late']);
  });

  it('that overlap a stronger one are told with it, their fixes after its own and none of them preferred', () => {
    const weak = finding('weak', 'hint', 3, 8);
    const strong = finding('strong', 'warning', 5, 9);
    const apart = finding('apart', 'information', 9, 12);
    for (const given of [
      [weak, strong, apart],
      [apart, strong, weak],
    ]) {
      expect(merged(given)).toEqual([
        {
          ...strong,
          related: [{ span: weak.span, message: weak.message }],
          fixes: [...strong.fixes, { ...fix('weak mends'), preferred: false }],
        },
        apart,
      ]);
    }
  });

  it('of one strength stay, though they overlap', () => {
    const both = [finding('one', 'warning', 0, 5), finding('two', 'warning', 0, 5)];
    expect(merged(both)).toEqual(both);
  });

  it('keep what a finding told already when another joins it', () => {
    const strong = finding('strong', 'error', 0, 9);
    const [only, ...rest] = merged([
      finding('first', 'hint', 6, 7),
      finding('second', 'information', 1, 2),
      strong,
    ]);
    expect(rest).toEqual([]);
    expect(only?.related.map(({ message }) => message)).toEqual(['second says', 'first says']);
    expect(only?.fixes.map(({ preferred }) => preferred)).toEqual([true, false, false]);
  });
});
