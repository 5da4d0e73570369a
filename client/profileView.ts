import {
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { ProfileSource, ShownProfile } from './profileSource.ts';
import { shareIcon } from './shareIcon.ts';
import { inDecimals, inPercent } from './words.ts';
import type {
  PostingProfileResult,
  ProfileEntryResult,
  ProfileGroupResult,
  ProfileResult,
  ProfileStatementResult,
} from '../shared/protocol.ts';

/** A row. Ids stay the same from one keystroke to the next, so that VS Code keeps what is open and selected. */
interface Row {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: ThemeIcon | { readonly light: Uri; readonly dark: Uri };
  readonly at?: ProfileStatementResult['range'];
  readonly isOpen?: boolean;
  readonly rows?: readonly Row[];
}

function statementRow(id: string, { text, strength, range }: ProfileStatementResult): Row {
  return {
    id,
    label: text,
    description: strength,
    tooltip: text,
    icon: new ThemeIcon('circle-small-filled'),
    at: range,
  };
}

/** The same text twice is two rows. */
function statementRows(id: string, statements: readonly ProfileStatementResult[]): Row[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const count = (seen.get(statement.text) ?? 0) + 1;
    seen.set(statement.text, count);
    return statementRow(`${id}/${statement.text}#${count}`, statement);
  });
}

function entryRow(id: string, { id: entry, name, explanation, statements }: ProfileEntryResult): Row {
  return {
    id: `${id}/${entry}`,
    label: name,
    description: String(statements.length),
    tooltip: explanation === '' ? name : `${name}\n\n${explanation}`,
    icon: new ThemeIcon('tasklist'),
    rows: statementRows(`${id}/${entry}`, statements),
  };
}

function missingRow(id: string, missing: readonly ProfileEntryResult[]): Row {
  return {
    id: `${id}/missing`,
    label: l10n.t('Not in this posting'),
    description: String(missing.length),
    icon: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
    rows: missing.map(({ id: entry, name, explanation }) => ({
      id: `${id}/missing/${entry}`,
      label: name,
      tooltip: `${name}\n\n${explanation}`,
      icon: new ThemeIcon('dash', new ThemeColor('disabledForeground')),
    })),
  };
}

function groupRow(id: string, group: ProfileGroupResult): Row {
  const { share, count, entries, missing, name } = group;
  const isRole = share !== null;
  const own = `${id}/${group.id}`;
  return {
    id: own,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    description: isRole ? inPercent(share) : String(count),
    tooltip: isRole
      ? l10n.t('{0}: {1} of the duties; statements: {2}', name, inPercent(share), count)
      : l10n.t('{0}; statements: {1}', name, count),
    icon: isRole ? shareIcon(share) : new ThemeIcon('ellipsis'),
    isOpen: isRole && count > 0,
    rows: [
      ...entries.map((entry) => entryRow(own, entry)),
      ...(missing.length > 0 && count > 0 ? [missingRow(own, missing)] : []),
    ],
  };
}

function turnRow(id: string, { turn }: PostingProfileResult): Row {
  const icon = new ThemeIcon('git-compare');
  if (turn === null)
    return {
      id: `${id}/turn`,
      label: l10n.t('No handful of duties would change this'),
      icon,
    };
  return {
    id: `${id}/turn`,
    label:
      turn.without.length === 1
        ? l10n.t('Without this duty: {0}', turn.verdict)
        : l10n.t('Without these {0} duties: {1}', turn.without.length, turn.verdict),
    description: inDecimals(turn.confidence, 2),
    icon,
    rows: statementRows(`${id}/turn`, turn.without),
  };
}

function postingRows(id: string, posting: PostingProfileResult): Row[] {
  return [
    {
      id: `${id}/verdict`,
      label: posting.verdict.charAt(0).toUpperCase() + posting.verdict.slice(1),
      tooltip: l10n.t('The duties describe {0}', posting.verdict),
      description: l10n.t('{0} sure', inPercent(posting.confidence)),
      icon: new ThemeIcon('law'),
      at: posting.titleRange,
      rows: posting.gates.map((says, index) => ({
        id: `${id}/gate/${index}`,
        label: says,
        tooltip: says,
        icon: new ThemeIcon('info'),
      })),
      isOpen: true,
    },
    ...posting.groups
      .filter(({ share, count }) => share !== null || count > 0)
      .map((group) => groupRow(id, group)),
    {
      id: `${id}/deciding`,
      label: l10n.t('What decides'),
      description: String(posting.deciding.length),
      icon: new ThemeIcon('key'),
      rows: statementRows(`${id}/deciding`, posting.deciding),
    },
    turnRow(id, posting),
  ];
}

function rowsOf({ postings }: ProfileResult): Row[] {
  const [only, ...more] = postings;
  if (only === undefined) return [];
  if (more.length === 0) return postingRows('0', only);
  return postings.map((posting, index) => ({
    id: String(index),
    label: posting.title,
    description: posting.verdict,
    icon: new ThemeIcon('file'),
    at: posting.titleRange,
    isOpen: index === 0,
    rows: postingRows(String(index), posting),
  }));
}

/** The role profile as a tree: follows editor and keystroke in place. */
export class ProfileView implements Disposable, TreeDataProvider<Row> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<Row>;
  readonly #follow: Disposable[];
  #rows: readonly Row[] = [];
  #uri = '';

  constructor(source: ProfileSource) {
    this.#view = window.createTreeView('postingLens.profile', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    source.watch(() => this.#view.visible);
    this.#follow = [
      this.#view.onDidChangeVisibility(() => void source.refresh()),
      source.onDidChange((shown) => this.#show(shown)),
    ];
  }

  #show({ uri, result }: ShownProfile): void {
    this.#uri = uri;
    this.#rows = result === null ? [] : rowsOf(result);
    this.#view.message =
      this.#rows.length > 0
        ? ''
        : (result?.silence ?? l10n.t('Open a job posting to see which job it describes.'));
    this.#changed.fire();
  }

  getTreeItem(row: Row): TreeItem {
    const state =
      row.rows === undefined || row.rows.length === 0
        ? TreeItemCollapsibleState.None
        : row.isOpen === true
          ? TreeItemCollapsibleState.Expanded
          : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(row.label, state);
    item.id = row.id;
    if (row.description !== undefined) item.description = row.description;
    item.tooltip = row.tooltip ?? row.label;
    if (row.icon !== undefined) item.iconPath = row.icon;
    item.accessibilityInformation = {
      label: [row.label, row.description].join(' '),
    };
    if (row.at !== undefined) {
      const { start, end } = row.at;
      const selection = new Range(start.line, start.character, end.line, end.character);
      item.command = {
        command: 'vscode.open',
        title: l10n.t('Show in the posting'),
        arguments: [Uri.parse(this.#uri), { selection, preserveFocus: true }],
      };
    }
    return item;
  }

  getChildren(row?: Row): Row[] {
    return [...(row === undefined ? this.#rows : (row.rows ?? []))];
  }

  /** What is on show, for tests. */
  get shown(): { readonly rows: readonly Row[]; readonly message: string } {
    return { rows: this.#rows, message: this.#view.message ?? '' };
  }

  dispose(): void {
    for (const each of this.#follow) each.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}
