import { type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  type Diagnostic as LspDiagnostic,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import {
  explainConfigurationRequest,
  type InitializationOptions,
  readFileRequest,
  retitleRequest,
  rulePagesScheme,
  statusNotification,
  type StatusParams,
  type UriParams,
} from '../shared/protocol.ts';
import type { Running } from './activation.ts';
import { selector } from './selector.ts';
import type { StatusItem } from './statusItem.ts';
import { interfaceLanguage } from './words.ts';

/** Makes the client for a host: a Node process on the desktop, a web worker in the browser. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

const mostDeaths = 5;
const deathWindow = 3 * 60_000;

/** Starts again when the server dies, unless it keeps dying; then the status item says so. */
class Deaths {
  readonly #times: number[] = [];
  /** Whether the server was to start once more when it last died. */
  triesAgain = false;

  /** Counts a death. True when the server is to start once more; else the status item says what is wrong. */
  again(status: StatusItem): boolean {
    const now = Date.now();
    this.#times.push(now);
    while ((this.#times[0] ?? now) < now - deathWindow) this.#times.shift();
    this.triesAgain = this.#times.length < mostDeaths;
    if (this.triesAgain) status.starting();
    else
      status.failed(
        l10n.t('The language server stopped {0} times within three minutes.', this.#times.length),
      );
    return this.triesAgain;
  }

  closed(status: StatusItem): CloseHandlerResult {
    const action = this.again(status) ? CloseAction.Restart : CloseAction.DoNotRestart;
    return { action, handled: true };
  }

  forget(): void {
    this.#times.length = 0;
  }
}

/** The text of a file for the server, which in a web worker and in virtual workspaces reads none itself. */
async function readText(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return null;
  }
}

/** Starts the language client. The same for every host; only the factory differs. */
export async function startClient(
  context: ExtensionContext,
  status: StatusItem,
  factory: ClientFactory,
): Promise<Running> {
  const deaths = new Deaths();
  const log = window.createOutputChannel('Posting Lens Server', { log: true });
  context.subscriptions.push(log);
  const initializationOptions: InitializationOptions = {
    rulePages: `${rulePagesScheme}:/`,
    appliesSchema: true,
    readsFiles: true,
    interfaceLanguage: interfaceLanguage(),
  };
  const client: BaseLanguageClient = factory({
    documentSelector: selector(),
    initializationOptions,
    outputChannel: log,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: true },
    // A server that dies before it has answered is counted here, whether or not it is "closed" to the library, too.
    initializationFailedHandler: () => {
      if (deaths.again(status)) setTimeout(() => void client.start().catch(() => undefined), 100);
      return false;
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () =>
        client.state === State.Starting
          ? { action: CloseAction.DoNotRestart, handled: true }
          : deaths.closed(status),
    },
  });
  client.onNotification(statusNotification, (params: StatusParams) => status.update(params));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) status.started();
  });
  client.onRequest(readFileRequest, ({ uri }: UriParams) => readText(uri));
  try {
    await client.start();
  } catch (error) {
    // Then it is being tried once more, by the same client.
    if (!deaths.triesAgain) {
      log.dispose();
      throw error;
    }
  }
  return {
    request: (method, params, token) => client.sendRequest(method, params, token),
    toDiagnostics: (items) => client.protocol2CodeConverter.asDiagnostics(items as LspDiagnostic[]),
    explainConfiguration: (uri) => client.sendRequest(explainConfigurationRequest, { uri }),
    retitle: (params, token) => client.sendRequest(retitleRequest, params, token),
    restart: async () => {
      deaths.forget();
      // One that does not answer is left behind.
      if (client.isRunning()) await client.stop().catch(() => undefined);
      await client.start();
    },
    stop: () => client.dispose(),
  };
}
