import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  createPostingLens,
  extendTaxonomy,
  formatByPath,
  type JudgedPosting,
  lensFor,
  type OwnWords,
  type PostingLens,
  readTaxonomy,
  taxonomy,
  worded,
} from '../../shared/index.ts';
import { readMarks } from '../support/marks.ts';
import { reference, renderings } from '../support/renderings.ts';
import { pairFolder, samplePair } from '../support/samplePair.ts';
import { difference } from '../support/sameAnalysis.ts';
import { formatOf } from '../support/postings.ts';
import { shelf, shelfIsHere } from '../support/shelf.ts';

const lens = createPostingLens(samplePair);

/** Judges the one posting of a file as it would be found: nothing says beforehand that it is one. */
function judged(text: string, file: string, by: PostingLens = lens): JudgedPosting {
  const format = formatByPath(file);
  if (format === undefined) throw new Error(`No format reads ${file}.`);
  const [only, ...rest] = by.analyze(text, format).judged;
  if (only === undefined || rest.length > 0) throw new Error(`${file} is not one posting.`);
  return only;
}

/** What the mislabeled ones should be called. */
const retitled: Readonly<Record<string, string>> = {
  'product.mislabeled-page.html': 'Product Lead',
  'product.mislabeled-payroll.txt': 'Product Manager',
  'project.mislabeled-migration.md': 'Senior Project Manager',
  'project.mislabeled-record.json': 'Project Manager',
};

/** The name of a file begins with the verdict; marks say what is to be found in it, and nothing else may be. */
describe('a posting judged by the sample pair', () => {
  const folder = path.join(pairFolder, 'postings');
  const files = readdirSync(folder);

  it.each(files)('%s', (file) => {
    const { text, expected } = readMarks(readFileSync(path.join(folder, file), 'utf8'));
    const { judgement, findings } = judged(text, file);
    expect(judgement.verdict.role).toBe(file.split('.')[0]);
    expect(findings.map(({ rule, span }) => ({ rule, ...span }))).toEqual(expected);
    const roles = samplePair.roles.map(({ id }) => id);
    expect(Object.keys(judgement.verdict.shares)).toEqual(roles);
    for (const { side } of judgement.statements)
      expect([...roles, 'shared', 'other', 'none']).toContain(side);
  });

  it('gets the other title where the title is wrong, everywhere, and is silent then', () => {
    const mislabeled = files.filter((file) => file.includes('.mislabeled-'));
    expect(mislabeled.sort()).toEqual(Object.keys(retitled));
    for (const file of mislabeled) {
      const { text } = readMarks(readFileSync(path.join(folder, file), 'utf8'));
      const mismatch = judged(text, file).findings.find(({ rule }) => rule === 'title-mismatch');
      const after = applyEdits(text, mismatch?.fixes[0]?.edits ?? []);
      const again = judged(after, file);
      expect(again.posting.title?.content.text).toBe(retitled[file]);
      expect(again.findings.map(({ rule }) => rule)).not.toContain('title-mismatch');
    }
  });

  it('reads the same when it was written bit by bit as when it is opened', () => {
    for (const file of files) {
      const { text } = readMarks(readFileSync(path.join(folder, file), 'utf8'));
      const format = formatByPath(file) ?? never();
      const half = Math.floor(text.length / 2);
      let document = lens.open(text.slice(0, half), format, { always: true });
      for (let end = half; end < text.length; end += 40) {
        const span = { start: document.source.length, end: document.source.length };
        document = lens.edit(document, [{ span, newText: text.slice(end, end + 40) }]);
      }
      expect(difference(document.analysis, lens.analyze(text, format, { always: true }))).toBeNull();
    }
  });

  it('is explained in the words of the pair', () => {
    const { source, format } = renderings({ ...reference, title: 'Product Manager' })[0] ?? never();
    const analysis = lens.analyze(source, formatOf(format), { always: true });
    const hover = lens.hover(analysis, source.indexOf('Product Manager') + 1);
    expect(hover?.markdown).toMatch(/product \d+%, project \d+%/);
    const words = JSON.stringify([analysis.judged.map(({ findings }) => findings), hover]);
    expect(words).not.toMatch(/social|communit/i);
  });
});

function never(): never {
  throw new Error('Nothing is there.');
}

