import { type Phrase, say } from '../say.ts';
import type { Problems, TaxonomyValue, ValueProblem } from './check.ts';
import { mostPatterns } from './shape.ts';

type Path = ValueProblem['path'];

/** Answers and sides that name no role: a role of this name could not be told from them. */
const reserved = ['both', 'neither', 'unclear', 'shared', 'other', 'none'];

/** Adds what of a taxonomy's ids does not fit together. Its shape must have been checked. */
export function checkReferences(taxonomy: TaxonomyValue, problems: Problems): void {
  const roles = taxonomy.roles.map(({ id }) => id);
  const entries = new Map<string, readonly string[]>();
  const known = (id: string): Phrase | null =>
    roles.includes(id) ? null : say`There is no role “${id}”. The roles are ${roles.join(', ')}.`;

  unique(taxonomy.roles, ['roles'], problems);
  taxonomy.roles.forEach(({ id }, index) => {
    if (reserved.includes(id))
      problems.add(['roles', index, 'id'], say`No role can have the id “${id}”: answers use it.`);
  });
  for (const kind of ['responsibilities', 'traits', 'contexts'] as const)
    taxonomy[kind].forEach((entry, index) => {
      const path: Path = [kind, index];
      if (entries.has(entry.id)) problems.add([...path, 'id'], twice(entry.id));
      entries.set(entry.id, entry.roles);
      entry.roles.forEach((role, at) => {
        const again = entry.roles.indexOf(role) < at ? twice(role) : null;
        problems.add([...path, 'roles', at], known(role) ?? again);
      });
    });
  checkSignals(taxonomy, entries, known, problems);
  unique(taxonomy.fields, ['fields'], problems);
  checkTitles(taxonomy, known, problems);
  unique(taxonomy.telltales, ['telltales'], problems);
  taxonomy.telltales.forEach(({ role }, index) => {
    problems.add(['telltales', index, 'role'], known(role));
  });
  taxonomy.misnomers.forEach(({ belongsTo, entry }, index) => {
    problems.add(['misnomers', index, 'belongsTo'], known(belongsTo));
    if (!entries.has(entry)) problems.add(['misnomers', index, 'entry'], noEntry(entry));
  });
}

const twice = (id: string): Phrase => say`The id “${id}” is used twice.`;
const noEntry = (id: string): Phrase => say`There is no responsibility, trait or context “${id}”.`;

function unique(list: readonly { readonly id: string }[], path: Path, problems: Problems): void {
  const ids = new Set<string>();
  list.forEach(({ id }, index) => {
    if (ids.has(id)) problems.add([...path, index, 'id'], twice(id));
    ids.add(id);
  });
}

function checkSignals(
  { signals, responsibilities, roles }: TaxonomyValue,
  entries: ReadonlyMap<string, readonly string[]>,
  known: (role: string) => Phrase | null,
  problems: Problems,
): void {
  unique(signals, ['signals'], problems);
  signals.forEach(({ entry, role }, index) => {
    const path: Path = ['signals', index];
    const owners = entry === null ? [] : entries.get(entry);
    const unknown = role === null ? null : known(role);
    if (owners === undefined) problems.add([...path, 'entry'], noEntry(entry ?? ''));
    else if (unknown !== null) problems.add([...path, 'role'], unknown);
    else if (role !== null && !owners.includes(role))
      problems.add(
        [...path, 'role'],
        say`A signal may speak for a role that its entry belongs to, and for “${role}” it does not. Name another role or entry.`,
      );
    else if (role === null && owners.length === 1)
      problems.add(
        [...path, 'role'],
        say`The entry “${entry ?? ''}” belongs to one role, so its signals speak for that role: write “${owners[0] ?? ''}”.`,
      );
  });
  const patterns = signals.reduce((sum, signal) => sum + signal.patterns.length, 0);
  if (patterns > mostPatterns)
    problems.add(
      ['signals'],
      say`The signals have ${patterns} patterns together. They may have ${mostPatterns}.`,
    );
  for (const { id, name } of roles) {
    if (!responsibilities.some((entry) => entry.roles.length === 1 && entry.roles[0] === id))
      problems.add(
        ['responsibilities'],
        say`No responsibility belongs to the ${name} alone, so nothing can tell the role apart.`,
      );
    if (!signals.some(({ role }) => role === id))
      problems.add(
        ['signals'],
        say`No signal speaks for the ${name}, so no posting can be found to describe one.`,
      );
  }
}

function checkTitles(
  { titles }: TaxonomyValue,
  known: (role: string) => Phrase | null,
  problems: Problems,
): void {
  const owner = new Map<string, number>();
  titles.forms.forEach((form, index) => {
    const path: Path = ['titles', 'forms', index];
    const before = titles.forms.findIndex(({ role }) => role === form.role);
    const again =
      before < index ? say`Each role needs its own forms; “${form.role}” has them already.` : null;
    problems.add([...path, 'role'], known(form.role) ?? again);
    if (!form.modifiers.includes(form.modifier.toLowerCase()))
      problems.add(
        [...path, 'modifiers'],
        say`“${form.modifier.toLowerCase()}” must be among these, so that a changed title is known again.`,
      );
    for (const key of ['modifiers', 'wholes'] as const)
      form[key].forEach((phrase, at) => {
        const other = owner.get(phrase);
        if (other !== undefined && other !== index)
          problems.add([...path, key, at], say`“${phrase}” stands with the other role already.`);
        owner.set(phrase, index);
      });
  });
}
