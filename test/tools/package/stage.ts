import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { shippedPackages, thirdPartyNotices } from './notices.ts';

/** What only a checkout needs of package.json. */
const ofCheckouts = ['private', 'bin', 'files', 'scripts', 'devDependencies', 'allowScripts'];

/** What an extension's page cannot show, since no public address holds it: pictures go, and links become their words. */
function withoutRelativeLinks(markdown: string): string {
  return markdown
    .replace(/^!\[[^\]]*\]\((?![a-z]+:)[^)]*\)\n+/gm, '')
    .replace(/(?<!!)\[([^\]]*)\]\((?![a-z]+:)[^)]*\)/g, '$1');
}

function withoutCheckout(manifest: string): string {
  const entries = Object.entries(JSON.parse(manifest) as Record<string, unknown>);
  return JSON.stringify(Object.fromEntries(entries.filter(([key]) => !ofCheckouts.includes(key))));
}

const rewritten: Readonly<Record<string, (text: string) => string>> = {
  'package.json': withoutCheckout,
  'README.md': withoutRelativeLinks,
  'CHANGELOG.md': withoutRelativeLinks,
};

/**
 * The files that `.vscodeignore` lets through, by their paths from the checkout.
 * @param root the checkout, built
 */
export function shippedFiles(root: string): string[] {
  const lines = readFileSync(path.join(root, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const patterns = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  return globSync(patterns, { cwd: root, onlyFiles: true, expandDirectories: false }).sort();
}

/**
 * Puts what is shipped into an empty folder, as it is shipped: with the notices, and with the same access rights
 * whatever the umask of the checkout was.
 */
export function stage(root: string, folder: string): void {
  const files = shippedFiles(root);
  for (const file of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    const rewrite = rewritten[file];
    if (rewrite === undefined) cpSync(path.join(root, file), target);
    else writeFileSync(target, rewrite(readFileSync(path.join(root, file), 'utf8')));
  }
  const shipped = new Set(files);
  const notices = thirdPartyNotices(shippedPackages(root, (output) => shipped.has(output)));
  writeFileSync(path.join(folder, 'ThirdPartyNotices.txt'), notices);
  for (const file of [...files, 'ThirdPartyNotices.txt']) chmodSync(path.join(folder, file), 0o644);
  cpSync(path.join(root, '.vscodeignore'), path.join(folder, '.vscodeignore'));
}
