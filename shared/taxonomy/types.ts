/**
 * The shape of a taxonomy: a pair of roles that postings confuse, told apart by data alone. Everything here is plain
 * data (it survives JSON), so that another pair of roles is another file and no code.
 */

/** A role of the pair, for example the id the contract lists for it. Opaque to all code. */
export type RoleId = string;

/** Where a statement comes from: what to quote when we explain ourselves. */
export interface Citation {
  readonly author: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO date. */
  readonly date: string;
  /** The part of the source that is meant, in words. */
  readonly part: string;
  readonly link: string;
}

/** One of the two jobs. */
export interface Role {
  readonly id: RoleId;
  /** As a title writes it, in title case: the plain title of the role. */
  readonly title: string;
  /** In running text. */
  readonly name: string;
  /** Two or three words for narrow places. */
  readonly shortName: string;
  /** What kind of work it is, for "this is … work". */
  readonly workName: string;
  /** One sentence: what the person in this role is for. */
  readonly essence: string;
  readonly citation: Citation;
}

/** What we say about a responsibility, a trait or a context. */
export interface Entry {
  readonly id: string;
  /** Roles it belongs to; more than one means that it tells nothing apart. */
  readonly roles: readonly RoleId[];
  readonly name: string;
  readonly explanation: string;
  readonly isNot: string;
  /** Two examples, duties of our own. */
  readonly examples: readonly [string, string];
  readonly citation: Citation;
}

/** Work that a role is for. */
export interface Responsibility extends Entry {
  readonly kind: 'responsibility';
  /** Without this the role is hardly the role. */
  readonly core: boolean;
}
/** What people in a role are like. */
export interface Trait extends Entry {
  readonly kind: 'trait';
}
/** A kind of business that calls for a role. */
export interface Context extends Entry {
  readonly kind: 'context';
}
/** Whatever a signal may betray. */
export type TaxonomyEntry = Responsibility | Trait | Context;

/**
 * Something in the text that betrays an entry. `pattern` is the small phrase language of `judgement/patterns.ts`
 * (words by their stem, `@lists`, `~n` gaps): no regular expressions, so taxonomies from elsewhere are safe to run.
 */
export interface Signal {
  /** `word.` begins those of learned words, which betray an entry without being named by it. */
  readonly id: string;
  /** The entry it betrays; null for the work of other jobs. */
  readonly entry: string | null;
  /** The role it speaks for; null for entries that tell nothing apart and for other work. */
  readonly role: RoleId | null;
  /** Log-odds for its role, or for neither role where it has none; never negative. What training starts from. */
  readonly weight: number;
  readonly patterns: readonly string[];
}

/** Words that make the same work of another field: gates that silence everything about the roles. */
export interface OtherField {
  readonly id: string;
  /** "property management", as in "a title used in property management". */
  readonly name: string;
  readonly patterns: readonly string[];
}

/**
 * Words of a role that other fields use as well ("social work", "community health"). They name the role's job right before
 * its noun, or joined by "&" and the like to what goes with it; any other word beside them makes it another job.
 */
export interface EverydayWords {
  /** What modifiers end in that are to be read so. */
  readonly words: readonly string[];
  /** Work that may be joined to the role's: "content" in "social & content manager". */
  readonly companions: readonly string[];
}

/** How titles of a role are built: `[modifier] [noun]`, "head of [modifier]". */
export interface TitleForms {
  readonly role: RoleId;
  /** What a retitle writes. */
  readonly modifier: string;
  /** What titles of this role say in that place, longest first. */
  readonly modifiers: readonly string[];
  /** Without it, up to three words of any kind may stand between a modifier and its noun. */
  readonly everyday?: EverydayWords | undefined;
  /** Nouns that only make sense with this role ("builder"); a retitle puts the plain noun instead. */
  readonly ownNouns: readonly string[];
  /** Whole titles that need no noun or modifier. */
  readonly wholes: readonly string[];
}

/** How titles are read and rewritten. */
export interface TitleGrammar {
  readonly forms: readonly TitleForms[];
  /** Nouns that name a job after a modifier. */
  readonly nouns: readonly string[];
  /** "head of", "director of": come before the modifier. */
  readonly leads: readonly string[];
  /** The noun a retitle writes in place of an own noun. */
  readonly plainNoun: string;
  /** Words that make a title one of another field or another job in spite of a modifier. */
  readonly others: readonly string[];
}

/** A noun as texts count it. */
export interface NounForms {
  readonly one: string;
  readonly many: string;
}

/** A word that one role borrows from the other and means something else by. */
export interface Misnomer {
  /** A noun for many people together. */
  readonly word: NounForms;
  /** What the word calls one of them: "community member". */
  readonly member: NounForms;
  /** The role whose word it truly is. */
  readonly belongsTo: RoleId;
  /** The entry that explains the difference. */
  readonly entry: string;
  /** What is meant: the people, and a word for all of them together. */
  readonly people: NounForms;
  readonly group: NounForms;
  readonly meantName: string;
  /** How those who are meant differ, as "who ...". */
  readonly difference: string;
  /** Say outright that this is meant. */
  readonly patterns: readonly string[];
  /** Mean it in a posting of the role that borrows the word; elsewhere the word may be true. */
  readonly hints: readonly string[];
  /** Stretches in which the word is a name, denied, or true. */
  readonly exceptions: readonly string[];
}

/** What is telling of a role beside its duties: a number of success, a tool, a mark of the market. */
export interface Telltale {
  readonly id: string;
  readonly kind: 'metric' | 'tool' | 'market';
  readonly role: RoleId;
  /** In the middle of a sentence. */
  readonly name: string;
  /** Enough to say something by; else it only shows that the posting thinks of this role as well. */
  readonly sure: boolean;
  readonly patterns: readonly string[];
}

/** A pair of roles, with everything that tells them apart. */
export interface Taxonomy {
  readonly id: string;
  readonly citation: Citation;
  /** Exactly two. The first is the positive side of every score. */
  readonly roles: readonly [Role, Role];
  readonly responsibilities: readonly Responsibility[];
  readonly traits: readonly Trait[];
  readonly contexts: readonly Context[];
  /** Word lists that patterns name with `@`. */
  readonly vocabulary: Readonly<Record<string, string>>;
  readonly signals: readonly Signal[];
  /** Stretches of text that no signal may be read in: colleagues, exclusions, other meanings of a word. */
  readonly masks: readonly string[];
  readonly fields: readonly OtherField[];
  readonly titles: TitleGrammar;
  readonly misnomers: readonly Misnomer[];
  readonly telltales: readonly Telltale[];
  /** Weight of a signal by the kind of section it stands in. */
  readonly prior: number;
}
