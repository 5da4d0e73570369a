/**
 * Builds everything that derives from other files. `--check` writes nothing and fails when a file is stale.
 * @remarks Run by `npm run generate`. One file here for each thing that is made; a new one gets its line in `generators`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { type Generator, root } from './generated.ts';
import { agentTools } from './agentTools.ts';
import { configurationPage } from './configurationPage.ts';
import { l10n } from './l10n.ts';
import { registry } from './registry.ts';
import { ruleIndex } from './ruleIndex.ts';
import { ruleOptions } from './ruleOptions.ts';
import { loadRules } from './rules.ts';
import { settings } from './settings.ts';
import { taxonomySchema } from './taxonomySchema.ts';
import { snippets } from './snippets.ts';
import { words } from './words.ts';

const generators: readonly Generator[] = [
  registry,
  settings,
  snippets,
  taxonomySchema,
  words,
  ruleOptions,
  ruleIndex,
  configurationPage,
  l10n,
  agentTools,
];

/** What a file holds now; nothing where there is none. */
function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The text as `npm run format` would leave it, so that both agree on every file. */
async function formatted(text: string, filepath: string): Promise<string> {
  const { ignored, inferredParser } = await getFileInfo(filepath, {
    ignorePath: path.join(root, '.prettierignore'),
  });
  if (ignored || inferredParser === null) return text;
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** Absolute path to content of every file that is generated or has a generated part. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const rules = await loadRules();
  const texts = new Map<string, string>();
  for (const { path: name, renew } of generators.flatMap((generate) => generate(rules))) {
    const file = path.join(root, name);
    texts.set(file, renew(texts.get(file) ?? read(file)));
  }
  for (const [file, text] of texts) texts.set(file, await formatted(text, file));
  return texts;
}

/** Writes what is stale. @returns the paths that were, from the checkout */
export async function generate({ write = true } = {}): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, text] of await generated()) {
    if (read(file) === text) continue;
    stale.push(path.relative(root, file));
    if (!write) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return stale;
}

if (process.argv[1] === import.meta.filename) {
  const check = process.argv.includes('--check');
  for (const file of await generate({ write: !check })) {
    if (check) process.exitCode = 1;
    console.error(check ? `${file} is stale: run \`npm run generate\`.` : `${file} is made anew.`);
  }
}
