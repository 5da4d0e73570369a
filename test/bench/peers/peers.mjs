// What people check prose with today, each called as its documentation says, on Markdown where it reads Markdown.
import { markdown as alex } from 'alex';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
import writeGood from 'write-good';

const equality = unified().use(retextEnglish).use(retextEquality).use(retextStringify);
const harper = new LocalLinter({ binary });
await harper.setup();

/** @type {{ name: string, check: (text: string) => unknown }[]} */
export const peers = [
  { name: 'write-good', check: (text) => writeGood(text) },
  { name: 'retext-equality', check: (text) => equality.processSync(text) },
  { name: 'alex', check: (text) => alex(text).messages },
  { name: 'harper.js', check: (text) => harper.lint(text, { language: 'markdown' }) },
];
