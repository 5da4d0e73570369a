import { copiesOf } from '../../edits/copied.ts';
import { misnomerEdits, type Renaming } from '../../edits/misnomer.ts';
import type { Lens } from '../../judgement/lens.ts';
import { matchesIn } from '../../judgement/taxonomyIndex.ts';
import { tokenize } from '../../posting/tokens.ts';
import type { KnownText } from '../../posting/knownText.ts';
import type { Statement } from '../../posting/posting.ts';
import type { Span } from '../../posting/span.ts';
import { type Misnomer, otherRole, roleOf } from '../../taxonomy/index.ts';
import { type Phrase, say } from '../../say.ts';
import { defineRule, type Fix, type RawFinding, type RuleContext } from '../rule.ts';

/** More places than these make one finding, which speaks for all. */
const mostFindings = 4;

/** Sections in which nobody speaks of the job or its audience. */
const elsewhere: ReadonlySet<string> = new Set(['equal-opportunity', 'benefits', 'apply']);

interface Found {
  readonly misnomer: Misnomer;
  /** In the statement's text. */
  readonly span: Span;
  /** The words say so themselves, whatever the posting is about. */
  readonly outright: boolean;
}

function foundIn(text: string, lens: Lens, known: KnownText): readonly Found[] {
  const tokens = tokenize(text);
  const { masks, misnomers: matches } = known.once(matchesIn, lens);
  const silenced = [...masks, ...matches.filter(({ payload }) => payload.by === 'exceptions')];
  const found = new Map<number, Found>();
  for (const { payload, from, to } of matches) {
    const { misnomer, by } = payload;
    const { word, member } = misnomer;
    const at = tokens.slice(0, to).findLastIndex(({ norm }) => norm === word.one || norm === word.many);
    const token = tokens[at];
    if (by === 'exceptions' || token === undefined || at < from) continue;
    if (silenced.some((other) => at >= other.from && at < other.to)) continue;
    const end = token.start + token.norm.length;
    // "community-led" is another word.
    if (text.charAt(end) === '-') continue;
    const next = tokens[at + 1];
    const isMember =
      next !== undefined &&
      text.slice(end, next.start).trim() === '' &&
      (next.norm === member.one || next.norm === member.many);
    const known = found.get(token.start);
    found.set(token.start, {
      misnomer,
      span: { start: token.start, end: isMember ? next.start + next.norm.length : end },
      outright: by === 'patterns' || known?.outright === true,
    });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** A place where the word is used, with ways to mend it there and wherever the document says the same again. */
interface Place {
  readonly misnomer: Misnomer;
  readonly written: string;
  readonly span: Span;
  readonly renamings: readonly Renaming[];
}

function placesIn({ posting, judgement, lens }: RuleContext): Place[] {
  const foundAt = ({ content }: Statement): readonly Found[] => content.once(foundIn, lens);
  return judgement.statements.flatMap(({ statement }) => {
    if (elsewhere.has(statement.section)) return [];
    return foundAt(statement).flatMap(({ misnomer, span, outright }, index) => {
      const borrower = otherRole(lens.taxonomy, misnomer.belongsTo).id;
      if (!outright && judgement.verdict.role !== borrower) return [];
      const { content } = statement;
      const again = (copiesOf(posting, [content.text]) ?? []).flatMap((copy) => {
        const same = foundAt(copy)[index];
        return same === undefined ? [] : misnomerEdits(copy.content, same.span, misnomer);
      });
      return {
        misnomer,
        written: content.text.slice(span.start, span.end),
        span: content.toSource(span),
        renamings: misnomerEdits(content, span, misnomer).map(({ word, edits }) => ({
          word,
          edits: [...edits, ...again.flatMap((each) => (each.word === word ? each.edits : []))],
        })),
      };
    });
  });
}

const fix = (title: Phrase, edits: Renaming['edits']): Fix<Phrase> => ({
  title,
  safe: false,
  preferred: false,
  edits,
});

/** Each place gets the word that fits it best. */
function everywhere(places: readonly Place[], { word }: Misnomer): Fix<Phrase> {
  return fix(
    say`Replace “${word.one}” in all ${places.length} places`,
    places.flatMap(({ renamings }) => renamings[0]?.edits ?? []),
  );
}

export default defineRule({
  id: 'audience-called-community',
  says: '“Community” is used for the followers of a channel.',
  severity: 'information',
  check(context): RawFinding[] {
    const { role } = context.judgement.verdict;
    if (role === 'neither' || role === 'unclear') return [];
    const places = placesIn(context);
    const [first, ...others] = places;
    if (first === undefined) return [];
    const ownerName = ({ misnomer }: Place): string =>
      roleOf(context.lens.taxonomy, misnomer.belongsTo)?.name ?? '';
    const all = everywhere(places, first.misnomer);
    if (places.length > mostFindings) {
      const { misnomer, span, written } = first;
      return [
        {
          span,
          message: say`“${written}” means ${misnomer.meantName} here and in ${others.length} more places, people ${misnomer.difference}. Readers who look for work as a ${ownerName(first)} will take it at its word: name the people you mean.`,
          related: others.map((other) => ({ span: other.span, message: say`“${other.written}” again` })),
          fixes: [all],
        },
      ];
    }
    return places.map((place) => ({
      span: place.span,
      message: say`“${place.written}” here means ${place.misnomer.meantName}, ${place.misnomer.difference}. Readers who look for work as a ${ownerName(place)} will take it at its word: name the people you mean.`,
      fixes: [
        ...place.renamings.map(({ word, edits }) => fix(say`Replace “${place.written}” by “${word}”`, edits)),
        ...(others.length > 0 ? [all] : []),
      ],
    }));
  },
});
