import type { SectionKind } from '../posting/posting.ts';

/** Numbers of the judgement, set by hand and tried on the development postings until they are trained. */

/** How much a statement that is no duty says about the role, by its section. Duties count in full. */
export const sectionWeight: Readonly<Record<SectionKind, number>> = {
  intro: 0.4,
  duties: 1,
  other: 0.25,
  requirements: 0.2,
  about: 0.1,
  benefits: 0,
  apply: 0,
  'equal-opportunity': 0,
  'works-with': 0,
};

/** The most that one statement can say for a role. */
export const statementCap = 4;

/** From here on a statement is on a side. */
export const sureSide = 0.9;

/** How much a trait or a context counts towards a duty's side. */
export const traitColour = 0.7;

/** A role is claimed from this share of the duties on, and with this many times the other's share. */
export const roleShare = 0.34;
export const roleRatio = 2;

/** Two jobs: each role has this share. */
export const bothShare = 0.25;

/** Fewer duties than this decide nothing. */
export const enoughDuties = 2;

/** From this many clauses of duties on, certainty is not held back for want of text. */
export const plentyDuties = 6;

/** How steeply certainty grows with the distance from the nearest threshold. */
export const slope = 9;
