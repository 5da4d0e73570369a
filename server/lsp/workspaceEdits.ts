import type {
  ChangeAnnotation,
  ClientCapabilities,
  CreateFile,
  RenameFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';

/** What a client can do with a workspace edit. */
export interface EditSupport {
  readonly versions: boolean;
  readonly create: boolean;
  readonly rename: boolean;
  readonly annotations: boolean;
  readonly snippets: boolean;
}

export function editSupport({ workspace }: ClientCapabilities): EditSupport {
  const support = workspace?.workspaceEdit;
  const versions = support?.documentChanges === true;
  const operations = versions ? (support.resourceOperations ?? []) : [];
  return {
    versions,
    create: operations.includes('create'),
    rename: operations.includes('rename'),
    annotations: versions && support.changeAnnotationSupport !== undefined,
    snippets: versions && support.snippetEditSupport === true,
  };
}

/** One part of a change: text of a document, or a file made or renamed. */
export type Part = (
  | {
      readonly edits: readonly (TextEdit | SnippetTextEdit)[];
      readonly uri: string;
      readonly version: number | null;
    }
  | { readonly create: string }
  | { readonly rename: string; readonly to: string }
) & {
  /** What this part does, for clients that show changes before they are made. */
  readonly annotation?: ChangeAnnotation;
};

/**
 * The parts as one change, to be made in this order.
 * @returns null where the client cannot make it
 */
export function workspaceEdit(parts: readonly Part[], support: EditSupport): WorkspaceEdit | null {
  if (!support.versions) return plainChanges(parts);
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const documentChanges: (TextDocumentEdit | CreateFile | RenameFile)[] = [];
  for (const [index, part] of parts.entries()) {
    const annotated = support.annotations && part.annotation !== undefined;
    const annotationId = `part-${index}`;
    if (annotated) changeAnnotations[annotationId] = part.annotation;
    const mark = annotated ? { annotationId } : {};
    const options = { overwrite: false, ignoreIfExists: false };
    if ('edits' in part) {
      const edits = part.edits.map((edit) => ({ ...edit, ...mark }));
      documentChanges.push({ textDocument: { uri: part.uri, version: part.version }, edits });
    } else if ('create' in part) {
      if (!support.create) return null;
      documentChanges.push({ kind: 'create', uri: part.create, options, ...mark });
    } else {
      if (!support.rename) return null;
      documentChanges.push({ kind: 'rename', oldUri: part.rename, newUri: part.to, options, ...mark });
    }
  }
  return Object.keys(changeAnnotations).length === 0
    ? { documentChanges }
    : { documentChanges, changeAnnotations };
}

/** For clients that know neither versions nor files. */
function plainChanges(parts: readonly Part[]): WorkspaceEdit | null {
  const changes: Record<string, TextEdit[]> = {};
  for (const part of parts) {
    if (!('edits' in part)) return null;
    const edits = (changes[part.uri] ??= []);
    for (const edit of part.edits) if ('newText' in edit) edits.push(edit);
  }
  return { changes };
}

/** The URI of a file beside another; null where the document is in no folder. */
export function sibling(uri: string, name: string): string | null {
  const folder = /^(?!untitled:)[^?#]*\//.exec(uri)?.[0];
  return folder === undefined ? null : `${folder}${encodeURIComponent(name)}`;
}

/** The name of a document's file; undefined where the document is in no folder. */
export function fileName(uri: string): string | undefined {
  const last = /^(?!untitled:)[^?#]*\/([^/?#]+)$/.exec(uri)?.[1];
  try {
    return last === undefined ? undefined : decodeURIComponent(last);
  } catch {
    return undefined;
  }
}
