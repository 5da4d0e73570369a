import type { Format } from '../blocks.ts';
import { firstLine, lineAbove } from '../comments.ts';
import { readRecords } from '../data/read.ts';
import { parseYaml, yamlComments } from './parse.ts';

/** Postings as records in YAML, one or several a file. */
export const yamlFormat: Format = {
  id: 'yaml',
  languageIds: ['yaml'],
  extensions: ['.yaml', '.yml'],
  read: (source, memory, titled) => {
    const { values, problems } = parseYaml(source);
    return readRecords(values, problems, memory, titled);
  },
  comments: {
    read: (source) => ({ comments: yamlComments(source), wholes: [] }),
    above: (source, block) => lineAbove(source, block, 'number sign'),
    top: (source) => firstLine(source, 'number sign'),
  },
};
