import { type Cue, fields, heading, share, statements, upTo } from './cue.ts';
import type { View } from './view.ts';

/** The first title counts in full; others may belong to a colleague, an author or a link. */
function namesJob({ named: [first = 0, ...others] }: View): number {
  return Math.max(first, 0.7 * Math.max(0, ...others));
}

const hiringWords = statements(
  2,
  /\b(we('|’)?re|we are|are you|is|are|i('|’)m|i am|currently|now|actively) (currently |now |also |actively |always )?(looking for|looking to (hire|add)|seeking|hiring|recruiting|searching for|in search of)\b|\b(seeks|looking for) (an?|our|experienced|someone|somebody|talented|motivated|passionate)\b|\bjoin (our|the|us|as|a)\b.{0,40}\b(team|as|company|department)\b|\bcome (and )?work (with|for) us\b|\b(career|job) opportunity\b|\b(manager|moderator|editor|writer|host|lead|coordinator|assistant|intern|designer|developer|engineer|volunteer)s? (wanted|needed|sought)\b|\bwir suchen\b|\bnous recherchons\b|\bbuscamos\b|\bwij zoeken\b|\bcerchiamo\b|\bestamos (buscando|procurando)\b|\b(full|part)[- ]time (position|role|job|employment|opportunity)\b/i,
);

const requirements = share(
  0.3,
  /\b\d+\s?\+?(\s?(-|–|to)\s?\d+)?\s?\+? ?(years?|yrs?)\b|\byears('|’)? (of )?(\S+ ){0,3}experience\b|\b(experience|proficiency|proficient|fluency|fluent|familiarity|familiar|comfortable|expertise|competence) (in|with|using|of|as|working)\b|\b(ability|able|willingness|willing|desire) to\b|\b(knowledge|understanding|command|grasp|mastery) of\b|\b(bachelor|master|degree|diploma)('|’)?s?\b|\b(strong|excellent|outstanding|proven|demonstrated|solid|exceptional|good|great|effective) (\S+ ){0,3}(skills?|experience|ability|abilities|communicator|track record|knowledge|understanding|writer|background)\b|\b(required|preferred|a plus|must have|must be|desirable|an asset|advantageous)\b|^wants\b|\bberufserfahrung\b|\bkenntnisse\b|\bexpérience\b|\bexperiencia\b|\bexperiência\b|\besperienza\b|\bervaring\b/i,
);

const application = statements(
  2,
  /\b(cover letter|resume|résumé|résume|curriculum vitae|cvs?)\b|\b(please|to|must|should|can|you|and|how to) apply\b|^apply\b|\bapply (now|here|today|by|at|via|through|online|for this|to this)\b|\b(send|submit|email|forward) (us |me )?(your|a|an) (\S+ ){0,3}(application|portfolio|cv|resume|letter|samples)\b|\bapplications? (will|must|should|are|is|close|deadline|by|accepted|reviewed)\b|\b(application|closing) (deadline|date)\b|\bapplicants? (must|should|will|are|who|with)\b|\breferences\b|\bbewerbung\b|\bcandidature\b|\bcandidatura\b|\bsolliciteer\b/i,
);

const pay = statements(
  2,
  /[$€£¥]\s?\d[\d.,]*\s?k?\b.{0,30}(-|–|to|per|\/|an?)\s?[$€£]?\s?(\d|hour|year|annum|month|hr|week)|\d\s?(€|e|eur|euros?|£|gbp|pounds?|usd|dollars?|chf|zł|pln|kr|sek|dkk|nok) ?(gross )?(\/|an? |per )\s?(h|hr|hour|day|week|month|mo|year|yr)\b|\b(salary|compensation|hourly rate|base pay|pay range|stipend|wage)\b|\b(health|dental|medical|vision|life) (insurance|coverage|benefits|care)\b|\bpaid (time off|vacation|leave|holidays|parental)\b|\b(pto|401\(?k\)?|stock options|equity|pension|parental leave|vacation days|bonus)\b/i,
);

/** "You plan, write and film": who reads it is to do it. */
const addressed = share(0.5, /\b(you|your)\b/i);

/** What stands beside a title where it offers a job: something to do, to be, to get or to send. */
function hasCompany(view: View): number {
  let sum = view.duties / 0.3;
  for (const measure of [addressed, hiringWords, requirements, application, pay]) {
    if (sum >= 1) return 1;
    sum += 0.7 * measure(view);
  }
  return Math.min(1, sum);
}

