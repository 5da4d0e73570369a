import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serveNothing } from './nullServer.ts';

serveNothing(createConnection(ProposedFeatures.all));
