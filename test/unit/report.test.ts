import { describe, expect, it } from 'vitest';
import { type Report, ReportWriter, taxonomy } from '../../shared/index.ts';

const writer = new ReportWriter(taxonomy);
const verdict = {
  role: 'community',
  shares: { 'social-media': 0.1, community: 0.8 },
  confidence: 0.95,
  gates: [],
};
const report: Report = {
  name: 'careers | 2026',
  others: 3,
  postings: [
    {
      path: 'jobs/a <b>.md',
      title: '=cmd|"/c calc"!A1',
      verdict,
      reason: '',
      findings: [
        { rule: 'title-mismatch', severity: 'warning', message: 'Says | <script>alert(1)</script>', line: 3 },
      ],
    },
    { path: 'jobs/c.md', title: 'Gärtner', verdict: null, reason: 'It is in German.', findings: [] },
  ],
};

describe('a report', () => {
  it('tells how many postings there are, and their verdicts, in Markdown that documents cannot break', () => {
    const text = writer.markdown(report);
    expect(text).toContain('Postings: 2. With a warning: 1. Other files, passed over: 3.');
    expect(text).toContain('![community manager\\: 1](data:image/svg+xml;utf8,');
    expect(text).not.toContain('<script>');
    const rows = text.split('\n').filter((line) => line.startsWith('| [jobs'));
    expect(rows).toHaveLength(2);
    const bars = (row: string): number => row.replace(/\\\|/g, '').split('|').length;
    expect(new Set(rows.map(bars)).size).toBe(1);
    expect(text).toContain('](<jobs/a%20%3Cb%3E.md#L3>)');
  });

  it('is a page without scripts, whatever the titles say', () => {
    const text = writer.html(report);
    expect(text).not.toContain('<script');
    expect(text).toContain('Says | &lt;script&gt;');
    expect(text).toContain('<meter max="1" value="1">');
  });

  it('is a table that no spreadsheet runs', () => {
    const [head, first, second, ...rest] = writer.csv(report).split('\r\n');
    expect(head).toBe('path,title,verdict,social-media,community,confidence,findings');
    expect(first).toBe('jobs/a <b>.md,"\'=cmd|""/c calc""!A1",community,0.1,0.8,0.95,title-mismatch');
    expect(second).toBe('jobs/c.md,Gärtner,It is in German.,,,,');
    expect(rest).toEqual(['']);
  });
});