/** A title names a job, and not much comes after. */
function shortAndNamed({ named: [first = 0], words }: View): number {
  return words < 400 ? first * (1 - words / 400) * upTo(25, words) : 0;
}

function shortAndAddressed(view: View): number {
  const short = shortAndNamed(view);
  return short === 0 ? 0 : short * hasCompany(view);
}

/** What postings have. A fitted weight of these is never below 0. */
export const speaksFor: readonly Cue[] = [
  {
    id: 'job-title',
    says: 'a title that names a job',
    start: 3,
    measure: namesJob,
  },
  {
    id: 'short-job-title',
    says: 'a short text about one job',
    start: 2,
    measure: shortAndNamed,
  },
  {
    id: 'short-and-addressed',
    says: 'a short text that says what the job asks and offers',
    start: 2,
    measure: shortAndAddressed,
  },
  {
    id: 'hiring-title',
    says: 'a title that offers a job',
    start: 1,
    measure: ({ titles }) =>
      titles.some((text) =>
        /\b(is|are|we're|now) (hiring|recruiting|seeking|looking for)\b|\b(vacancy|job (opening|opportunity|posting|offer)|position (open|available)|open position|wanted|hiring|stellenangebot|stellenausschreibung|offre d'emploi|vacature|join (our|us))\b/i.test(
          text.replace(/’/g, "'"),
        ),
      )
        ? 1
        : 0,
  },
  {
    id: 'job-fields',
    says: 'job fields in the front matter',
    start: 3,
    measure: fields(
      3,
      /^(position|job[-_ ]?(title|type|location|id)|.*salary.*|employment[-_ ]?type|closing[-_ ]?date|.*apply.*|compensation|company(name|[-_ ]?(name|website|related|url|logo))?|organi[sz]ation|employer|hiring.*|time-?commitment|department|expire[sd]?|remote|.*(degree|experience|qualification).*|valid[-_ ]?through|vacanc.*|contract.*|work(place|ing).*)$/i,
    ),
  },
  {
    id: 'job-layout',
    says: 'front matter of a job page',
    start: 3,
    measure: fields(
      1,
      /^(layout|type|categor(y|ies)|section|templatekey|template|kind)$/i,
      /\b(jobs?|careers?|positions?|vacanc(y|ies)|job-?post\w*|jobposting|openings?|opportunit(y|ies))\b/i,
    ),
  },
  {
    id: 'duties-heading',
    says: 'a section on duties',
    start: 2,
    measure: heading(
      /\b(responsibilit(y|ies)|duties|accountabilities|what (you('ll| will)|you'd|you would|will you) (do|be doing|work on|own|be responsible)|your (role|tasks?|mission|job|work|impact|day)\b|you('ll| will)( be)?( responsible)?( for)?$|(about|in) (the|this) (role|job|position|opportunity)|the (role|job|position)$|(job|position|role) (summary|description|purpose|overview|details)|day[- ]to[- ]day|scope of work|essential functions|key (tasks|functions|activities|deliverables)|a day in the life|the (successful|ideal) candidate will|aufgaben|tätigkeiten|missions? principales|vos missions|responsabilidades|funciones|atividades|mansioni|taken|werkzaamheden)\b|^(tasks|the role|main tasks|functions|role|description)$/,
    ),
  },
  {
    id: 'requirements-heading',
    says: 'a section on requirements',
    start: 2,
    measure: heading(
      /\b((job|minimum|basic|preferred|key|candidate|desired|required|education) ?(and|&|\/)? ?(requirements|qualifications|skills|experience)|qualifications|(knowledge|skills),? (and|&)? ?(skills|abilities|experience)|experience (and|&|required|level)|who you are|about you|your (profile|background|skills|qualifications)|what you('ll| will)? (bring|need|have)|you (have|bring|are|might|must|should have)$|must[- ]haves?|nice[- ]to[- ]haves?|(ideal|successful) candidate|who (we('re| are)|are we) looking for|what we('re| are) looking for|we('re| are) looking for|what we look for|bonus points|anforderungen|(dein|ihr) profil|das bringst du mit|profil recherché|votre profil|requisitos|perfil|requisiti|functie-eisen|wij vragen)\b|^(requirements?|skills|experience|profile|wants|wanted|we want|education|education and experience|candidate profile|required|preferred|desired|desirable|essential|you):?$/,
    ),
  },
  {
    id: 'offer-heading',
    says: 'a section on pay or benefits',
    start: 1,
    measure: heading(
      /\b(benefits|perks|compensation|salary( range)?|pay range|remuneration|what we offer|we offer|what('s| is) in it for you|why (work|join)|what you('ll)? get|(job|employment) type|hours|contract|wir bieten|das bieten wir|nous offrons|ofrecemos|oferecemos|offriamo|wij bieden)\b/,
    ),
  },
  {
    id: 'apply-heading',
    says: 'a section on how to apply',
    start: 1.5,
    measure: heading(
      /\b(how to apply|to apply|apply (now|here|today|for)|application (process|instructions|procedure|deadline)|(interview|hiring|selection|recruitment) process|ready to apply|bewerbung|candidature|postuler|solliciteren)\b|^apply:?$/,
    ),
  },
  {
    id: 'hiring-words',
    says: 'phrases of hiring',
    start: 2,
    measure: hiringWords,
  },
  {
    id: 'we-hire',
    says: 'a search for somebody for a job',
    start: 1,
    measure: statements(
      1,
      /\b(we|i)(('|’)(re|m)| are| am)? (\S+ )?(looking for|searching for|seeking|hiring|recruiting|need|want) (an?|our|one|two|someone|somebody)\b.{0,60}\b(manager|coordinator|moderator|editor|specialist|assistant|intern|lead|host|creator|writer|strategist|associate|engineer|developer|designer|analyst|director|person|someone|somebody)\b/i,
    ),
  },
  {
    id: 'this-job',
    says: 'talk of the role or the candidate',
    start: 2,
    measure: statements(
      4,
      /\b(this|the) (role|position|job|internship|post|vacancy|successful candidate|ideal candidate|right candidate|right person|incumbent|selected candidate)\b|\b(ideal|successful|right|perfect|strong|qualified|selected|chosen|preferred) (candidate|applicant)s?\b|\bcandidates? (must|should|will|with|who|has|have)\b|\byou (would|will|('|’)ll) (be|report|join|work|lead|own|have|help|play)\b|\breport(s|ing)? (directly )?(in)?to (the|our|an?)\b/i,
    ),
  },
  {
    id: 'requirements',
    says: 'statements of what is required',
    start: 3,
    measure: requirements,
  },
  {
    id: 'duties',
    says: 'statements that read as duties',
    start: 2,
    measure: ({ duties }) => upTo(0.5, duties),
  },
  {
    id: 'application',
    says: 'how to apply',
    start: 1.5,
    measure: application,
  },
  {
    id: 'pay',
    says: 'pay and benefits',
    start: 1,
    measure: pay,
  },
  {
    id: 'contract',
    says: 'place and kind of contract',
    start: 1.5,
    measure: ({ opening }) =>
      /\b(full|part)[- ]?time\b|\b(fixed|limited|short|long)[- ]term\b|\b(permanent|temporary|freelance|on-?site|in-?office|internship|entry[- ]level)\b|\b(fully|100 ?%) remote\b|\b(remote|hybrid|contract|volunteer)\b(?=\s*[)|,/(·–—-]|\s*$| (position|role|job|first|friendly|team|work|in|within|from|us|basis)\b)|\b(vollzeit|teilzeit|cdi|cdd|temps plein|jornada completa|tempo pieno|voltijd|befristet|unbefristet)\b|\blocations?\s*:/im.test(
        opening,
      )
        ? 1
        : 0,
  },
  {
    id: 'job-line',
    says: 'a line with company, job and contract',
    start: 4,
    measure: ({ opening }) =>
      /^[^\n|]{2,120}\|[^\n]{0,300}\b(full[- ]?time|part[- ]?time|remote|on-?site|hybrid|contract|engineers?|developers?|visa)\b/im.test(
        opening,
      )
        ? 1
        : 0,
  },
  {
    id: 'equal-opportunity',
    says: 'an equal opportunity notice',
    start: 1,
    measure: statements(
      1,
      /\b(equal[- ]opportunity|affirmative action|equal employment)\b|\bregardless of (race|age|gender|your|ethnic)|\bwithout regard to\b|\b(people|women|candidates|individuals|applicants) (of|from|with) (\S+ ){0,12}(encouraged|welcome) to apply\b|\bencouraged to apply\b|\breasonable accommodations?\b/i,
    ),
  },
];
