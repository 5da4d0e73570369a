import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formatByPath, formats } from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();
const folder = path.resolve(import.meta.dirname, '../fixtures/clean');
const names = readdirSync(folder);

const judgedIn = (name: string) => {
  const format = formatOf(formatByPath(name)?.id ?? 'text');
  const { judged, failures } = lens.analyze(readFileSync(path.join(folder, name), 'utf8'), format);
  expect(failures).toEqual([]);
  return judged;
};

/** Postings of ours, of either role, of other jobs and of other fields, in which there is nothing to find. */
describe('clean postings', () => {
  it.each(names)('%s is judged, and nothing is said of it', (name) => {
    const judged = judgedIn(name);
    expect(judged).toHaveLength(1);
    expect(judged.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('are many, of every format, and of both roles and neither', () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(new Set(names.map((name) => formatByPath(name)?.id))).toEqual(
      new Set(formats.map(({ id }) => id)),
    );
    const roles = names.flatMap((name) => judgedIn(name).map(({ judgement }) => judgement.verdict.role));
    for (const role of [...lens.taxonomy.roles.map(({ id }) => id), 'neither'])
      expect(roles.filter((each) => each === role).length, role).toBeGreaterThanOrEqual(5);
  });
});
