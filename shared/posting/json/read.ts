import type { Format } from '../blocks.ts';
import { readRecords } from '../data/read.ts';
import { parseJson } from './parse.ts';

/** Postings as records: schema.org's JobPosting and what applicant tracking systems publish. */
export const jsonFormat: Format = {
  id: 'json',
  languageIds: ['json', 'jsonc'],
  extensions: ['.json', '.jsonld', '.jsonc'],
  read: (source, memory, titled) => readRecords(parseJson(source), [], memory, titled),
};
