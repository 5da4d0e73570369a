import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  configurationOf,
  type Layer,
  type LevelPlace,
  levels,
  readConfiguration,
  setRuleLevel,
} from '../../shared/index.ts';

const fileLayer = (name: string, folder: string, text: string): Layer => ({
  ...readConfiguration(text),
  name,
  folder,
});
const at = (layers: readonly Layer[], path: string) => configurationOf(layers, path).configuration;

describe('setRuleLevel', () => {
  const everywhere = { path: 'jobs/a.md', onlyHere: false };
  const here = { path: 'a.md', onlyHere: true };
  const changed = (text: string | null, ...rest: [string, 'off' | 'hint', LevelPlace?]): string => {
    const [rule, level, place = everywhere] = rest;
    return applyEdits(text ?? '', setRuleLevel(text, rule, level, place) ?? []);
  };

  it('makes the text of a file that is not there', () => {
    expect(changed(null, 'two-jobs', 'off')).toBe('{\n  "rules": {\n    "two-jobs": "off"\n  }\n}\n');
    expect(JSON.parse(changed('\n', 'two-jobs', 'off', here))).toEqual({
      overrides: [{ files: ['./a.md'], rules: { 'two-jobs': 'off' } }],
    });
  });

  it('keeps comments, other values and the way of writing', () => {
    const text =
      '{\r\n\t// ours\r\n\t"rules": {\r\n\t\t"two-jobs": { "severity": "error" }, // so be it\r\n\t},\r\n}\r\n';
    expect(changed(text, 'two-jobs', 'hint')).toBe(text.replace('error', 'hint'));
    expect(changed(text, 'title-mismatch', 'off')).toBe(
      text.replace('// so be it', '// so be it\r\n\t\t"title-mismatch": "off",'),
    );
    expect(changed(text, 'two-jobs', 'off', here)).toContain(
      '\r\n\t"overrides": [\r\n\t\t{\r\n\t\t\t"files": [',
    );
  });

  it('leaves the comment beside the last member where it is', () => {
    const beside = '{\n  "rules": {\n    "two-jobs": "off" // b\n    // later: all\n  }\n}\n';
    expect(changed(beside, 'title-mismatch', 'hint')).toBe(
      beside.replace('"off" // b', '"off", // b\n    "title-mismatch": "hint"'),
    );
    expect(changed('{ "rules": { "two-jobs": "off" /* b */ } } // c', 'title-mismatch', 'hint')).toBe(
      '{ "rules": { "two-jobs": "off", "title-mismatch": "hint" /* b */ } } // c',
    );
    expect(changed('{\n  "rules": { /* none */ },\n}\n', 'two-jobs', 'hint')).toBe(
      '{\n  "rules": { /* none */\n    "two-jobs": "hint"\n  },\n}\n',
    );
    expect(changed('{ "overrides": [{ "files": ["b.md"], "rules": {} },] }', 'two-jobs', 'hint', here)).toBe(
      '{ "overrides": [{ "files": ["b.md"], "rules": {} }, { "files": [ "./a.md" ], "rules": { "two-jobs": "hint" } },] }',
    );
  });

  it('writes where the last of equal names stands, which is the one that counts', () => {
    const twice = '{ "rules": { "two-jobs": "off" }, "rules": { "two-jobs": "error", "two-jobs": "error" } }';
    const after = changed(twice, 'two-jobs', 'hint');
    expect(after).toBe(twice.replace('"error" }', '"hint" }'));
    expect(at([fileLayer('f', '/r', after)], '/r/a.md').rules['two-jobs']?.severity).toBe('hint');
  });

  it('writes into the override that beats the rules of the file, and into no other', () => {
    const text = JSON.stringify({
      overrides: [
        { files: ['*.md'], rules: { 'two-jobs': 'error' } },
        { files: ['jobs/'], rules: { 'two-jobs': { severity: 'warning' } } },
        { files: ['*.html'], rules: { 'two-jobs': 'warning' } },
        { files: ['*.md'], rules: { 'two-jobs': 'loud', 'title-mismatch': 'error' } },
      ],
    });
    const levelOf = (of: string, file: string) =>
      at([fileLayer('f', '/r', of)], `/r/${file}`).rules['two-jobs']?.severity;
    const after = changed(text, 'two-jobs', 'hint');
    expect(after).toBe(text.replace('"severity":"warning"', '"severity":"hint"'));
    expect(levelOf(after, 'jobs/a.md')).toBe('hint');
    const elsewhere = changed(text, 'two-jobs', 'hint', { path: 'a.txt', onlyHere: false });
    expect(levelOf(elsewhere, 'a.txt')).toBe('hint');
    expect(levelOf(elsewhere, 'jobs/a.md')).toBe('warning');
  });

  it.each([
    ['[]'],
    ['{ "rules": null, "overrides": {} }'],
    ['{ "rules": [], "overrides": "x" }'],
    ['{ "rules": "x", "overrides": 1 }'],
    ['{ "rules": {'],
    ['{ "rules": {} "overrides": [] }'],
    ['{ "rules": [], "overrides": [{ "files": ["./a.md"], "rules": null }] }'],
    ['['.repeat(5000)],
  ])('has no place in what somebody is still writing: %.60s', (text) => {
    for (const place of [everywhere, here]) expect(setRuleLevel(text, 'two-jobs', 'off', place)).toBeNull();
  });

  it('takes effect for the file and for no other, and twice is once', () => {
    const names = fc
      .array(fc.constantFrom('a', 'b', '[', ']', '{', '}', '*', '?', '!', ' ', 'é', '-', ','), {
        minLength: 1,
        maxLength: 6,
      })
      .map((letters) => letters.join(''));
    const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.md`);
    const before = fc.constantFrom(
      null,
      '{}',
      '{ "overrides": [] }',
      '{ "overrides": [{ "files": ["**"], "rules": { "two-jobs": "error" } },] }',
      '// ours\n{\n  "rules": { "two-jobs": "hint" } // here\n}\n',
    );
    fc.assert(
      fc.property(before, path, path, fc.constantFrom(...levels), (text, file, other, level) => {
        const edits = setRuleLevel(text, 'two-jobs', level, { path: file, onlyHere: true }) ?? [];
        const after = applyEdits(text ?? '', edits);
        expect(readConfiguration(after).problems).toEqual([]);
        const levelOf = (of: string, name: string) =>
          at([fileLayer('f', '/r', of)], `/r/${name}`).rules['two-jobs']?.severity;
        expect(levelOf(after, file)).toBe(level);
        if (other !== file) expect(levelOf(after, other)).toBe(levelOf(text ?? '{}', other));
        expect(
          applyEdits(after, setRuleLevel(after, 'two-jobs', level, { path: file, onlyHere: true }) ?? []),
        ).toBe(after);
      }),
    );
  });
});
