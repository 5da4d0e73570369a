import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentContentChangeEvent,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, english, type Finding, hoverAt, type InterfaceLanguage } from '../../shared/index.ts';
import {
  explainConfigurationRequest,
  fixAllKind,
  type InitializationOptions,
  readFileRequest,
  type RetitleParams,
  retitleRequest,
  type ToolParams,
  toolRequest,
  type UriParams,
} from '../../shared/protocol.ts';
import { FailedRules } from '../failedRules.ts';
import { codeActions, retitledPostings } from './codeActions.ts';
import { completionItems, completionTriggers } from './completion.ts';
import { findingsOf, toDiagnostic } from './diagnostics.ts';
import { Configurations, keyOf } from './configuration.ts';
import { ConfigurationEvents, foldersOf, workspaceCapabilities } from './configurationEvents.ts';
import { Analyses, formatOf } from './documents.ts';
import { chooseLanguage, type ReadTranslations } from './interfaceLanguage.ts';
import { registerChecks } from './checkRequests.ts';
import { chooseEncoding, Positions } from './positions.ts';
import { registerStructure, structureCapabilities } from './structureRequests.ts';
import { type Report, Reports, type Telling } from './reports.ts';
import { packedTokens, semanticTokensLegend } from './semanticTokens.ts';
import { statusOf } from './status.ts';
import type { ToolServices } from './toolRequests.ts';
import { type EditSupport, editSupport } from './workspaceEdits.ts';

export interface ServeOptions {
  readonly version: string;
  /** Where the rules' pages are when the client does not say: a URI that `RULE.md` is appended to. */
  readonly rulePages?: string;
  /**
   * Reads a file of the host: its text, or null where there is none inside of the root, links followed.
   * @param most bytes; enough for a configuration where nothing is said
   */
  readonly readFile?: (uri: string, root: string, most?: number) => Promise<string | null>;
  readonly readTranslations?: ReadTranslations;
}

interface Session extends Telling {
  positions: Positions;
  /** The client applies the schema of configuration files. */
  appliesSchema: boolean;
  /** The client reads files for the server. */
  readsFiles: boolean;
  edits: EditSupport;
  markdownHover: boolean;
  interfaceLanguage: InterfaceLanguage;
  rulePages: string | undefined;
}

