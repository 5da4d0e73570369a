import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  decimal,
  entryOf,
  type JudgedPosting,
  type Phrase,
  type PostingLens,
  type Profile,
  type ProfileGroup,
  type ProfileStatement,
  roleOf,
  say,
  sideLabel,
  type Taxonomy,
  verdictText,
  worded,
} from '../../shared/index.ts';
import type {
  PostingProfileResult,
  ProfileEntryResult,
  ProfileGroupResult,
  ProfileResult,
  ProfileStatementResult,
} from '../../shared/protocol.ts';
import type { Positions } from './positions.ts';

/** Words the profiles of a document's postings for views. */
export class ProfileWriter {
  readonly #document: TextDocument;
  readonly #positions: Positions;
  readonly #lens: PostingLens;
  readonly #taxonomy: Taxonomy;

  constructor(document: TextDocument, positions: Positions, lens: PostingLens) {
    this.#document = document;
    this.#positions = positions;
    this.#lens = lens;
    this.#taxonomy = lens.taxonomy;
  }

  #say(phrase: Phrase): string {
    return worded(phrase, this.#lens.interfaceLanguage);
  }

  result(analysis: Analysis): ProfileResult {
    return {
      version: this.#document.version,
      silence: analysis.silence?.reason ?? '',
      postings: analysis.judged.map((judged) => this.#posting(judged, this.#lens.profile(judged))),
    };
  }

  #posting({ posting }: JudgedPosting, profile: Profile): PostingProfileResult {
    const { verdict, turn } = profile;
    return {
      title: profile.title ?? '',
      titleRange: this.#positions.range(this.#document, posting.title?.span ?? posting.span),
      verdict: this.#say(verdictText(verdict, this.#taxonomy)),
      confidence: verdict.confidence,
      gates: verdict.gates.map(({ says }) => says),
      groups: profile.groups.map((group) => this.#group(group, profile)),
      deciding: profile.deciding.map(this.#statement),
      turn:
        turn === null
          ? null
          : {
              without: turn.without.map(this.#statement),
              verdict: this.#say(verdictText(turn.verdict, this.#taxonomy)),
              confidence: turn.verdict.confidence,
            },
    };
  }

  #group({ side, count, entries, missing }: ProfileGroup, { verdict }: Profile): ProfileGroupResult {
    const role = roleOf(this.#taxonomy, side);
    return {
      id: side,
      name: role?.name ?? this.#say(sideLabel(side, this.#taxonomy)),
      share: role === undefined ? null : (verdict.shares[side] ?? 0),
      count,
      entries: entries.map(({ entry, statements }) => ({
        ...this.#entry(entry, role?.workName ?? this.#say(sideLabel(side, this.#taxonomy))),
        statements: statements.map(this.#statement),
      })),
      missing: missing.map((id) => this.#entry(id, id)),
    };
  }

  #entry(id: string | null, otherwise: string): ProfileEntryResult {
    const entry = id === null ? undefined : entryOf(this.#taxonomy, id);
    return {
      id: id ?? '',
      name: entry?.name ?? otherwise,
      explanation: entry === undefined ? '' : `${entry.explanation} ${entry.isNot}`,
      statements: [],
    };
  }

  readonly #statement = ({ span, text, weight }: ProfileStatement): ProfileStatementResult => ({
    range: this.#positions.range(this.#document, span),
    text,
    strength: this.#strength(weight),
    weight: Math.abs(weight),
  });

  #strength(weight: number): string {
    const [first, second] = this.#taxonomy.roles;
    const { shortName } = weight > 0 ? first : second;
    const size = Math.abs(weight);
    return size < 0.05 ? '' : this.#say(say`${shortName} ${decimal(size, 1)}`);
  }
}
