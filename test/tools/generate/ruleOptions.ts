import type { OptionSpec, OptionTable } from '../../../shared/configuration/options.ts';
import type { Generator } from './generated.ts';
import { table } from './table.ts';

const begin = '<!-- Options: made by `npm run generate`, do not edit -->';
const end = '<!-- end of the options -->';

/** The values that an option may have, in words. */
function range(spec: OptionSpec): string {
  switch (spec.type) {
    case 'number':
      return `${spec.minimum} to ${spec.maximum}`;
    case 'boolean':
      return '`true` or `false`';
  }
}

function section(id: string, options: OptionTable): string {
  const rows = Object.entries(options).map(([name, spec]) => [
    `\`${name}\``,
    spec.type,
    range(spec),
    `\`${JSON.stringify(spec.default)}\``,
    spec.description,
  ]);
  return [
    begin,
    '## Options',
    `They stand beside \`severity\` in the object that the settings or \`.posting-lens.json\` give for \`${id}\`.`,
    table(['Name', 'Type', 'Range', 'Default', 'Says'], rows),
    end,
  ].join('\n\n');
}

/** The part as it stands on a page now: between its marks, or as its author began it, up to the next heading or the end. */
const present = new RegExp(`(?:${begin}[^]*?${end}|^## Options$[^]*?(?=^## |(?![^])))\\s*`, 'm');

/** The page with the part put in before the fix, or at the end; without it where there is none. */
function withOptions(page: string, part: string | null): string {
  const bare = page.replace(present, '');
  if (part === null) return bare;
  const fix = /^## The fix$/m.exec(bare)?.index ?? bare.length;
  return `${bare.slice(0, fix).trimEnd()}\n\n${part}\n\n${bare.slice(fix)}`;
}

/** The part about options on the page of each rule; all else on the page is written by hand. */
export const ruleOptions: Generator = (rules) =>
  rules.map(({ id, options }) => ({
    path: `shared/rules/${id}/rule.md`,
    renew: (page) =>
      withOptions(page, Object.keys(options).length === 0 ? null : section(id, options)).trimEnd() + '\n',
  }));
