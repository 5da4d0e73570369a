import { afterEach, describe, expect, it, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Judge } from '../../server/cli/judge.ts';
import { Outcome } from '../../server/cli/outcome.ts';
import { Progress } from '../../server/cli/progress.ts';
import { Analyses } from '../../server/lsp/documents.ts';
import { type Analysis, createPostingLens, type Rule, rules } from '../../shared/index.ts';
import { checkOptions } from '../support/checkOptions.ts';
import { fixture, Folder } from '../support/commandLine.ts';
import { noConfigurations } from '../support/configurations.ts';
import { formatOf } from '../support/postings.ts';

const options = { ...checkOptions, config: false };
const source = `<!-- posting-lens-disable-next-line two-jobs -->\n${fixture('fixtures/postings/mislabeled.md')}`;
const lens = createPostingLens();
const codes = ({ judged }: Analysis): string[] =>
  judged.flatMap(({ findings }) => findings.map(({ rule }) => rule));

function breakRule(id: string): void {
  const rule = rules.find((each) => each.id === id) as Rule;
  vi.spyOn(rule, 'check').mockImplementation(() => {
    throw new Error('broken on purpose');
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a rule that throws', () => {
  it.each(['title-mismatch', 'unused-suppression'])('is skipped and told: %s', (id) => {
    const whole = lens.analyze(source, formatOf('markdown'));
    expect(codes(whole)).toEqual(expect.arrayContaining(['title-mismatch', 'unused-suppression']));
    expect(whole.failures).toEqual([]);
    breakRule(id);
    const analysis = lens.analyze(source, formatOf('markdown'));
    expect(analysis.failures).toEqual([{ rule: id, error: 'broken on purpose' }]);
    expect(codes(analysis)).toContain(id === 'title-mismatch' ? 'unused-suppression' : 'title-mismatch');
    expect(codes(analysis)).not.toContain(id);
  });

  it('is told once a document, however many postings it holds', () => {
    breakRule('title-mismatch');
    const several = fixture('fixtures/several/careers.md');
    const { judged, failures } = lens.analyze(several, formatOf('markdown'));
    expect(judged.length).toBeGreaterThan(1);
    expect(failures).toHaveLength(1);
  });

  it('is told once a session by the server', async () => {
    breakRule('title-mismatch');
    const told: string[] = [];
    const analyses = new Analyses(
      noConfigurations(),
      () => true,
      (failure) => told.push(failure),
    );
    for (const name of ['a', 'b'])
      expect(
        await analyses.of(TextDocument.create(`file:///${name}.md`, 'markdown', 1, source)),
      ).not.toBeNull();
    expect(told).toEqual(['The rule title-mismatch failed and was skipped: broken on purpose']);
  });

  it('is told once by the command line, as what ends with 2', async () => {
    const jobs = new Folder();
    for (const name of ['a.md', 'b.md']) jobs.write(name, source);
    breakRule('title-mismatch');
    const outcome = new Outcome(options, new Progress('files'));
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    // Each thread has a judge of its own.
    for (const judge of [new Judge(options), new Judge(options)])
      for (const name of ['a.md', 'b.md']) {
        const file = { path: jobs.at(name), named: true };
        outcome.tell(await judge.answer({ kind: 'file', file }));
      }
    jobs.dispose();
    expect(written.mock.calls).toEqual([
      [
        `posting-lens: the rule title-mismatch failed in ${jobs.at('a.md')} and was skipped: broken on purpose\n`,
      ],
    ]);
    expect(outcome.code).toBe(2);
  });
});
