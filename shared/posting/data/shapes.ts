import { sectionKind } from '../sections.ts';
import { jobNoun } from '../jobNoun.ts';
import { type DataEntry, type DataObject, type DataValue, entryOf, textUnder } from './value.ts';

/** A record's key without case, blanks, dashes and underscores. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');

const titleKeys: ReadonlySet<string> = new Set([
  'title',
  'jobtitle',
  'position',
  'positiontitle',
  'role',
  'vacancy',
]);

/** Keys of the text itself, which say nothing of what it is about. */
const proseKey =
  /^(?:job|full|html|plain|posting)?(?:description|content|body|text|details|opening|intro|introduction|summary|overview)(?:html|plain|text|body|markdown)*$/;
const lastKey = /^additional(?:information|info)?(?:html|plain)*$/;
const listKeys: ReadonlySet<string> = new Set([
  'lists',
  'sections',
  'descriptionsections',
  'blocks',
  'paragraphs',
]);
const noProse = /(?:url|uri|link|email|phone|date|deadline|id|image|logo|country|type|code|tags?)$/;

export function isJobPosting(object: DataObject): boolean {
  const type = entryOf(object, '@type')?.value;
  const names = type?.kind === 'array' ? type.items : type === undefined ? [] : [type];
  return names.some((name) => name.kind === 'scalar' && /(?:^|[/#:])JobPosting$/.test(name.content.text));
}

/** Lever calls the title "text". */
function isLever(object: DataObject): boolean {
  const text = textUnder(object, 'text');
  return (
    text !== '' &&
    !text.includes('\n') &&
    ['lists', 'hostedurl', 'descriptionplain', 'categories'].some((key) => entryOf(object, key))
  );
}

/** The entries of a record that name its job. */
export function titleEntries(object: DataObject): DataEntry[] {
  const lever = isLever(object);
  const job = isJobPosting(object);
  return object.entries.filter(({ key, value }) => {
    if (value.kind !== 'scalar' || !value.isText) return false;
    const { text } = value.content;
    if (text.trim() === '' || text.length > 150) return false;
    const name = plainKey(key.text);
    return titleKeys.has(name) || (lever && name === 'text') || (job && name === 'name');
  });
}

/** What a key says of the value under it: read first, as a section of that name, last, only to compare, or not at all. */
export type BodyRank = 'prose' | 'section' | 'list' | 'last' | 'plain';

export function bodyRank(object: DataObject, { key, value }: DataEntry): BodyRank | null {
  const name = plainKey(key.text);
  if (titleKeys.has(name) || (name === 'text' && isLever(object))) return null;
  const prose = proseKey.test(name);
  if (name.endsWith('plain') && name !== 'plain' && (prose || lastKey.test(name))) return 'plain';
  if (lastKey.test(name)) return 'last';
  if (prose) return 'prose';
  if (listKeys.has(name)) return value.kind === 'array' ? 'list' : null;
  if (noProse.test(name) || name.startsWith('@') || sectionKind(words(key.text)) === null) return null;
  if (value.kind !== 'scalar') return 'section';
  return value.isText && value.content.text.trim().split(/\s+/).length >= 3 ? 'section' : null;
}

/** "experienceRequirements" and "what_you_will_do" as words. */
export function words(key: string): string {
  return key.replace(/[_-]+/g, ' ').replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ');
}

/** Shorter texts describe nothing; an item of a list counts as long enough. */
const enoughText = 25;

const textLength = (value: DataValue): number =>
  value.kind === 'scalar'
    ? value.content.text.length
    : value.kind === 'array'
      ? value.items.length * enoughText
      : value.entries.length * enoughText;

/** Whether a record has a title and a text, as a posting has, and much else. */
function isShaped(object: DataObject, titled: boolean): boolean {
  if (isJobPosting(object)) return true;
  if (!titled && titleEntries(object).length === 0) return false;
  return object.entries.some(
    (entry) => bodyRank(object, entry) !== null && textLength(entry.value) >= enoughText,
  );
}

/** Records that have titles and descriptions and never a job: manifests of packages, schemas, descriptions of interfaces. */
function isOfAnotherKind(object: DataObject): boolean {
  const has = (key: string): boolean => entryOf(object, key) !== undefined;
  if (['properties', 'definitions', '$defs', 'openapi', 'swagger'].some(has)) return true;
  const manifest = 'dependencies devdependencies scripts engines main exports private workspaces'.split(' ');
  return ['name', 'version'].every((key) => textUnder(object, key) !== '') && manifest.some(has);
}

const titleText = (object: DataObject): string => {
  const [first] = titleEntries(object);
  return first?.value.kind === 'scalar' ? first.value.content.text : '';
};

const namesJob = (object: DataObject): boolean =>
  isJobPosting(object) || (jobNoun.test(titleText(object)) && sectionKind(titleText(object)) === null);

/** A section with its heading: part of a posting, none itself. */
const isSection = (object: DataObject): boolean =>
  !isJobPosting(object) && !jobNoun.test(titleText(object)) && sectionKind(titleText(object)) !== null;

/**
 * The records of values that may be postings, in document order: anywhere within lists and wrappers ("jobs", "@graph",
 * "itemListElement"), and never one within another.
 * @param titled the job's title is given beside them: a text is enough
 */
export function postingsIn(values: readonly DataValue[], titled = false): DataObject[] {
  return values.flatMap((value) => {
    if (value.kind === 'scalar') return [];
    if (value.kind === 'array') return postingsIn(value.items, titled);
    if (isOfAnotherKind(value)) return [];
    const shaped = isShaped(value, titled);
    if (shaped && namesJob(value)) return [value];
    const members = value.entries.map((entry) => entry.value);
    const inner = postingsIn(members, titled).filter((each) => !isSection(each));
    const better = shaped ? inner.filter(namesJob) : inner;
    return shaped && better.length === 0 ? [value] : better;
  });
}

/** Records that say by their form that they are postings: schema.org's, and those of Greenhouse, Lever and Ashby. */
export function isDeclared(object: DataObject): boolean {
  const has = (...keys: string[]): boolean => keys.every((key) => entryOf(object, key) !== undefined);
  return (
    isJobPosting(object) ||
    isLever(object) ||
    has('title', 'content', 'absolute_url') ||
    has('title', 'descriptionhtml', 'descriptionplain')
  );
}
