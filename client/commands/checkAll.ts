import {
  type CancellationToken,
  commands,
  type DiagnosticCollection,
  EventEmitter,
  type ExtensionContext,
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

function collection(subscriptions: ExtensionContext['subscriptions']): DiagnosticCollection {
  if (findings === undefined) {
    const made = languages.createDiagnosticCollection('posting-lens');
    // VS Code tells of a folder that goes away, and not of the files in it.
    const gone = (from: Uri): void => {
      for (const [uri] of [...made])
        if (`${uri.toString()}/`.startsWith(`${from.toString()}/`)) made.delete(uri);
    };
    subscriptions.push(
      made,
      window.tabGroups.onDidChangeTabs(({ opened }) =>
        opened.forEach(({ input }) => made.delete(uriOf(input) ?? none)),
      ),
      workspace.onDidDeleteFiles(({ files }) => files.forEach(gone)),
      workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => gone(oldUri))),
    );
    findings = made;
  }
  return findings;
}

/** The report that was made last, to be exported. */
let last: ReportResult | undefined;

/** Scheme of the report: a document of the extension, shown rendered. */
const scheme = 'posting-lens-report';
const made = new EventEmitter<Uri>();
let provided = false;

/**
 * Checks all postings of the workspace: fills Problems and opens a report.
 * @param subscriptions gets what lives on after it
 */
export async function checkAll(
  running: Running,
  subscriptions: ExtensionContext['subscriptions'],
): Promise<void> {
  const progress = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking all postings'),
    cancellable: true,
  };
  const report = await window.withProgress(progress, (bar, token) =>
    checked(running, token, collection(subscriptions), (done, all) =>
      bar.report({ message: `${done} / ${all}`, increment: 100 / all }),
    ),
  );
  if (report === null) return;
  last = await running.request<ReportResult>(reportRequest, report);
  if (!provided)
    subscriptions.push(
      made,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: made.event,
        provideTextDocumentContent: () => last?.markdown ?? '',
      }),
    );
  provided = true;
  const address = Uri.from({ scheme, path: `/${l10n.t('Postings')}.md` });
  made.fire(address);
  await commands.executeCommand('vscode.open', address);
}

/** Null where it was called off. */
async function checked(
  running: Running,
  token: CancellationToken,
  inFiles: DiagnosticCollection,
  report: (done: number, all: number) => void,
): Promise<ReportParams | null> {
  const postings: ReportParams['postings'][number][] = [];
  let others = 0;
  inFiles.clear();
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
      inFiles.set(uri, await running.toDiagnostics(result.diagnostics));
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
