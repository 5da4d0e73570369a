import type { Configuration } from '../configuration/configuration.ts';
import { optionValues } from '../configuration/options.ts';
import { type Level, severities } from '../configuration/severity.ts';
import { overlaps } from '../posting/span.ts';
import { type InterfaceLanguage, worded } from '../say.ts';
import { rules } from './registry.gen.ts';
import type { Finding, PostingRule, RawFinding, Rule, RuleContext } from './rule.ts';

const rank = ({ severity }: Finding): number => severities.indexOf(severity);

/** The findings of all rules about postings that are on. */
export function checkPosting(context: Omit<RuleContext, 'options'>, configuration: Configuration): Finding[] {
  const found = rules
    .filter((rule) => rule.about === 'posting')
    .map((rule) => ({ rule, findings: findingsOf(rule, context, configuration) }));
  const only = found.find(({ rule, findings }) => rule.silencesOthers && findings.length > 0);
  const findings = only?.findings ?? found.flatMap((each) => each.findings);
  return inOrder(findings);
}

/** In document order, the strongest first where they share a place. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || rank(a) - rank(b));
}

/** What is chosen for a rule, or its own. */
export function levelOf(rule: Rule, configuration: Configuration): Level {
  return configuration.rules[rule.id]?.severity ?? rule.severity;
}

function findingsOf(
  rule: PostingRule,
  context: Omit<RuleContext, 'options'>,
  configuration: Configuration,
): Finding[] {
  if (levelOf(rule, configuration) === 'off') return [];
  const options = optionValues(rule.options, configuration.rules[rule.id]?.options);
  const found = rule.check({ ...context, options });
  return finished(rule, found, configuration, context.lens.interfaceLanguage);
}

/** What a rule found, with severity and in the language that is chosen; nothing where the rule is off. */
export function finished(
  rule: Rule,
  found: readonly RawFinding[],
  configuration: Configuration,
  language: InterfaceLanguage,
): Finding[] {
  const severity = levelOf(rule, configuration);
  if (severity === 'off') return [];
  return found.map((raw) => ({ ...inWords(raw, language), rule: rule.id, severity }));
}

export function inWords(
  { span, message, related = [], fixes = [] }: RawFinding,
  language: InterfaceLanguage,
): Omit<Finding, 'rule' | 'severity'> {
  return {
    span,
    message: worded(message, language),
    related: related.map((each) => ({ ...each, message: worded(each.message, language) })),
    fixes: fixes.map((fix) => ({ ...fix, title: worded(fix.title, language) })),
  };
}

/** Of findings that overlap only the strongest stay, and tell what the others say: one place asks for one thing. */
export function merged(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => rank(a) - rank(b))) {
    const stronger = kept.findIndex(
      (other) => rank(other) < rank(finding) && overlaps(other.span, finding.span),
    );
    const other = kept[stronger];
    if (other === undefined) kept.push(finding);
    else
      kept[stronger] = {
        ...other,
        related: [...other.related, { span: finding.span, message: finding.message }],
        fixes: [...other.fixes, ...finding.fixes.map((fix) => ({ ...fix, preferred: false }))],
      };
  }
  return inOrder(kept);
}
