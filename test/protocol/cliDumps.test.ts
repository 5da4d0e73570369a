import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { closeSync, openSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { inOrder } from '../../server/cli/inOrder.ts';
import { linesOf } from '../../server/cli/lines.ts';
import { fixture, Folder, program } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';

const mislabeled = fixture('fixtures/postings/mislabeled.md');
const right = fixture('fixtures/postings/right.md');
const folder = new Folder();
afterAll(() => folder.dispose());
const dump = ['check', '-', '--stdin-format', 'ndjson'];
const request = (id: string, text: string): string => JSON.stringify({ id, text, format: 'markdown' });

describe('tasks side by side', () => {
  it('are answered in order, and no more are taken than may wait', async () => {
    let waiting = 0;
    let most = 0;
    async function* tasks(): AsyncGenerator<number> {
      for (let task = 0; task < 40; task++) {
        waiting += 1;
        most = Math.max(most, waiting);
        yield await Promise.resolve(task);
      }
    }
    const answers: number[] = [];
    const running: (() => void)[] = [];
    await inOrder(
      tasks(),
      5,
      (task) =>
        new Promise<number>((resolve) => {
          running.push(() => resolve(task));
          // When as many run as may, the last that was taken is done first.
          if (running.length === 5) for (const done of running.splice(0).reverse()) done();
        }),
      async (answer) => {
        await nextTurn();
        waiting -= 1;
        answers.push(answer);
      },
    );
    expect(answers).toEqual(Array.from({ length: 40 }, (_, task) => task));
    expect(most).toBeLessThanOrEqual(6);
  });

  it('are taken on past one that is slow, as long as they weigh little', async () => {
    const slow = Promise.withResolvers<undefined>();
    const taken: number[] = [];
    async function* tasks(): AsyncGenerator<number> {
      for (let task = 0; task < 40; task++) {
        taken.push(task);
        if (task === 20) slow.resolve(undefined);
        yield await Promise.resolve(task);
      }
    }
    const answers: number[] = [];
    await inOrder(
      tasks(),
      3,
      async (task) => {
        if (task === 0) await slow.promise;
        return task;
      },
      (answer) => {
        answers.push(answer);
        return Promise.resolve();
      },
      (task) => (task === 0 ? 1 : 0.1),
    );
    expect(answers).toEqual(taken);
  });

  it('throw what one of them throws', async () => {
    async function* tasks(): AsyncGenerator<number> {
      for (let task = 0; task < 9; task++) yield await Promise.resolve(task);
    }
    const failing = inOrder(
      tasks(),
      3,
      (task) => (task === 4 ? Promise.reject(new Error('four')) : Promise.resolve(task)),
      () => Promise.resolve(),
    );
    await expect(failing).rejects.toThrow('four');
  });
});

describe('lines', () => {
  async function taken(...chunks: (string | Buffer)[]) {
    async function* input(): AsyncGenerator<Buffer> {
      for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
    }
    const all = [];
    for await (const lines of linesOf(input())) all.push(lines);
    return all;
  }

  it('end at line feeds alone, wherever the chunks are cut', async () => {
    const bytes = Buffer.from('\ufeffa\u2028é\r\n\n☕ last');
    const whole = [
      { number: 1, text: 'a\u2028é\r' },
      { number: 2, text: '' },
      { number: 3, text: '☕ last' },
    ];
    for (let cut = 0; cut <= bytes.length; cut++)
      expect((await taken(bytes.subarray(0, cut), bytes.subarray(cut))).flat()).toEqual(whole);
  });

  it('come together as they arrive', async () => {
    expect(await taken('a\nb\nc', 'd\n')).toEqual([
      [
        { number: 1, text: 'a' },
        { number: 2, text: 'b' },
      ],
      [{ number: 3, text: 'cd' }],
    ]);
  });

  it('without an end are not held', async () => {
    const large = Buffer.alloc(2 ** 20, 'x');
    const chunks = Array.from({ length: 60 }, () => large);
    const lines = (await taken('a\n', ...chunks, '\nb\n')).flat();
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 2, error: expect.stringContaining('longer than') as string },
      { number: 3, text: 'b' },
    ]);
  });
});

