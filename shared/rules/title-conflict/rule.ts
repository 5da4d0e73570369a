import { retitle } from '../../edits/retitle.ts';
import type { TitlePlace } from '../../posting/posting.ts';
import { type Phrase, say } from '../../say.ts';
import { type Role, roleOf } from '../../taxonomy/index.ts';
import { isSure, judgedRole } from '../facts.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

interface Named {
  readonly place: TitlePlace;
  readonly role: Role;
}

/** The role of the duties where they tell, else each that a place names: then only the writer knows. */
function fixes(context: RuleContext): Fix<Phrase>[] {
  const { source, posting, lens } = context;
  const judged = judgedRole(context);
  const targets = judged === undefined ? lens.taxonomy.roles : [judged];
  const sure = judged !== undefined && isSure(context, judged.id);
  return targets.flatMap((role) => {
    const change = retitle(posting, lens.taxonomy, role.id, source);
    if (change === null) return [];
    return [
      {
        title: say`Change the title to “${change.title}” everywhere`,
        safe: false,
        preferred: role === judged,
        edits: change.edits,
        ...(sure && { newTitle: change.title }),
      },
    ];
  });
}

export default defineRule({
  id: 'title-conflict',
  says: 'The places that name the title name different roles.',
  severity: 'warning',
  check(context) {
    const { posting, lens } = context;
    const named = posting.titles.flatMap((place): Named[] => {
      const role = roleOf(lens.taxonomy, place.reading.role ?? '');
      return role === undefined ? [] : [{ place, role }];
    });
    const judged = judgedRole(context);
    const others = ({ role }: Named): Named[] => named.filter((each) => each.role !== role);
    if (named.every((each) => others(each).length === 0)) return [];
    const offered = fixes(context);
    return named.map((each) => {
      const [other] = others(each);
      const there = other?.role.name ?? '';
      return {
        span: each.place.span,
        message:
          judged === undefined
            ? say`The title says ${each.role.name} here and ${there} elsewhere in this document. Applicants see the one or the other, depending on where they find the job: decide which it is and write it in all places.`
            : say`The title says ${each.role.name} here and ${there} elsewhere in this document, so applicants see the one or the other. The duties are ${judged.workName}: write that title in all places.`,
        related: others(each).map(({ place, role }) => ({
          span: place.span,
          message: say`Here it says ${role.name}.`,
        })),
        fixes: offered,
      };
    });
  },
});
