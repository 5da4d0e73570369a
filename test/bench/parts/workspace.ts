/** A folder of many files of which few are postings, checked by the command line, beside reading the files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { longPosting } from '../longPosting.ts';
import { inTurn, median, milliseconds, type Part, ratios } from '../measure.ts';

const program = path.resolve(import.meta.dirname, '../../../dist/cli/posting-lens.mjs');
const reader = path.join(import.meta.dirname, '../readFiles.ts');

const prose =
  'The pump is started from the panel beside the door. Wait until the lamp turns green, then open the valve by a quarter. ';
const kinds = [
  {
    ending: 'md',
    text: (n: number): string => `# Pump ${n}\n\n${prose.repeat(20)}\n\n- Valve ${n}\n- Lamp\n`,
  },
  { ending: 'txt', text: (n: number): string => `Notes of day ${n}\n\n${prose.repeat(15)}\n` },
  {
    ending: 'json',
    text: (n: number): string => JSON.stringify({ pump: n, notes: [prose, prose] }, null, 2),
  },
  { ending: 'yaml', text: (n: number): string => `pump: ${n}\nnotes: ${prose}\nvalves: [1, 2]\n` },
  { ending: 'html', text: (n: number): string => `<h1>Pump ${n}</h1><p>${prose.repeat(10)}</p>` },
];

/** Writes the folder; every so manyth file is a posting. */
function write(folder: string, files: number, postings: number): void {
  const every = Math.floor(files / postings);
  for (let number = 0; number < files; number++) {
    const parent = path.join(folder, `part-${number % 100}`);
    if (number < 100) mkdirSync(parent);
    const isPosting = number % every === 0 && number < every * postings;
    const kind = kinds[number % kinds.length];
    if (kind === undefined) throw new Error('There are kinds of files.');
    const { ending, text } = kind;
    const [name, content] = isPosting
      ? [
          `job-${number}.md`,
          longPosting('markdown', 3000).source.replaceAll('for team', `for team ${number}`),
        ]
      : [`page-${number}.${ending}`, text(number)];
    writeFileSync(path.join(parent, name), content);
  }
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

export const workspace: Part = {
  id: 'workspace',
  title: 'A workspace of which few files are postings, beside reading its files',
  measure: async ({ quick }) => {
    const [files, postings] = quick ? [2000, 60] : [10_000, 300];
    const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-bench-'));
    try {
      write(folder, files, postings);
      const check = [program, 'check', folder, '--fail-on', 'never', '--no-config'];
      const { results } = JSON.parse(run([...check, '--format', 'json'])) as {
        results: { posting: boolean }[];
      };
      const found = results.filter(({ posting }) => posting).length;
      if (found !== postings) throw new Error(`${found} postings were found of ${postings}.`);
      const rounds = quick ? 3 : 5;
      const [checked = [], read = []] = await inTurn([() => run(check), () => run([reader, folder])], rounds);
      return [
        {
          name: `${files} files, ${postings} postings`,
          ratio: ratios(checked, read),
          better: 'less',
          target: 2,
          detail: `${milliseconds(median(checked))}; ${milliseconds(median(read))}`,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
