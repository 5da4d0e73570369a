import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { differs, ownSnapshots, ownSnapshotsFile, readSnapshots } from '../support/snapshot.ts';

it('says of our own documents what it said before', () => {
  const before = readSnapshots(readFileSync(ownSnapshotsFile, 'utf8'));
  const wrong = [...ownSnapshots()].flatMap(([name, now]) => {
    const known = before.get(name);
    const difference = known === undefined ? 'is new' : differs(known, now);
    return difference === null ? [] : [`${name} ${difference}`];
  });
  expect(wrong, 'Where the change was meant: npm run snapshot -- --write').toEqual([]);
});
