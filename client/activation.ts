import {
  type CancellationToken,
  commands,
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
  fixAllKind,
  type RetitledPosting,
  type RetitleParams,
} from '../shared/protocol.ts';
import { sniff, sniffLength } from '../shared/sniff.ts';
import type { ExtensionApi } from './api.ts';
import { type Explainer, registerExplainConfiguration } from './explainConfiguration.ts';
import { registerRulePages, rulePage } from './rulePages.ts';
import { isCandidate, namedPosting } from './selector.ts';
import { StatusItem } from './statusItem.ts';

/** The running half of the extension, loaded when the first posting is seen. */
export interface Running extends Explainer {
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
  let running: Promise<Running | null> | null = null;
  const begun = performance.now();

  const launch = (): Promise<Running | null> => {
    running ??= start(context, status).catch((error: unknown) => {
      log.error(String(error));
      status.failed(l10n.t('The language server could not be started.'));
      running = null;
      return null;
    });
    return running;
  };
  const look = (document: TextDocument): void => {
    if (running === null && looksLikePosting(document)) void launch();
  };

  context.subscriptions.push(
    log,
    status,
    registerRulePages(context.extensionUri),
    registerExplainConfiguration(launch),
    commands.registerCommand('postingLens.showLog', () => log.show()),
    commands.registerCommand('postingLens.restartServer', async () => {
      const current = await launch();
      status.starting();
      await current?.restart();
    }),
    commands.registerCommand('postingLens.fixAll', async () => {
      await launch();
      await commands.executeCommand('editor.action.sourceAction', { kind: fixAllKind, apply: 'first' });
    }),
    commands.registerCommand('postingLens.retitle', async () => {
      const current = await launch();
      if (current !== null) await (await import('./commands/retitle.ts')).retitle(current);
    }),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    {
      dispose: async () => {
        await (await running)?.stop();
      },
    },
  );
  workspace.textDocuments.forEach(look);
  const activationTime = performance.now() - begun;
  log.info(`activated in ${activationTime.toFixed(1)} ms`);
  return { activationTime, status: () => status.shown, isRunning: () => running !== null, rulePage };
}
