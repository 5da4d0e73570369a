import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, Judge, type Task } from '../../server/cli/judge.ts';
import { checkOptions as options } from '../support/checkOptions.ts';
import { Folder } from '../support/commandLine.ts';
import { mislabeled } from '../support/mislabeled.ts';

const pump = 'The pump is started from the panel beside the door.\n'.repeat(40);
const files: Readonly<Record<string, string | Uint8Array>> = {
  'posting.md': mislabeled(),
  'pump.md': pump,
  'empty.txt': '',
  'record.json': '{"pump": 4, "notes": "Hiring: apply with your skills, your tasks and the salary"}',
  'letter.md':
    'We are hiring. Your tasks: write. Apply with your skills and experience. Salary on request.\n',
  'bytes.md': Uint8Array.of(0x23, 0xff, 0xfe, 0x00),
  'zero.md': `${pump}\0`,
  'long.md': `${mislabeled()}${'a'.repeat(2000 * 1024)}`,
  'left.md': mislabeled(),
  'taken.md': pump,
  'pump.posting.md': pump,
  '.posting-lens.json': '{ "exclude": ["left.md"], "include": ["taken.md"], "rules": { "nope": "off" } }',
};
const names = Object.keys(files).filter((name) => !name.startsWith('.'));

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
});
afterEach(() => folder.dispose());

const isTask = (looked: Answer | Task): looked is Task => !('complaints' in looked);

describe('a file that is looked at before it is judged', () => {
  it.each([
    { named: false, all: false },
    { named: true, all: false },
    { named: false, all: true },
  ])('gets the answer that it gets without: %o', async ({ named, all }) => {
    const judge = new Judge({ ...options, all });
    const plain = new Judge({ ...options, all });
    for (const name of names) {
      const file = { path: folder.at(name), named };
      const looked = await judge.look(file);
      const answer = isTask(looked) ? await judge.answer(looked) : looked;
      const expected = await plain.answer({ kind: 'file', file });
      if (answer.kind !== 'file' || expected.kind !== 'file') throw new Error('These are files.');
      expect([name, answer.results, answer.unread, answer.complaints]).toEqual([
        name,
        expected.results,
        expected.unread,
        expected.complaints,
      ]);
    }
  });

  it('has to be judged where its words or a pattern say that it may be a posting', async () => {
    const judge = new Judge(options);
    const judged: string[] = [];
    for (const name of names)
      if (isTask(await judge.look({ path: folder.at(name), named: false }))) judged.push(name);
    expect(judged).toEqual(['posting.md', 'letter.md', 'taken.md', 'pump.posting.md']);
  });

  it('is not read again when it is judged', async () => {
    const judge = new Judge(options);
    const looked = await judge.look({ path: folder.at('posting.md'), named: false });
    folder.write('posting.md', pump);
    if (!isTask(looked)) throw new Error('It has to be judged.');
    expect(await judge.answer(looked)).toMatchObject({ results: [{ posting: true }] });
  });
});
