import { expect, it } from 'vitest';
import { createPostingLens, formatByPath } from '../../shared/index.ts';
import { sample } from '../../shared/taxonomy/sample.ts';

it('the sample shows what it is there to show', () => {
  const format = formatByPath('sample.md');
  if (format === undefined) throw new Error('No format.');
  const findings = createPostingLens()
    .analyze(sample, format)
    .judged.flatMap((judged) => judged.findings.map(({ rule }) => rule));
  expect(findings).toContain('title-mismatch');
});