describe('our own taxonomy as a file', () => {
  it('is read, and judges to the last digit as it does from code', () => {
    const reading = readTaxonomy(JSON.parse(JSON.stringify(taxonomy)));
    if (!('taxonomy' in reading))
      throw new Error(reading.problems.map((each) => worded(each.message)).join());
    const ours = createPostingLens();
    const read = createPostingLens(reading.taxonomy);
    const texts = [
      ...renderings(reference).map(({ source, format }) => ({ source, format })),
      ...(shelfIsHere ? shelf('retold.dev.jsonl').map(({ text, format }) => ({ source: text, format })) : []),
    ];
    for (const { source, format } of texts) {
      const reader = formatOf(format as Parameters<typeof formatOf>[0]);
      const [before, after] = [ours, read].map((each) => each.analyze(source, reader).judged);
      expect(difference(before, after)).toBeNull();
    }
  });
});

describe('own words', () => {
  const own: OwnWords = {
    titles: { project: ['Keeper of the Move', 'Product Launch Marshal', 'Sales Marshal'] },
    phrases: {
      discovery: ['Sit in kitchens', 'find out why restaurants leave'],
      prioritisation: ['which of sixty wishes'],
      'product-vision': ['whom we make this for'],
      schedule: ['what must happen when'],
      budget: ['an eye on what we spend'],
      risks: ['what could go wrong'],
      staffing: ['electricians, riggers'],
      closing: ['the finished rig'],
    },
  };
  const { taxonomy: extended, problems } = extendTaxonomy(samplePair, own);
  const extendedLens = createPostingLens(extended);
  const problemsOf = (words: OwnWords): string[] =>
    extendTaxonomy(samplePair, words).problems.map(
      (problem) => `${problem.path.join('.')}: ${worded(problem.message)}`,
    );

  it.each(readdirSync(path.join(pairFolder, 'own-words')))('tell what no signal knows: %s', (file) => {
    const text = readFileSync(path.join(pairFolder, 'own-words', file), 'utf8');
    expect(judged(text, file).judgement.verdict.role).toBe('neither');
    expect(judged(text, file, extendedLens).judgement.verdict.role).toBe(file.split('.')[0]);
    expect(judged(text, file, extendedLens).findings).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('are titles of their role, whatever other words stand in them, and a retitle replaces them', () => {
    const { text } = readMarks(
      readFileSync(path.join(pairFolder, 'postings/product.mislabeled-payroll.txt'), 'utf8'),
    );
    for (const title of ['Keeper of the Move', 'PRODUCT LAUNCH MARSHAL', 'Senior Sales Marshal (f/m/d)']) {
      const source = text.replace('Project Manager', title);
      const { posting, findings } = judged(source, 'a.txt', extendedLens);
      expect([title, posting.title?.reading.role]).toEqual([title, 'project']);
      const [fix] = findings.flatMap(({ fixes }) => fixes);
      const after = judged(applyEdits(source, fix?.edits ?? []), 'a.txt', extendedLens);
      expect(after.posting.title?.reading.role).toBe('product');
    }
  });

  it('are words and no patterns, in any form and case', () => {
    const { signals } = extendTaxonomy(samplePair, {
      phrases: { schedule: ['~3 @user plan =Dates', 'Chasing laggards'] },
    }).taxonomy;
    expect(signals.at(-1)).toMatchObject({
      id: 'own.schedule',
      role: 'project',
      patterns: ['3 user plan dates', 'chasing laggards'],
    });
    const by = lensFor(samplePair, { phrases: { schedule: ['Chasing laggards'] } });
    const source = '# Project Manager\n\n## Duties\n\n- Chase LAGGARDS in three towns\n';
    const [statement] = by.analyze(source, formatOf('markdown'), { always: true }).judged[0]?.judgement
      .statements ?? [never()];
    expect([statement?.side, statement?.entry]).toEqual(['project', 'schedule']);
  });

  it('are tools of their role, as they are written', () => {
    const tools = { project: ['Tideline', 'Crew Deck', 'a: b'], nobody: ['x'] };
    expect(problemsOf({ tools })).toEqual([
      expect.stringMatching(/^tools\.project\.2: “a: b” cannot be found in a text/),
      'tools.nobody: There is no role “nobody”. The roles are product, project.',
    ]);
    const by = lensFor(samplePair, { tools });
    const file = path.join(pairFolder, 'postings/product.ledger.md');
    const marked = (extra: string): string[] => {
      const text = `${readFileSync(file, 'utf8')}\n${extra}`;
      return judged(text, file, by).findings.map(
        ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
      );
    };
    expect(marked('## Requirements\n\n- Experience with Tideline and Crew Deck\n')).toEqual([
      'tool-mismatch: Tideline',
    ]);
    expect(marked('## Requirements\n\n- Experience with tideline and the crew deck\n')).toEqual([]);
  });

  it('that cannot be used are explained, and the rest applies', () => {
    const words: OwnWords = {
      titles: { zookeeper: ['Keeper'], product: ['…', 'Project Manager', 'Keeper of Wishes'] },
      phrases: {
        nothing: ['x'],
        schedule: ['first: second', 'x'.repeat(101), 'chase laggards'],
        risks: ['Chase laggards'],
      },
    };
    expect(problemsOf(words)).toEqual([
      'titles.zookeeper: There is no role “zookeeper”. The roles are product, project.',
      'titles.product.0: “…” cannot be read as a title.',
      'titles.product.1: “Project Manager” is the plain title of a project manager and stays one. Choose more words.',
      expect.stringMatching(
        /^phrases\.nothing: There is no responsibility “nothing”\. The responsibilities are discovery, /,
      ),
      'phrases.schedule.0: “first: second” cannot be found in a text: it must be words of one clause, with no full stop, colon, semicolon, bracket or dash between them.',
      'phrases.schedule.1: This text has 101 characters. It may have 100.',
      'phrases.risks.0: “Chase laggards” stands with “schedule” already. A phrase can betray one responsibility.',
    ]);
    const { taxonomy: rest } = extendTaxonomy(samplePair, words);
    expect(rest.signals.at(-1)?.patterns).toEqual(['chase laggards']);
    expect(rest.titles.forms[0]?.wholes).toContain('keeper of wishes');
    const many = Array.from({ length: 210 }, (_, index) => `phrase ${index}`);
    expect(problemsOf({ phrases: { schedule: many } })).toEqual([
      'phrases.schedule: This list has 210 entries. The first 200 are used.',
    ]);
    expect(
      problemsOf(JSON.parse('{"titles":{"__proto__":["x"]},"phrases":{"constructor":["x"]}}') as OwnWords),
    ).toHaveLength(2);
  });

  it('are titles without the blanks around them, and not where they name both roles', () => {
    const project = ['  Tea Keeper ', 'Product and Project Manager'];
    expect(problemsOf({ titles: { project } })).toEqual([
      'titles.project.1: “Product and Project Manager” cannot be read as a title.',
    ]);
    const { forms } = extendTaxonomy(samplePair, { titles: { project } }).taxonomy.titles;
    expect(forms.map(({ role, wholes }) => [role, wholes.includes('tea keeper')])).toEqual([
      ['product', false],
      ['project', true],
    ]);
  });

  it('change nothing where there are none, and our own learned numbers stay with our own', () => {
    expect(extendTaxonomy(taxonomy, {}).taxonomy).toBe(taxonomy);
    const source = renderings(reference)[0]?.source ?? '';
    const scores = [createPostingLens(), lensFor(taxonomy, { titles: { community: ['Hub Host'] } })].map(
      (each) => each.analyze(source, formatOf('markdown')).judged[0]?.judgement.score,
    );
    expect(scores[0]).toBe(scores[1]);
  });
});

describe('the lens of a configuration', () => {
  it('is the same for the same values, and another for others', () => {
    const own = { titles: { product: ['Wish Keeper'] } };
    const first = lensFor(samplePair, own);
    expect(lensFor(samplePair, own)).toBe(first);
    expect(lensFor(structuredClone(samplePair), structuredClone(own))).toBe(first);
    expect(lensFor(samplePair)).not.toBe(first);
    expect(lensFor()).toBe(lensFor(taxonomy));
    for (let index = 0; index < 20; index++)
      lensFor(samplePair, { titles: { product: [`Keeper ${index}`] } });
    expect(lensFor(samplePair, own)).not.toBe(first);
  });
});
