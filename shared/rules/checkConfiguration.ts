import type { ConfigurationProblem } from '../configuration/problem.ts';
import type { ConfigurationSource } from '../configuration/read.ts';
import { english, type InterfaceLanguage } from '../say.ts';
import { inWords } from './check.ts';
import { rules } from './registry.gen.ts';
import type { Finding } from './rule.ts';

/** What is wrong with a configuration file, in the order of its text, at the level that the file itself chooses. */
export function findingsInConfiguration(
  problems: readonly ConfigurationProblem[],
  { values }: Pick<ConfigurationSource, 'values'>,
  language: InterfaceLanguage = english,
): Finding[] {
  return rules
    .flatMap((rule) => {
      if (rule.about !== 'configuration') return [];
      const severity = values.rules?.[rule.id]?.severity ?? rule.severity;
      if (severity === 'off') return [];
      return rule.check(problems).map((raw) => ({ ...inWords(raw, language), rule: rule.id, severity }));
    })
    .sort((a, b) => a.span.start - b.span.start);
}
