import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkedResult } from '../../server/tools/schema.ts';
import { tools } from '../../server/tools/index.ts';
import { refusalCodes } from '../../server/tools/tool.ts';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly chatSkills: readonly { readonly path: string }[] };
};
const file = manifest.contributes.chatSkills[0]?.path ?? '';
const skill = readFileSync(path.join(root, file), 'utf8');

/** Every word that a schema lets a member have. */
function choices(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'enum' in schema ? (schema.enum as string[]) : [];
  return [...own, ...Object.values(schema).flatMap(choices)];
}

describe('the skill for agents', () => {
  it('has the form that agents look for', () => {
    const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(skill) ?? [];
    const { name, description } = parse(head) as { readonly name: string; readonly description: string };
    expect(path.basename(path.dirname(file))).toBe(name);
    expect(description.length).toBeGreaterThan(100);
    expect(description.length).toBeLessThan(1024);
  });

  it('names every tool, and says how every outcome and refusal is read', () => {
    const silences = choices((checkedResult['properties'] as { readonly silent: unknown }).silent);
    expect(silences).toContain('not-a-posting');
    for (const word of [...tools.map(({ name }) => name), ...refusalCodes, ...silences])
      expect(skill).toContain(`\`${word}\``);
    for (const { output } of tools)
      for (const word of choices((output['properties'] as { readonly outcome: unknown }).outcome))
        if (word !== 'explained') expect(skill).toContain(`\`${word}\``);
  });
});
