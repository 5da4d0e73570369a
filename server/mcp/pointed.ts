import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  configurationFor,
  type DocumentConfiguration,
  formatById,
  loadConfiguration,
} from '../../shared/index.ts';
import { readText } from '../content.ts';
import { corePath, files, isBelow, nativePath } from '../files.ts';
import { judgeContent } from '../judgeContent.ts';
import { misconfigured } from '../misconfigured.ts';
import { eitherOr, type Opened, type PostingInput, type Refusal, withoutPatterns } from '../tools/tool.ts';

/** Where a path leads when all links are followed; null where it leads nowhere. */
async function real(target: string): Promise<string | null> {
  try {
    return await realpath(target);
  } catch {
    return null;
  }
}

/** A file inside one of the folders that may be read, links followed. */
interface Found {
  readonly file: string;
  readonly folder: string;
}

/** A path or the path of a file's URI; null for what is on no disk. */
function given(target: string): string | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(target)) return target;
  try {
    return fileURLToPath(target);
  } catch {
    return null;
  }
}

/**
 * Finds a file that somebody points at, and looks at nothing outside of the folders: whether there is a file there is not
 * told either.
 * @param folders absolute; what is relative is looked for in each
 */
async function find(target: string, folders: readonly string[]): Promise<Found | Refusal> {
  const name = given(target);
  const places = name === null ? [] : folders.map((folder) => ({ folder, file: path.resolve(folder, name) }));
  const inside = places.filter(({ folder, file }) => isBelow(file, folder));
  for (const { folder, file } of inside) {
    const [realFolder, realFile] = await Promise.all([real(folder), real(file)]);
    if (realFolder === null || realFile === null) continue;
    if (!isBelow(realFile, realFolder)) break;
    if ((await stat(realFile)).isFile()) return { file: realFile, folder: realFolder };
    return { refusal: 'input', says: `“${target}” is no file. Name the file of one posting.` };
  }
  const missing = await Promise.all(inside.map(({ file }) => real(file)));
  if (inside.length > 0 && missing.every((file) => file === null))
    return {
      refusal: 'not-found',
      says: `There is no file “${target}”. Look at its name, or give its text.`,
    };
  const where =
    folders.length === 0 ? 'no folder was given' : `only these may be read: ${folders.join(', ')}`;
  return {
    refusal: 'outside',
    says: `“${target}” is not read: ${where}. Give the text itself, or have the server started as posting-lens mcp FOLDER.`,
  };
}

/** Whether one of the folders holds a file that somebody points at. @param folders absolute */
export async function holdFile(folders: readonly string[], target: string): Promise<boolean> {
  return !('refusal' in (await find(target, folders)));
}

interface Configured {
  readonly configured: DocumentConfiguration;
  readonly misconfigured: readonly string[];
}

/** What something is checked with in a folder, by the configuration files in it. @param folder null: in none */
async function configurationIn(file: string | null, folder: string | null): Promise<Configured> {
  const none = { layers: [], taxonomy: null };
  if (folder === null) return { configured: configurationFor('/posting', none), misconfigured: [] };
  const about = file ?? path.join(folder, 'posting');
  const loaded = await loadConfiguration(corePath(path.dirname(about)), corePath(folder), files);
  const nameOf = (read: string): string => path.relative(folder, nativePath(read)).split(path.sep).join('/');
  return {
    configured: configurationFor(corePath(about), loaded),
    misconfigured: misconfigured(loaded, nameOf),
  };
}

async function openText(text: string, input: PostingInput, folder: string | null): Promise<Opened> {
  const { configured: around, misconfigured } = await configurationIn(null, folder);
  const configured = withoutPatterns(around);
  const format = formatById(input.format ?? 'markdown');
  const analyze = (source: string): Opened['analysis'] =>
    judgeContent('', { text: source }, configured, { format, title: input.title });
  return { path: '', misconfigured, analysis: analyze(text), analyze };
}

async function openFile(target: string, { file, folder }: Found, input: PostingInput): Promise<Opened> {
  const { configured, misconfigured } = await configurationIn(file, folder);
  const format = input.format === undefined ? undefined : formatById(input.format);
  const content = await readText(file, configured.configuration.maxLength);
  const judge = (read: Parameters<typeof judgeContent>[1]): Opened['analysis'] =>
    judgeContent(file, read, configured, { format, title: input.title });
  return { path: target, misconfigured, analysis: judge(content), analyze: (text) => judge({ text }) };
}

/**
 * Opens what an agent points at: the text that it gives, judged with the configuration of the first folder, or a file in
 * one of the folders, judged with the nearest configuration file up to that folder, as an editor would.
 * @param folders absolute paths
 * @param signal checked before work begins that cannot be broken off
 */
export async function openPointed(
  input: PostingInput,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<Opened | Refusal> {
  const { text, path: target } = input;
  if ((text === undefined) === (target === undefined)) return eitherOr;
  if (text !== undefined) {
    // A message that calls this off may have come together with the request.
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    return openText(text, input, folders[0] ?? null);
  }
  const found = await find(target ?? '', folders);
  signal.throwIfAborted();
  return 'refusal' in found ? found : openFile(target ?? '', found, input);
}
