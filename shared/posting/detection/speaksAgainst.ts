import { type Cue, countOf, fields, share, statements, upTo } from './cue.ts';
import { gated } from '../firstWords.ts';
import { jobTitle } from './jobTitle.ts';
import { pastTense } from './view.ts';

const years = /\b(19|20)\d\d\s?(-|–|—|to|until)\s?((19|20)\d\d\b|present\b|now\b|today\b)/i;
const yearsOfALife = gated(years);

/** What other documents have. A fitted weight of these is never above 0. */
export const speaksAgainst: readonly Cue[] = [
  {
    id: 'length',
    says: 'its length',
    start: -1,
    measure: ({ words }) => (words <= 300 ? 0 : upTo(5, Math.log2(words / 300))),
  },
  {
    id: 'article-fields',
    says: 'an author, tags or a date as articles have them',
    start: -1,
    measure: fields(
      3,
      /^(authors?|editors?|tags|slug|excerpt|speakers?|events?|event[-_ ].*|sidebar.*|toc|featured.*|topics?|version|series|abstract|venue|subtitle|published.*|last[-_ ]?(updated|modified))$/i,
      /^(?!none$|null$|false$)./i,
    ),
  },
  {
    id: 'person-fields',
    says: 'a person in the front matter',
    start: -3,
    measure: ({ fields: all }) =>
      all.some(
        ({ key, value }) =>
          /^((first|last|full|given|family)[-_ ]?name|surname|twitter|github|linkedin|avatar|headshot|photo|portrait|pronouns|orcid|bio|affiliation|nickname)$/i.test(
            key,
          ) ||
          (/^name$/i.test(key) && jobTitle(value.text) === 0),
      )
        ? 1
        : 0,
  },
  {
    id: 'article-title',
    says: 'a title like that of an article',
    start: -1,
    measure: ({ titles }) =>
      titles.some(
        (text) =>
          jobTitle(text) < 1 &&
          /^(how|why|what|when|where|meet|more (?:on|about|from)|welcome|become|introducing|announcing|interview|thoughts|lessons|notes|tips|becoming|understanding|changelog|readme|contributing|install|code of conduct|about|faq|five|\d+ )\b|\?$|\b(newsletter|minutes|recap|webinar|workshop|podcast|policy|handbook|guidelines|tutorial|changelog|release notes|code of conduct|call for (papers|proposals|speakers)|conference|meetup|meeting|community call|survey|digest|awards?|blog|news)\b/i.test(
            text,
          ),
      )
        ? 1
        : 0,
  },
  {
    id: 'narration',
    says: 'narration of what has been',
    start: -1,
    measure: share(
      0.3,
      /\b(was|were|had|did|went|said|came|made|took|wrote|began|told|saw|found|got|gave|thought|became|led|held|launched|announced|released|published|decided|learned|discussed|talked|attended|joined|started|created|built|worked|helped|spoke|met|shared|added|fixed|last (week|month|year)|yesterday|ago)\b/i,
    ),
  },
  {
    id: 'years-of-a-life',
    says: 'years from and to, as in a life',
    start: -4,
    measure: ({ headings, statements: all }) =>
      upTo(2, headings.filter((text) => years.test(text)).length + countOf(all, yearsOfALife)),
  },
  {
    id: 'past-deeds',
    says: 'a list of past deeds',
    start: -4,
    measure: share(0.4, pastTense),
  },
  {
    id: 'he-or-she',
    says: 'the portrait of a person',
    start: -1,
    measure: share(0.15, /\b(he|she|his|her|him|hers)\b(?!\s?[/(])/i),
  },
  {
    id: 'questions',
    says: 'questions and answers',
    start: -1,
    measure: share(0.2, /\?["”’)]*$/),
  },
  {
    id: 'code',
    says: 'code and commands',
    start: -1,
    measure: share(
      0.15,
      /(?<=\w)\(\)|(?<=\s)--[a-z][\w-]+\b|(?<=\b[a-z]+)_[a-z_]+\b|(?<=\b[\w-]+)\.(js|ts|json|md|py|r|ya?ml|html|css|sh|toml)\b|\b(npm|pip|git|docker|yarn|cd|sudo) \S|\bmake (all|build|check|clean|dev|install|lint|release|run|test)\b/,
    ),
  },
  {
    id: 'software',
    says: 'explanations of software',
    start: -1,
    measure: share(
      0.3,
      /\b(install(ation|ing)?|usage|pull requests?|commits?|repositor(y|ies)|changelog|release notes|licen[sc]ed? under|api|endpoints?|parameters?|config(uration)? file|deprecated|default value|command line|packages?|plugins?|bug ?fix(es)?|issue tracker|readme|source code|clone|fork)\b/i,
    ),
  },
  {
    id: 'gathering',
    says: 'talk of events, calls and speakers',
    start: -1,
    measure: share(
      0.3,
      /\b(register|registration|attendees?|speakers?|panel(ists?)?|keynote|agenda|minutes|recording|slides|zoom|rsvp|session|talks?|workshops?|conference|meetups?|webinar|community call|participants)\b|\b\d{1,2}(:\d\d)?\s?(am|pm|utc|gmt|cet|est|pst)\b/i,
    ),
  },
  {
    id: 'rules-for-all',
    says: 'rules for everybody',
    start: -1,
    measure: share(
      0.2,
      /\b(you (must|should|may) not|do not|don('|’)t|please (do|be|use|make|note|see|read)|everyone|everybody|anyone|nobody|all (members|participants|contributors|users|employees)|not tolerate[ds]?)\b/i,
    ),
  },
  {
    id: 'many-jobs',
    says: 'several jobs or employers',
    start: -1,
    measure: statements(
      3,
      /\b(jobs? (board|listings?|openings|postings)|more jobs|open (positions|roles|jobs)|is hiring\b.{0,80}\b(is|also) hiring|job seekers?|hiring managers?|recruiters|employers|labou?r market|workforce|unemployment|candidates('|’) |interviewing)\b/i,
    ),
  },
  {
    id: 'few-items',
    says: 'long prose without a list',
    start: -1,
    measure: ({ items, words }) => (words > 500 ? upTo(0.3, Math.max(0, 0.3 - items)) : 0),
  },
  {
    id: 'thanks',
    says: 'thanks, greetings and news',
    start: -1,
    measure: statements(
      2,
      /\b(thanks to|thank you|many thanks|we('|’)re (excited|happy|thrilled|pleased|delighted|proud) to (announce|share|welcome|introduce)|happy to announce|congratulations|welcome to|dear|stay tuned|in case you missed|upcoming events|save the date|happy (new|reading))\b/i,
    ),
  },
];
