import { describe, expect, it } from 'vitest';
import { createPostingLens, type FormatId, formatById } from '../../shared/index.ts';
import { shelf, shelfIsHere } from '../support/shelf.ts';

const lens = createPostingLens();

describe.skipIf(!shelfIsHere)('real postings', () => {
  it.each(['postings.dev.jsonl', 'retold.dev.jsonl'])('%s: nothing throws, all ranges lie inside', (file) => {
    for (const { id, text, format } of shelf(file)) {
      const reader = formatById(format as FormatId) ?? formatById('text');
      if (reader === undefined) continue;
      const analysis = lens.analyze(text, reader, { always: true });
      for (const { judgement, findings } of analysis.judged) {
        for (const { statement, signals } of judgement.statements) {
          expect(statement.span.end, id).toBeLessThanOrEqual(text.length);
          for (const { span } of signals)
            expect(span.end, id).toBeLessThanOrEqual(statement.content.text.length);
        }
        for (const { span } of findings) expect(span.end, id).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
