/**
 * Stretches in which no signal may be read: people of the other job as colleagues, what the job is not, and words that
 * look like ours and mean something else (team members, the local community).
 */
export const masks: readonly string[] = [
  // hand-overs and colleagues
  'work|partner|collaborate|liaise|coordinate|cooperate|collaboration|partnership|together ~2 with ~5 team|manager|department|lead|specialist|agency|designer|colleague|marketer',
  'alongside|report to|reporting to ~5 team|manager|department|lead|director|head|officer',
  'support|assist ~2 social media|community|marketing|communications team|manager|department|lead',
  'handled|owned|run|managed by ~4 team|manager|department|agency',
  // exclusions
  'no social|community media|management|manager ?management',
  'not ~2 social|community media|management|manager|role|job ?management',
  'without|rather than|instead of ~3 social|community media|management ?management',
  // other members, other communities
  'team|staff|board|crew|cast|family|faculty|committee|gym|union|plan|council|household member',
  'local|surrounding|wider|business|black|veteran|academic|apartment|residential|gated|retirement|lgbtq|rural|low|income|underserved|marginalized|faith|immigrant|indigenous community|communities',
  'communities of color',
  'give|giving back to ?the|our community|communities',
  'community center|centre|college|service|hospital|clinic|bank|church|garden|relation|partner|organizer|organizing|health|care|school|land|board',
  'community of ~3 employee|staff|colleague',
  'instagram|tiktok|facebook|youtube|platform community guideline',
  // words of other trades
  'social work|worker|service|security|care|justice|impact|science|studies|change|responsibility|distancing|skill|good|enterprise|emotional|determinant|policy|movement|event|welfare|equity|issue',
  'target audience analysis',
  'customer service representative',
];
