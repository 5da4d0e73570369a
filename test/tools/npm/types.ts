import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const declarations = path.join(root, 'out/npm');
const entry = path.join(declarations, 'library.d.ts');
const fresh = path.join(root, 'out/api');

const error = { logLevel: ExtractorLogLevel.Error };
const none = { logLevel: ExtractorLogLevel.None };

/** What is exported must be described; members, which stand further in, often say it all by their names. */
function soften(message: ExtractorMessage): void {
  const ofMember = message.messageId === 'ae-undocumented' && message.sourceFileColumn === 5;
  if (ofMember || message.messageId === 'console-preamble') message.logLevel = ExtractorLogLevel.None;
}

/**
 * Writes the declarations of the package as one file, without what is marked `@internal`, and the report of what they
 * export to `out/api`.
 * @param typings the file to write
 * @param renew write the report beside this file, too, where reviews see it
 * @throws where something exported has no description, or speaks of something that is not exported
 */
export function writeTypes(typings: string, renew: boolean): void {
  rmSync(declarations, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const project = path.join(root, 'test/tools/npm/tsconfig.json');
  execFileSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { extends: './tsconfig.base.json', files: [entry] } },
      apiReport: {
        enabled: true,
        reportFileName: 'library',
        reportFolder: path.join(root, 'shared'),
        reportTempFolder: fresh,
      },
      dtsRollup: { enabled: true, untrimmedFilePath: typings },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        // Everything that is exported is public.
        extractorMessageReporting: { default: error, 'ae-missing-release-tag': none },
        compilerMessageReporting: { default: error },
      },
    },
  });
  const { errorCount } = Extractor.invoke(config, { localBuild: renew, messageCallback: soften });
  if (errorCount > 0) throw new Error('The declarations of the package cannot be published like this.');
}