describe('a dump', () => {
  it.concurrent('is answered in order on all cores as it is on one', async () => {
    const texts = [mislabeled, right, right.padEnd(60_000, '\n'), mislabeled.padEnd(9000, '\n')];
    const lines = Array.from({ length: 160 }, (_, index) =>
      index % 50 === 7 ? '{' : request(`${index}`, texts[index % 4] ?? ''),
    );
    const { status, stdout, stderr } = await folder.run(dump, lines.join('\n'));
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: string; line?: number; verdict?: { role: string } });
    expect(answers.map(({ id, line }) => id ?? `${(line ?? 0) - 1}`)).toEqual(
      lines.map((_, index) => `${index}`),
    );
    expect(
      answers.every(
        ({ verdict }, index) =>
          index % 50 === 7 ||
          verdict?.role === (index % 4 === 1 || index % 4 === 2 ? 'community' : 'social-media'),
      ),
    ).toBe(true);
    expect([status, stderr]).toEqual([2, expect.stringContaining('4 of the input lines')]);
  });

  it.concurrent('in a file, whose size is known, is answered as one that comes through a pipe', async () => {
    const lines = Array.from({ length: 80 }, (_, index) =>
      request(`${index}`, (index % 2 === 0 ? mislabeled : right).padEnd(20_000, '\n')),
    ).join('\n');
    const input = openSync(folder.write('dump.ndjson', lines), 'r');
    const child = spawn(node20, [program, ...dump], { stdio: [input, 'pipe', 'inherit'] });
    let answered = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (answered += chunk));
    await once(child, 'close');
    closeSync(input);
    const piped = await folder.run(dump, lines);
    expect(answered).toBe(piped.stdout);
    expect([child.exitCode, answered.trimEnd().split('\n').length]).toEqual([piped.status, 80]);
  });

  it.concurrent('answers a line before the next one comes', async () => {
    const child = spawn(node20, [program, ...dump], { cwd: folder.path });
    for (const id of ['one', 'two']) {
      child.stdin.write(`${request(id, right)}\n`);
      const [answer] = (await once(child.stdout, 'data')) as [Buffer];
      expect(JSON.parse(answer.toString('utf8'))).toMatchObject({ id, verdict: { role: 'community' } });
    }
    child.stdin.end();
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
  });

  it.concurrent('may number its lines, and gets the numbers back', async () => {
    const line = (id: unknown): string => JSON.stringify({ id, text: right, format: 'markdown' });
    const lines = [line(7), line('7'), line(2 ** 60), line(1.5), line(null)];
    const { stdout } = await folder.run(dump, lines.join('\n'));
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as { id?: unknown; path?: unknown; line?: number });
    expect(found.map(({ id, path, line: number }) => [id, path, number])).toEqual([
      [7, '7', undefined],
      ['7', '7', undefined],
      [undefined, undefined, 3],
      [undefined, undefined, 4],
      [undefined, undefined, 5],
    ]);
  });

  it.concurrent('whose reader has gone does not end as if all were well', async () => {
    const child = spawn(node20, [program, ...dump], { cwd: folder.path });
    child.stdin.on('error', () => undefined).write(`${request('one', mislabeled)}\n`);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write(`${request('two', right)}\n`);
    await once(child, 'close');
    expect(child.exitCode).toBe(141);
  });

  it.concurrent('that is interrupted ends with what was begun, and with no half line', async () => {
    const child = spawn(node20, [program, ...dump], { cwd: folder.path });
    child.stdin.on('error', () => undefined);
    let answered = '';
    const begun = new Promise<void>((resolve) =>
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        answered += chunk;
        resolve();
      }),
    );
    // It is never told that this is all, so that only the interrupt can end it.
    for (let id = 0; id < 60; id++) child.stdin.write(`${request(`${id}`, mislabeled.repeat(3))}\n`);
    await begun;
    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([130, null]);
    expect(answered.endsWith('\n')).toBe(true);
    const ids = answered
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual([...ids.keys()].map(String));
  });

  it.concurrent('in a folder is judged in order, with one report', async () => {
    const names = Array.from({ length: 320 }, (_, index) => `many/${String(index).padStart(3, '0')}.md`);
    names.forEach((name, index) => folder.write(name, index % 100 === 5 ? mislabeled : right));
    folder.write('many/.posting-lens.json', '{ "rules": { "nope": "off" } }');
    const { status, stdout, stderr } = await folder.run(['check', 'many', '--format', 'ndjson']);
    const paths = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { path: string }).path);
    expect(paths).toEqual(names);
    // What each thread sees in the configuration is told once.
    expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  });
});