/** Plain text of a hover for clients without Markdown: marks and escapes taken away. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/(?<!\\)[*_]+/g, '')
    .replace(/\\([^\w\s])/g, '$1');
}

/** Registers every handler and starts to listen. Nothing here computes; features do. */
export function serve(connection: Connection, options: ServeOptions): void {
  const session: Session = {
    positions: new Positions('utf-16'),
    pulls: false,
    refreshes: false,
    appliesSchema: false,
    readsFiles: false,
    edits: editSupport({}),
    markdownHover: true,
    interfaceLanguage: english,
    rulePages: options.rulePages,
  };
  const configurations: Configurations = new Configurations({
    readFile: (uri, root) => readFile(uri, root, connection, session, options),
    settings: (uri) => events.settings(uri),
    tell: (problem) => connection.console.warn(problem),
    interfaceLanguage: () => session.interfaceLanguage,
  });
  const analyses: Analyses = new Analyses(
    configurations,
    (document) => documents.get(document.uri) === document,
    (failure) => connection.console.error(failure),
  );
  const documents: TextDocuments<TextDocument> = new TextDocuments({
    create: (uri: string, languageId: string, version: number, text: string) => {
      // What is no document must not be among the open ones: whoever looks through them would stumble over it.
      if ([uri, languageId, text].some((each: unknown) => typeof each !== 'string'))
        throw new TypeError('The document that was opened has no URI, language or text.');
      return TextDocument.create(uri, languageId, version, text);
    },
    update: (document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number) => {
      const updated = session.positions.update(document, changes, version);
      analyses.changed(updated.document, updated.edits);
      return updated.document;
    },
  });

  /** An open document, however its URI is escaped. */
  const open = (uri: string): TextDocument | undefined =>
    documents.get(uri) ?? documents.all().find((each) => keyOf(each.uri) === keyOf(uri));

  /** What there is to say about a document: about a posting, or about a part of the configuration. */
  const aboutOf = async (document: TextDocument): Promise<Analysis | readonly Finding[] | null> => {
    const { uri } = document;
    return configurations.isPart(uri)
      ? configurations.findingsIn(uri, document.getText(), session.appliesSchema)
      : analyses.of(document);
  };

  const reportOf = async (document: TextDocument, token?: CancellationToken): Promise<Report> => {
    const { version, uri } = document;
    const { configuration } = await configurations.of(uri);
    if (token?.isCancellationRequested === true)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Nobody waits for this any more.');
    const about = (await aboutOf(document)) ?? [];
    void events.watch(configurations.otherNames);
    const isPosting = 'source' in about;
    const findings = isPosting ? findingsOf(about) : about;
    // Somebody wrote on while files were read: findings and version must belong together.
    if (document.version !== version) return reportOf(document, token);
    return {
      version,
      diagnostics: findings.map((finding) =>
        toDiagnostic(finding, document, session.positions, session.rulePages),
      ),
      status: statusOf(document, isPosting ? about : null),
      onSave: configuration.run === 'onSave',
    };
  };
  const reports = new Reports(connection, documents, session, reportOf);
  const events: ConfigurationEvents = new ConfigurationEvents(connection, configurations, () =>
    reports.renew(),
  );

  let initialized = false;
  connection.onInitialize(async (params) => {
    // What is open was read by what the client said it could do.
    if (initialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    session.interfaceLanguage = await chooseLanguage(params, options.readTranslations);
    events.initialize(params);
    configurations.setFolders(foldersOf(params));
    const result = initialize(params, session, options);
    initialized = true;
    return result;
  });
  connection.onInitialized(() => events.initialized());
  documents.onDidSave(({ document }) => events.saved(document.uri));
  documents.onDidClose(({ document }) => {
    configurations.close(document.uri);
    analyses.closed(document);
  });
  events.listen();

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    reports.pulled(textDocument.uri, previousResultId, token),
  );

  connection.onRequest(explainConfigurationRequest, ({ uri }: UriParams) => configurations.explain(uri));

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const analysis = document === undefined ? null : await analyses.of(document);
    if (document === undefined || analysis === null) return null;
    const hover = hoverAt(analysis, session.positions.offset(document, position));
    if (hover === null) return null;
    return {
      range: session.positions.range(document, hover.span),
      contents: session.markdownHover
        ? { kind: 'markdown', value: hover.markdown }
        : { kind: 'plaintext', value: plainText(hover.markdown) },
    };
  });

  connection.onCodeAction(async (params) => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return [];
    const { version } = document;
    const { lens, configuration } = await configurations.of(document.uri);
    const about = await aboutOf(document);
    // Somebody wrote on while files were read: findings and text would not belong together.
    if (about === null || document.version !== version) return [];
    const { positions, edits: support, rulePages, interfaceLanguage } = session;
    const format = formatOf(document);
    return codeActions(params, {
      ...{ document, about, positions, support, rulePages, interfaceLanguage },
      analyze: format === undefined ? null : (source) => lens.analyze(source, format, { configuration }),
      exists: async (uri) =>
        open(uri) !== undefined ||
        (await readFile(uri, uri, connection, session, options).catch(() => null)) !== null,
      configurationFile: async () => {
        const file = await configurations.fileFor(document.uri);
        if (file === null) return null;
        const shown = open(file.uri);
        return { ...file, text: shown?.getText() ?? file.text, version: shown?.version ?? null };
      },
    });
  });

  connection.onRequest(retitleRequest, async ({ uri, text }: RetitleParams) => {
    const document = text === null ? documents.get(uri) : TextDocument.create(uri, '', 0, text);
    const analysis = document === undefined ? null : await analyses.of(document);
    return document === undefined || analysis === null
      ? []
      : retitledPostings(analysis, { document, positions: session.positions });
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const analysis = document === undefined ? null : await analyses.of(document);
    if (document === undefined) return [];
    const { lens } = await configurations.of(textDocument.uri);
    return completionItems({ document, analysis, lens, position, positions: session.positions });
  });

  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    const analysis = document === undefined ? null : await analyses.of(document);
    if (document === undefined || analysis === null) return { data: [] };
    return packedTokens(document, analysis, session.positions);
  });

  const services = {
    documents,
    positions: () => session.positions,
    analysisOf: (document: TextDocument) => analyses.of(document),
    configurationOf: (uri: string) => configurations.of(uri),
    rulePages: () => session.rulePages,
    interfaceLanguage: () => session.interfaceLanguage,
  };
  registerStructure(connection, services);
  registerChecks(connection, services);
  const toolServices: ToolServices = {
    ...{ open, configurationOf: services.configurationOf },
    misconfigured: (uri) => configurations.misconfigured(uri),
    folders: () => configurations.folders,
    readFile: (uri, root, most) => readFile(uri, root, connection, session, options, most).catch(() => null),
    failedRules: new FailedRules(),
    tell: (failure) => connection.console.error(failure),
  };
  // Few editors ask, so it is loaded for those who do.
  connection.onRequest(toolRequest, async (params: ToolParams, token: CancellationToken) =>
    (await import('./toolRequests.ts')).answerTool(params, toolServices, token),
  );

  documents.listen(connection);
  connection.listen();
}

/** Reads a file by the means of the host, else by the client's. */
async function readFile(
  uri: string,
  root: string,
  connection: Connection,
  { readsFiles }: Session,
  { readFile: own }: ServeOptions,
  most?: number,
): Promise<string | null> {
  if (own !== undefined && uri.startsWith('file:')) return own(uri, root, most);
  return readsFiles ? connection.sendRequest<string | null>(readFileRequest, { uri }) : null;
}

function initialize(params: InitializeParams, session: Session, options: ServeOptions): InitializeResult {
  const { capabilities } = params;
  const encoding = chooseEncoding(capabilities.general?.positionEncodings);
  const given = (params.initializationOptions ?? {}) as InitializationOptions;
  const formats = capabilities.textDocument?.hover?.contentFormat;
  session.positions = new Positions(encoding);
  session.pulls = capabilities.textDocument?.diagnostic !== undefined;
  session.refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
  session.appliesSchema = given.appliesSchema === true;
  session.readsFiles = given.readsFiles === true;
  session.edits = editSupport(capabilities);
  session.markdownHover = formats?.includes('markdown') ?? false;
  if (typeof given.rulePages === 'string') session.rulePages = given.rulePages;
  return {
    serverInfo: { name: 'posting-lens', version: options.version },
    capabilities: {
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: workspaceCapabilities,
      hoverProvider: true,
      ...structureCapabilities,
      completionProvider: { triggerCharacters: completionTriggers },
      semanticTokensProvider: { legend: semanticTokensLegend, full: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      ...(session.pulls
        ? {
            diagnosticProvider: {
              identifier: 'posting-lens',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    },
  };
}
