import {
  type CancellationToken,
  commands,
  type DiagnosticCollection,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  ProgressLocation,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  checkRequest,
  type CheckResult,
  type ReportParams,
  reportRequest,
  type ReportResult,
} from '../../shared/protocol.ts';
import type { Running } from '../activation.ts';
import { postingFiles } from '../postingFiles.ts';

/** What was found in files that no tab shows. The language client asks for the others' findings itself. */
let findings: DiagnosticCollection | undefined;

const none = Uri.parse('untitled:');

/** The document of a tab. */
const uriOf = (input: unknown): Uri | undefined => (input instanceof TabInputText ? input.uri : undefined);

function collection(): DiagnosticCollection {
  if (findings === undefined) {
    const made = languages.createDiagnosticCollection('posting-lens');
    window.tabGroups.onDidChangeTabs(({ opened }) =>
      opened.forEach(({ input }) => made.delete(uriOf(input) ?? none)),
    );
    workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => made.delete(uri)));
    findings = made;
  }
  return findings;
}

/** The report that was made last, to be exported. */
let last: ReportResult | undefined;

/** Scheme of the report: a document of the extension, shown rendered. */
const scheme = 'posting-lens-report';
const made = new EventEmitter<Uri>();
let provider: Disposable | undefined;

/** Checks all postings of the workspace: fills Problems and opens a report. */
export async function checkAll(running: Running): Promise<void> {
  const progress = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking all postings'),
    cancellable: true,
  };
  const report = await window.withProgress(progress, (bar, token) =>
    checked(running, token, (done, all) => bar.report({ message: `${done} / ${all}`, increment: 100 / all })),
  );
  if (report === null) return;
  last = await running.request<ReportResult>(reportRequest, report);
  provider ??= workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: made.event,
    provideTextDocumentContent: () => last?.markdown ?? '',
  });
  const address = Uri.from({ scheme, path: `/${l10n.t('Postings')}.md` });
  made.fire(address);
  await commands.executeCommand('vscode.open', address);
}

/** Null where it was called off. */
async function checked(
  running: Running,
  token: CancellationToken,
  report: (done: number, all: number) => void,
): Promise<ReportParams | null> {
  const postings: ReportParams['postings'][number][] = [];
  let others = 0;
  collection().clear();
  const tabs = window.tabGroups.all.flatMap(({ tabs: all }) =>
    all.map(({ input }) => uriOf(input)?.toString()),
  );
  const shown = new Set(tabs);
  for await (const { uri, text } of postingFiles(token, report)) {
    const params = { uri: uri.toString(), text };
    const result = await running.request<CheckResult>(checkRequest, params, token);
    if (result.postings.length === 0) others += 1;
    for (const posting of result.postings) postings.push({ ...posting, path: workspace.asRelativePath(uri) });
    if (!shown.has(params.uri) && result.diagnostics.length > 0)
      collection().set(uri, await running.toDiagnostics(result.diagnostics));
  }
  return token.isCancellationRequested ? null : { name: workspace.name ?? '', others, postings };
}

/** Saves the last report as HTML, CSV or Markdown, as its file's ending says. */
export async function exportReport(): Promise<void> {
  if (last === undefined) {
    void window.showInformationMessage(l10n.t('Check all postings first: there is no report yet.'));
    return;
  }
  const [folder] = workspace.workspaceFolders ?? [];
  const target = await window.showSaveDialog({
    filters: { HTML: ['html'], CSV: ['csv'], Markdown: ['md'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder.uri, 'postings.html') }),
  });
  if (target === undefined) return;
  const { html, csv, markdown } = last;
  const text = target.path.endsWith('.csv') ? csv : target.path.endsWith('.md') ? markdown : html;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
