/** How much a finding matters, the strongest first. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
/** All severities, the strongest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A rule's level: a severity, or nothing at all. */
export type Level = Severity | 'off';
/** All levels, the weakest first. */
export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];
