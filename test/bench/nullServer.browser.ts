import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serveNothing } from './nullServer.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

serveNothing(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
