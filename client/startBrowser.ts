import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Running } from './activation.ts';
import { startClient } from './start.ts';
import type { StatusItem } from './statusItem.ts';

/** No worker tells that it has died. An error that nothing in it caught, or in loading it, ends it, as it ends a process. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener('error', () => this.fireClose());
  }
}

/** The server in a web worker of its own. */
export function startBrowser(context: ExtensionContext, status: StatusItem): Promise<Running> {
  // A worker begins with one script, which knows no address to find another beside.
  const scripts = ['core.js', 'worker.js'].map((name) =>
    JSON.stringify(Uri.joinPath(context.extensionUri, 'dist/server', name).toString(true)),
  );
  const script = URL.createObjectURL(
    new Blob([`importScripts(${scripts.join()})`], { type: 'text/javascript' }),
  );
  let worker: Worker | undefined;
  // Each start gets a new worker. The library takes a worker, too, but then always that one, and does not know one that
  // a function returns: VS Code has put a class of its own before the browser's.
  const connect = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({ reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return startClient(
    context,
    status,
    (options) => new LanguageClient('postingLens', 'Posting Lens', connect, options),
  );
}
