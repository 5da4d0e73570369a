/**
 * What detection finds on the shelf: postings found by file, documents taken for postings, and every error with the reason
 * that was given. Weights were fitted to these files; `npm run train:detection -- --folds` says what holds beyond them.
 * @remarks Run by `npm run evaluate:detection`; `--brief` leaves out postings missed.
 */
import { createPostingLens, say, worded } from '../../shared/index.ts';
import { buildPosting } from '../../shared/posting/build.ts';
import { detect } from '../../shared/posting/detect.ts';
import { sniff } from '../../shared/sniff.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import { type DetectionRow, detectionRows, documentFile, postingFiles } from '../support/detectionData.ts';

const lens = createPostingLens();
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

interface Outcome {
  readonly row: DetectionRow;
  readonly found: boolean;
  readonly reason: string;
  readonly findings: number;
}

function outcome(row: DetectionRow): Outcome {
  const { format, text } = row;
  if (format === undefined) return { row, found: false, reason: 'Its format is not read yet.', findings: 0 };
  const parts = format
    .read(text)
    .map((read) =>
      detect(
        text.slice(read.span.start, read.span.end),
        read,
        buildPosting(read, format.id, taxonomy.titles),
      ),
    );
  const { posting, reason } = parts.find((part) => part.posting) ??
    parts[0] ?? { posting: false, reason: say`Nothing in it has the form of a posting.` };
  const judged = posting ? lens.analyze(text, format).judged : [];
  return {
    row,
    found: posting,
    reason: worded(reason),
    findings: judged.reduce((sum, each) => sum + each.findings.length, 0),
  };
}

function print(title: string, outcomes: readonly Outcome[]): void {
  console.log(`\n${title}`);
  for (const { row, reason, findings } of outcomes)
    console.log(
      `  ${row.id} ${row.name.slice(0, 70)}: ${reason}${findings > 0 ? ` FINDINGS: ${findings}` : ''}`,
    );
}

const outcomes = detectionRows().map(outcome);
for (const file of postingFiles) {
  const rows = outcomes.filter(({ row }) => row.file === file);
  const found = rows.filter((each) => each.found).length;
  const unread = rows.filter(({ row }) => row.format === undefined).length;
  console.log(
    `${file}: found ${found} of ${rows.length} (${percent(found, rows.length)}), ${unread} in a format not read`,
  );
}
const documents = outcomes.filter(({ row }) => row.file === documentFile);
const wrong = documents.filter(({ found }) => found);
const sniffed = documents.filter(({ row }) => sniff(row.text)).length;
console.log(
  `${documentFile}: ${wrong.length} of ${documents.length} taken for a posting (${percent(wrong.length, documents.length)}), ` +
    `${wrong.filter(({ findings }) => findings > 0).length} with a finding; ` +
    `the sniffing lets ${percent(sniffed, documents.length)} through`,
);
print('Taken for a posting', wrong);
if (!process.argv.includes('--brief'))
  print(
    'Missed',
    outcomes.filter(({ row, found }) => row.posting && !found),
  );
