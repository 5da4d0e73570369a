/** A keystroke, from `didChange` to the findings, in turn with a server that does nothing. */
import { longPosting, middle } from '../longPosting.ts';
import { inTurn, type Measure, median, milliseconds, type Part, ratios } from '../measure.ts';
import { buildNullServer, nothing, ours } from '../servers.ts';
import { type Session, transports } from '../session.ts';

const uri = 'file:///bench/typed.posting.md';
/** Letters of a posting and how many times as long as nothing a keystroke may take. */
const sizes = [
  { name: '6 KB', length: 6_000, target: 1.5, rounds: 200 },
  { name: '60 KB', length: 60_000, target: 2.5, rounds: 100 },
  { name: '1 MB', length: 1_000_000, target: 8, rounds: 15 },
];

/** Somebody who types a word in the middle of a posting, letter by letter, and waits for the findings each time. */
async function typist(session: Session, text: string): Promise<(round: number) => Promise<void>> {
  const at = middle(text);
  const before = text.slice(0, at).split('\n');
  const line = before.length - 1;
  let character = before.at(-1)?.length ?? 0;
  let version = 1;
  await session.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version, text },
  });
  await session.findings(uri, version);
  return async () => {
    version += 1;
    const position = { line, character };
    character += 1;
    await session.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: 'abcdefgh '[version % 9] ?? 'a' }],
    });
    await session.findings(uri, version);
  };
}

export const typing: Part = {
  id: 'typing',
  title: 'A keystroke beside a server that does nothing',
  measure: async ({ quick }) => {
    await buildNullServer();
    const measures: Measure[] = [];
    for (const [transport, start] of Object.entries(transports))
      for (const { name, length, target, rounds } of quick ? sizes.slice(0, 2) : sizes) {
        const sessions = await Promise.all([start(ours), start(nothing)]);
        const { source } = longPosting('markdown', length);
        const tasks = await Promise.all(sessions.map((session) => typist(session, source)));
        const [mine = [], theirs = []] = await inTurn(tasks, rounds, Math.ceil(rounds / 4));
        measures.push({
          name: `${name} over ${transport}`,
          ratio: ratios(mine, theirs),
          better: 'less',
          target,
          detail: `${milliseconds(median(mine))}; ${milliseconds(median(theirs))}`,
        });
        await Promise.all(sessions.map(({ end }) => end()));
      }
    return measures;
  },
};
