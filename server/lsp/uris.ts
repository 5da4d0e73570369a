/** Paths as the core knows them, decoded and with forward slashes, and the URIs that they came from. */

/** A URI's path, decoded: `file:///c%3A/a%20b.md` is `/c:/a b.md`. Of a document without a folder it is its name. */
export function pathOf(uri: string): string {
  const [, path = uri] = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?([^?#]*)/i.exec(uri) ?? [];
  const decoded = withoutEscapes(path);
  return decoded.length > 1 && decoded.endsWith('/') ? decoded.slice(0, -1) : decoded;
}

/** Scheme and authority: what a path needs to become a URI again. */
export function originOf(uri: string): string {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
}

export function uriOf(path: string, origin: string): string {
  return origin + path.split('/').map(encodeURIComponent).join('/');
}

/** Whether a path is a folder or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Escapes decoded; stray percent signs stand for themselves, and bytes that are no UTF-8 for nothing. */
function withoutEscapes(path: string): string {
  return path.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return '';
    }
  });
}
