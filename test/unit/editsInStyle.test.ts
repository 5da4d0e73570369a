import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, formatByPath } from '../../shared/index.ts';
import { addDuty, moveDuty } from '../../shared/edits/duties.ts';
import { readPosting } from '../support/postings.ts';
import { broken } from '../support/wellFormed.ts';

/**
 * Ways to write lists. Beside `name.md` stand `name.moved.md`, where the duty to film videos is under "Works with", and
 * `name.added.md` with a duty more; where one is missing there is no safe way.
 */
const folder = path.resolve(import.meta.dirname, '../fixtures/edits');
const names = readdirSync(folder).filter((name) => !/\.(?:moved|added)\./.test(name));
const added = 'Uphold our code: settle conflicts.';

function expected(name: string, what: string): string | null {
  const file = path.join(folder, name.replace(/\.(\w+)$/, `.${what}.$1`));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const made = (source: string, edits: readonly Edit[] | null): string | null =>
  edits === null ? null : applyEdits(source, edits);

describe.each(names)('%s', (name) => {
  const source = readFileSync(path.join(folder, name), 'utf8');
  const format = formatByPath(name)?.id ?? 'text';
  const posting = readPosting(source, format);
  const film = posting.statements.find(({ content }) => /film and edit/i.test(content.text));

  it('moves the duty as the document writes its sections', () => {
    const after = film === undefined ? undefined : made(source, moveDuty(posting, film, source));
    expect(after).toBe(expected(name, 'moved'));
    if (typeof after !== 'string') return;
    expect(broken(source, after, format)).toEqual([]);
    const again = readPosting(after, format).statements.filter(({ content }) =>
      /film and edit/i.test(content.text),
    );
    expect(again.map(({ section }) => section)).toEqual(['works-with']);
  });

  it('adds a duty as the document writes its items', () => {
    const after = made(source, addDuty(posting, added, source));
    expect(after).toBe(expected(name, 'added'));
    if (after === null) return;
    expect(broken(source, after, format)).toEqual([]);
    const sections = readPosting(after, format).statements.filter(({ content }) =>
      /uphold our code/i.test(content.text),
    );
    expect(sections.map(({ section }) => section)).toEqual([film?.section]);
  });
});
