import { addDuty } from '../../edits/duties.ts';
import { judge } from '../../judgement/judge.ts';
import type { JudgedStatement } from '../../judgement/statement.ts';
import { MappedText } from '../../posting/mappedText.ts';
import type { Span } from '../../posting/span.ts';
import { type Phrase, say } from '../../say.ts';
import { dutiesOf, settledRole, titleSpan } from '../facts.ts';
import type { Responsibility } from '../../taxonomy/index.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

/** From here on a statement may be about an entry (log-odds); single words say less. */
const mayBeMeant = 1.5;

/** Whether a statement speaks of one of the entries, as a duty or not: in doubt it does. */
function speaksOf({ side, entry, signals }: JudgedStatement, entries: ReadonlySet<string>): boolean {
  if (side !== 'none' && entries.has(entry ?? '')) return true;
  const said = signals.filter(({ signal }) => entries.has(signal.entry ?? ''));
  return said.reduce((sum, { weight }) => sum + Math.abs(weight), 0) >= mayBeMeant;
}

/** The heading over most of the duties, else the title. */
function place(context: RuleContext): Span | null {
  const duties = new Set(dutiesOf(context).map(({ statement }) => statement));
  const count = (section: (typeof sections)[number]): number =>
    section.statements.filter((statement) => duties.has(statement)).length;
  const sections = context.posting.sections.filter(({ kind }) => kind === 'duties');
  const [most] = [...sections].sort((a, b) => count(b) - count(a));
  return most?.heading?.content.span ?? titleSpan(context);
}

/** More would be a menu to read. */
const mostFixes = 3;

/** Whether a duty in these words, added to the posting, would speak of one of the entries to the judge. */
function wouldSpeakOf(words: string, entries: ReadonlySet<string>, context: RuleContext): boolean {
  const { posting, lens } = context;
  const model = dutiesOf(context).at(-1)?.statement;
  if (model === undefined) return false;
  const added = { ...model, content: MappedText.verbatim(words, 0) };
  const { statements } = judge({ ...posting, statements: [...posting.statements, added] }, lens);
  const judged = statements.at(-1);
  return judged !== undefined && speaksOf(judged, entries);
}

/** One fix for each core duty, in the words of an example that the judge takes for it. */
function addFixes(context: RuleContext, core: readonly Responsibility[]): Fix<Phrase>[] {
  const { posting, source } = context;
  return core.slice(0, mostFixes).flatMap(({ id, examples }): Fix<Phrase>[] => {
    const words = examples.find((example) => wouldSpeakOf(example, new Set([id]), context));
    const edits = words === undefined ? null : addDuty(posting, words, source);
    if (words === undefined || edits === null) return [];
    return [{ title: say`Add a duty: “${words}”`, safe: false, preferred: false, edits }];
  });
}

export default defineRule({
  id: 'missing-core-duty',
  says: 'The duties that define the role are absent.',
  severity: 'hint',
  options: {
    duties: {
      type: 'number',
      default: 5,
      minimum: 1,
      maximum: 50,
      description: 'How many duties there must be, 1 to 50. Of shorter lists nothing is said.',
    },
  },
  check(context) {
    const { judgement, lens, options } = context;
    const role = settledRole(context);
    if (role === undefined || dutiesOf(context).length < options.duties) return [];
    const core = lens.taxonomy.responsibilities.filter(
      (entry) => entry.core && entry.roles.includes(role.id),
    );
    const ids = new Set(core.map(({ id }) => id));
    const [first] = core;
    if (first === undefined || judgement.statements.some((statement) => speaksOf(statement, ids))) return [];
    const span = place(context);
    if (span === null) return [];
    return [
      {
        span,
        message: say`No duty here is one that defines a ${role.name}, such as “${first.name}”. Applicants look for such work: name it if it belongs to the job, or see whether another title fits better.`,
        fixes: addFixes(context, core),
      },
    ];
  },
});
