import type { Format } from '../blocks.ts';
import { readRecords } from '../data/read.ts';
import { parseYaml } from './parse.ts';

/** Postings as records in YAML, one or several a file. */
export const yamlFormat: Format = {
  id: 'yaml',
  languageIds: ['yaml'],
  extensions: ['.yaml', '.yml'],
  read: (source, memory) => {
    const { values, problems } = parseYaml(source);
    return readRecords(values, problems, memory);
  },
};
