import {
  type CancellationToken,
  commands,
  type Diagnostic,
  type ExtensionContext,
  l10n,
  Position,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  configurationFileName,
  profileRequest,
  type RetitledPosting,
  type RetitleParams,
} from '../shared/protocol.ts';
import { sniff, sniffLength } from '../shared/sniff.ts';
import { registerAgentTools } from './agentTools.ts';
import type { ExtensionApi } from './api.ts';
import { registerCommands } from './commands.ts';
import { type Explainer, registerExplainConfiguration } from './explainConfiguration.ts';
import { BalanceView } from './balance/view.ts';
import { ProfileSource } from './profileSource.ts';
import { ProfileView } from './profileView.ts';
import { registerRulePages, rulePage } from './rulePages.ts';
import { isCandidate, namedPosting } from './selector.ts';
import { StatusItem } from './statusItem.ts';

/** The running half of the extension, loaded when the first posting is seen. */
export interface Running extends Explainer {
  /** Asks the server; see `protocol.ts` for what may be asked. */
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result>;
  /** Diagnostics as the server writes them, made VS Code's. */
  toDiagnostics(items: readonly unknown[]): Promise<Diagnostic[]>;
  retitle(params: RetitleParams, token: CancellationToken): Promise<readonly RetitledPosting[]>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export type Start = (context: ExtensionContext, status: StatusItem) => Promise<Running>;

function looksLikePosting(document: TextDocument): boolean {
  if (!isCandidate(document)) return false;
  // A configuration is checked, too; whether its postings are open makes no difference.
  if (document.uri.path.endsWith(`/${configurationFileName}`)) return true;
  if (namedPosting.test(document.uri.path) || document.languageId === 'job-posting') return true;
  const head = new Range(new Position(0, 0), document.positionAt(sniffLength));
  return sniff(document.getText(head), document.languageId);
}

/**
 * Registers what must be there from the start, and waits: the language client and the server are loaded when a document
 * that may be a posting is open, and never before.
 */
export function activateLazily(context: ExtensionContext, start: Start): ExtensionApi {
  const log = window.createOutputChannel('Posting Lens', { log: true });
  const status = new StatusItem();
  const source = new ProfileSource();
  const profile = new ProfileView(source);
  let running: Promise<Running | null> | null = null;
  let serverTime: number | null = null;
  const begun = performance.now();

  let broken = false;
  const failed = (error: unknown): void => {
    broken = true;
    log.error(String(error));
    status.failed(l10n.t('The language server could not be started.'));
  };
  const launch = (): Promise<Running | null> => {
    if (running !== null) return running;
    const asked = performance.now();
    running = start(context, status).catch((error: unknown) => {
      failed(error);
      running = null;
      return null;
    });
    void running.then((current) => {
      if (current === null) return;
      serverTime = performance.now() - asked;
      log.info(`the server answered after ${serverTime.toFixed(1)} ms`);
      source.connect((uri) => current.request(profileRequest, { uri }));
      void commands.executeCommand('setContext', 'postingLens.active', true);
    });
    return running;
  };
  const look = (document: TextDocument): void => {
    // Not at every keystroke where there is no server to be had: then somebody asks for it.
    if (running === null && !broken && looksLikePosting(document)) void launch();
  };

  context.subscriptions.push(
    log,
    status,
    source,
    profile,
    new BalanceView(source, context.extensionUri),
    status.onDidUpdate((uri) => source.judged(uri)),
    ...registerCommands(launch, status, context.subscriptions),
    registerRulePages(context.extensionUri),
    registerExplainConfiguration(launch),
    registerAgentTools(launch),
    commands.registerCommand('postingLens.showLog', () => log.show()),
    commands.registerCommand('postingLens.restartServer', async () => {
      const current = await running;
      status.starting();
      if (current === null) await launch();
      else await current.restart().catch(failed);
    }),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    workspace.onDidCloseTextDocument(({ uri }) => status.forget(uri.toString())),
    {
      dispose: async () => {
        await (await running)?.stop();
      },
    },
  );
  workspace.textDocuments.forEach(look);
  const activationTime = performance.now() - begun;
  log.info(`activated in ${activationTime.toFixed(1)} ms`);
  return {
    activationTime,
    serverTime: () => serverTime,
    status: () => status.shown,
    profile: () => profile.shown,
    isRunning: () => running !== null,
    rulePage,
  };
}
