/** Memory of the server: its heap beside the texts of what is open, and whether edits, openings and closings leave anything behind. */
import { longPosting, middle } from '../longPosting.ts';
import { type Measure, type Part, spread } from '../measure.ts';
import { ours } from '../servers.ts';
import { weighed, type WeighedSession } from '../session.ts';

const { source } = longPosting('markdown', 4000);
/** A posting that is like no other. */
const posting = (number: number): string => source.replaceAll('for team', `for our ${number}th team`);
const uri = (number: number): string => `file:///bench/${number}.posting.md`;

/** Openings of postings and edits after which nothing is loaded any more that counts for no posting. */
const warm = 100;

/** A letter of the word that is typed at a version: no two words in 10,000 versions are the same. */
function letter(version: number): string {
  const word = Math.floor(version / 20);
  const place = version % 20;
  return String.fromCharCode(97 + (((place % 2 === 0 ? word : Math.floor(word / 26)) + place) % 26));
}

/** What people do in an editor, each act waited for until the findings are there. */
class Typist {
  readonly #session: WeighedSession;

  constructor(session: WeighedSession) {
    this.#session = session;
  }

  /** @returns the letters of the posting */
  async open(number: number): Promise<number> {
    const text = posting(number);
    await this.#session.notify('textDocument/didOpen', {
      textDocument: { uri: uri(number), languageId: 'markdown', version: 1, text },
    });
    await this.#session.findings(uri(number), 1);
    return text.length;
  }

  async close(number: number): Promise<void> {
    await this.#session.notify('textDocument/didClose', { textDocument: { uri: uri(number) } });
    await this.#session.withdrawn(uri(number));
  }

  /** Types ten letters in the middle of a posting and deletes them, other ones each time. @param from the first version */
  async edit(number: number, from: number, count: number): Promise<void> {
    const before = posting(number)
      .slice(0, middle(posting(number)))
      .split('\n');
    const line = before.length - 1;
    const column = before.at(-1)?.length ?? 0;
    for (let version = from; version < from + count; version++) {
      const round = version % 20;
      const typing = round < 10;
      const start = { line, character: column + (typing ? round : 19 - round) };
      const end = typing ? start : { line, character: start.character + 1 };
      await this.#session.notify('textDocument/didChange', {
        textDocument: { uri: uri(number), version },
        contentChanges: [{ range: { start, end }, text: typing ? letter(version) : '' }],
      });
      await this.#session.findings(uri(number), version);
    }
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;
/** One number, measured once after a full collection: it has no spread. */
const exactly = (value: number): Measure['ratio'] => spread([value]);

function flat(name: string, before: number, after: number): Measure {
  return {
    name: `after ${name} / before`,
    ratio: exactly(after / before),
    better: 'less',
    target: 1.05,
    detail: `${megabytes(after)}; ${megabytes(before)}`,
  };
}

async function measureAll(session: WeighedSession, quick: boolean): Promise<Measure[]> {
  const typist = new Typist(session);
  const cycle = async (from: number, count: number): Promise<void> => {
    for (let number = from; number < from + count; number++) {
      await typist.open(number);
      await typist.close(number);
    }
  };
  await cycle(0, warm);
  const measures: Measure[] = [];
  for (const count of quick ? [1, 100] : [1, 100, 1000]) {
    const before = await session.heap();
    let letters = 0;
    for (let number = 0; number < count; number++) letters += await typist.open(number);
    const bytes = (await session.heap()) - before;
    measures.push({
      name: `${count} open: heap / text`,
      ratio: exactly(bytes / letters),
      better: 'less',
      target: 15,
      detail: `${megabytes(bytes)} for ${megabytes(letters)} of text`,
    });
    for (let number = 0; number < count; number++) await typist.close(number);
  }
  const edits = quick ? 1000 : 10_000;
  await typist.open(0);
  await typist.edit(0, 20, warm);
  const beforeEdits = await session.heap();
  await typist.edit(0, 20 + warm, edits);
  measures.push(flat(`${edits} edits`, beforeEdits, await session.heap()));
  await typist.close(0);
  const before = await session.heap();
  const cycles = quick ? 200 : 1000;
  await cycle(0, cycles);
  measures.push(flat(`${cycles} openings and closings`, before, await session.heap()));
  return measures;
}

export const memory: Part = {
  id: 'memory',
  title: 'Memory of the server after a full collection',
  measure: async ({ quick }) => {
    const session = await weighed(ours.node);
    try {
      return await measureAll(session, quick);
    } finally {
      await session.end();
    }
  },
};
