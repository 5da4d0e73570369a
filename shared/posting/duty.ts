/** Verbs that open a duty ("Write captions", "Manages the forum", "Moderating"), by their stem. */
const dutyVerbs = new Set(
  `act adapt address administer advise advocate amplify analyze answer approve arrange articulate assess assign assist
  attend author balance bring broadcast brief budget build capture carry catalog champion check coach collaborate collect
  communicate compile compose conceive conduct connect consult contribute control convene convert coordinate copywrite
  craft create cultivate curate deliver design determine develop devise direct discover distribute document draft drive
  edit educate elevate empower enable encourage enforce engage enhance ensure establish evaluate execute expand explore
  facilitate field film find follow forge form formulate foster gather generate give greet grow guide handle help
  highlight hire host ideate identify implement improve increase influence inform initiate innovate inspire integrate
  interact interview introduce investigate invite join keep launch lead learn leverage liaise listen look maintain make
  manage map market measure meet mentor mobilize moderate monitor motivate negotiate nurture observe onboard operate
  optimize orchestrate organize oversee own participate partner perform pitch place plan play post prepare present
  produce promote propose provide publish pull put raise reach react recognize recommend record recruit refine reply
  report represent repurpose research resolve respond review route run scale schedule scout seed seek select send serve
  set shape share shoot showcase solicit source spark speak spearhead spot stay steer stimulate strategize streamline
  strengthen study submit supervise support surface sustain take tell test track train translate triage troubleshoot
  turn uncover understand update uphold use utilize welcome work write
  argue ask assemble attract boost bridge broaden caption celebrate choose clarify collate comment complete configure
  cover crosspost decide deal deepen define deploy disseminate ease embed enroll escalate extend feed finalize flag focus
  foresee format guard incorporate iterate livestream localize log mitigate moderating monitor notify open oversee pass
  pilot pioneer prevent prioritize process prompt proofread protect push reach read recap refer refresh relay remind remove
  resolve reward roll safeguard screen secure see seed sort start stream suggest summarize surface tackle tag talk teach
  thank touch tweet upload verify visit volunteer watch wrangle sell code debug deploy program diagnose install repair
  calculate negotiate invoice supply synthesize humanize nominate rally recap reinforce inspect`
    .split(/\s+/)
    .map(bare),
);

/** Verbs that open a wish or a benefit, never a duty. */
const notDuty =
  /^(wants?|wanted|requires?|required|needs?|needed|must|offers?|offering|pays?|degree|bachelor|minimum|\d|experience|strong|excellent|proven|ability|able|knowledge|familiar|comfortable|fluent|passion|good|great|demonstrated|proficien)/i;

const announces =
  /\b(you will|you['’]ll|you would|will be responsible|responsible for|responsibilities include|duties include|in charge of|tasked with|is to|your (job|role|task) is|will (also )?(be|lead|manage|create|help|work|develop|support|own|build|write|run|serve|act|play))\b/i;

/** A word without its inflection, roughly: enough to know a verb again. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/(ies|ied|ying)$/, 'y')
    .replace(/(ing|ed|es|s|e)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

/** Whether a word is a form of a verb that duties open with. */
export const isDutyVerb = (word: string): boolean => dutyVerbs.has(bare(word));

/**
 * Whether a statement says what the person will do, told from its own words. Sections known to hold duties do not ask.
 * @param text the statement without its bullet
 */
export function readsAsDuty(text: string): boolean {
  if (notDuty.test(opened(text))) return false;
  return announces.test(text) || opening(text) !== 'other';
}

/** A label before a colon, or an adverb, opens nothing. */
function opened(text: string): string {
  return text
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^[^:.,;]{1,40}:\s+(?=\S)/, '')
    .replace(
      /^(to|also|daily|regularly|actively|proactively|successfully|effectively|and|help|then)\s+/i,
      '',
    );
}

/** What opens with a duty's verb and asks the reader for something, or tells whom the job answers to. */
const asksReader =
  /^(?:(?:join|follow|meet|visit|contact|see|tell|send)\s+(?:us|our\s+(?:team|company)|the\s+team)\b(?!\s+(?:how|to|grow|build))|(?:read|learn|find\s+out)\s+(?:on|more)\b|report(?:s|ing)?\s+(?:directly\s+)?(?:in\s*)?to\b|send\s+(?:us\s+)?(?:your|an?|the)\s+(?:cv|resume|résumé|application|cover|portfolio)\b)/i;

/** The form of the duty verb that a statement opens with, or `other` where it opens with none. */
export function opening(text: string): 'base' | 'gerund' | 'third' | 'past' | 'other' {
  const words = opened(text);
  if (asksReader.test(words)) return 'other';
  const first = /^[\p{L}-]+/u.exec(words)?.[0]?.replace(/^(co|re)-/i, '');
  if (first === undefined || !dutyVerbs.has(bare(first))) return 'other';
  if (/ing$/i.test(first) && first.length > 5) return 'gerund';
  if (/ed$/i.test(first) && !/^(feed|embed|need|seed)$/i.test(first)) return 'past';
  return /[^s]s$/i.test(first) && !/^(focus|process|address|discuss)$/i.test(first) ? 'third' : 'base';
}

const joint =
  /(?:[,;:]\s*(?:and|&|or|as well as|while|plus)?|\s(?:and|&|while|as well as|plus|by)|\.)\s+(?:also\s+)?(?=[\p{L}]{3,})/giu;

/**
 * Where the clauses of a statement begin that each name something to do: "write captions, answer comments and report".
 * A semicolon always begins one.
 * @returns offsets in the text, the first always 0
 */
export function clauseStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(joint)) {
    const at = match.index + match[0].length;
    const verb = /^[\p{L}-]+/u.exec(text.slice(at))?.[0] ?? '';
    const next = /^[\p{L}-]+\s+([\p{L}]+)/u.exec(text.slice(at))?.[1] ?? '';
    const names = dutyVerbs.has(bare(verb)) && !/^(and|or|of|is|are|as)$/i.test(next) && next !== '';
    if (names || match[0].startsWith(';')) starts.push(at);
  }
  return starts;
}
