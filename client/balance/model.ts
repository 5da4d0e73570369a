import { l10n } from 'vscode';
import type {
  PostingProfileResult,
  ProfileGroupResult,
  ProfileStatementResult,
} from '../../shared/protocol.ts';
import type { Balance, BalanceBar, BalanceGroup } from '../webview/messages.ts';
import { inDecimals, inPercent } from '../words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The id by which the page names a bar. */
const barId = (group: string, entry: string): string => `${group}/${entry}`;

const weightOf = (statements: readonly ProfileStatementResult[]): number =>
  statements.reduce((sum, { weight }) => sum + weight, 0);

/** A page that shows nothing, and why. */
export const silent = (silence: string): Balance => ({
  silence,
  title: '',
  verdict: '',
  sure: '',
  summary: '',
  groups: [],
});

/** The statements of a bar. */
export function statementsOf(posting: PostingProfileResult, bar: string): readonly ProfileStatementResult[] {
  for (const { id, entries } of posting.groups)
    for (const entry of entries) if (barId(id, entry.id) === bar) return entry.statements;
  return [];
}

/** The balance of a posting, in words and lengths. */
export function balanceOf(posting: PostingProfileResult): Balance {
  const { groups } = posting;
  const longest = Math.max(
    0.1,
    ...groups.flatMap(({ entries }) => entries.map(({ statements }) => weightOf(statements))),
  );
  const duties = Math.max(
    1,
    groups.reduce((sum, { count }) => sum + count, 0),
  );
  const roles = groups.filter(({ share }) => share !== null);
  const bar = (group: ProfileGroupResult, entry: ProfileGroupResult['entries'][number]): BalanceBar => {
    const count = entry.statements.length;
    return {
      id: barId(group.id, entry.id),
      label: capital(entry.name),
      amount: inDecimals(weightOf(entry.statements), 1),
      says:
        count === 1
          ? l10n.t('{0}, 1 statement. Shows it in the posting.', group.name)
          : l10n.t('{0}, {1} statements. Shows the next one in the posting.', group.name, count),
      length: weightOf(entry.statements) / longest,
    };
  };
  const shown = (group: ProfileGroupResult): BalanceGroup => ({
    id: group.id,
    side: group.share === null ? 'middle' : group === roles[0] ? 'first' : 'second',
    name: capital(group.name),
    amount: group.share === null ? String(group.count) : inPercent(group.share),
    part: group.share ?? group.count / duties,
    bars: [...group.entries]
      .sort((a, b) => weightOf(b.statements) - weightOf(a.statements))
      .map((entry) => bar(group, entry)),
  });
  const [first, second] = roles;
  return {
    silence: '',
    title: posting.title,
    verdict: capital(posting.verdict),
    sure: l10n.t('{0} sure', inPercent(posting.confidence)),
    summary: l10n.t(
      'Scales: {0} {1}, {2} {3} of the duties.',
      first?.name ?? '',
      inPercent(first?.share ?? 0),
      second?.name ?? '',
      inPercent(second?.share ?? 0),
    ),
    // As they stand on the scales: a role, what is of neither, the other role.
    groups: [first, ...groups.filter(({ share, count }) => share === null && count > 0), second]
      .filter((group) => group !== undefined)
      .map(shown),
  };
}
