import { english } from '../../shared/index.ts';
import { Configurations } from '../../server/lsp/configuration.ts';

/** The configurations of a server that has neither settings nor files. */
export const noConfigurations = (): Configurations =>
  new Configurations({
    readFile: () => Promise.resolve(null),
    interfaceLanguage: () => english,
    settings: () => Promise.resolve({}),
    tell: () => undefined,
  });
