import { l10n, type QuickPickItem } from 'vscode';
import { taxonomy } from '../shared/taxonomy/index.ts';
import { translatedTaxonomy } from '../shared/taxonomy/translated.ts';

/** A role to choose: its title as postings write it, and what the role is for. */
export interface RoleChoice extends QuickPickItem {
  readonly id: string;
}

export function roleChoices(): RoleChoice[] {
  const { roles } = translatedTaxonomy(taxonomy, l10n.bundle ?? {});
  return roles.map(({ id, title, essence }) => ({ label: title, detail: essence, id }));
}
