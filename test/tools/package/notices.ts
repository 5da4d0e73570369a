import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** A package of others, code of which stands in a file that is shipped. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  readonly text: string;
}

/** From the checkout, without the file: `node_modules/a/node_modules/@b/c`. */
const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const licenseFile = /^(licen[cs]e|copying)(-[a-z]+)?(\.(md|txt))?$/i;

function describe(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as Omit<ShippedPackage, 'text'>;
  const file = readdirSync(folder).find((each) => licenseFile.test(each));
  if (file === undefined) throw new Error(`${name} ${version} is shipped and comes without a licence text.`);
  return { name, version, license, text: readFileSync(path.join(folder, file), 'utf8') };
}

/**
 * The packages that bundles are made of, by name and version, each once.
 * @param root the checkout
 * @param shipped tells which outputs of esbuild are shipped, by their paths from the checkout
 * @throws Error when a package has no licence text
 */
export function shippedPackages(root: string, shipped: (output: string) => boolean): ShippedPackage[] {
  const folders = new Set<string>();
  for (const file of readdirSync(path.join(root, 'dist/meta'))) {
    const { outputs } = JSON.parse(readFileSync(path.join(root, 'dist/meta', file), 'utf8')) as Metafile;
    for (const [output, { inputs }] of Object.entries(outputs))
      for (const [input, { bytesInOutput }] of shipped(output) ? Object.entries(inputs) : []) {
        const folder = bytesInOutput > 0 ? packageFolder.exec(input)?.[1] : undefined;
        if (folder !== undefined) folders.add(folder);
      }
  }
  const packages = new Map<string, ShippedPackage>();
  for (const folder of folders) {
    const each = describe(path.join(root, folder));
    packages.set(`${each.name} ${each.version}`, each);
  }
  return [...packages.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The text of `ThirdPartyNotices.txt`. */
export function thirdPartyNotices(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(
    ({ name, version, license, text }) =>
      `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text.replace(/\r\n?/g, '\n').trim()}\n`,
  );
  return `Posting Lens contains code of these packages:\n\n${parts.join('\n')}`;
}
