import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formatById, taxonomy, worded } from '../../shared/index.ts';
import { detectLanguage, unjudgedLanguage } from '../../shared/posting/language.ts';
import { passages, sentencesOf } from '../support/languages.ts';
import { shelf, shelfIsHere } from '../support/shelf.ts';

const lens = createPostingLens();
const passage = (id: string): string => {
  const found = passages().find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no passage ${id}.`);
  return found.text;
};
function analyze(text: string, always: boolean) {
  const markdown = formatById('markdown');
  if (markdown === undefined) throw new Error('Markdown is not read.');
  return lens.analyze(text, markdown, { always });
}

describe('the language of a posting', () => {
  it.each(passages())('$id', ({ text, language }) => {
    expect(detectLanguage(sentencesOf(text, 'markdown'))).toBe(language);
  });

  it('is that of most of its sentences, by length', () => {
    const english = 'You will welcome the new members of our forum and introduce them to each other.';
    const french =
      'Vous répondez aux commentaires des abonnés et vous préparez les publications de la semaine.';
    expect(detectLanguage([english, english, french])).toBe('en');
    expect(detectLanguage([french, english, french])).toBe('fr');
    expect(detectLanguage([english, 'Notre équipe est à Lyon.', 'Vous aimez le thé.'])).toBe('en');
  });

  it('cannot be told from words that speak for none', () => {
    expect(detectLanguage(['Sharpen pencils', 'Count “crayons”'])).toBe('en');
    expect(detectLanguage([])).toBe('en');
    expect(detectLanguage(Array<string>(40).fill('Kubernetes Terraform'))).toBe(null);
    expect(detectLanguage(['Zażalenie'])).not.toBe('en');
    expect(
      detectLanguage(['Habari zenu', 'Tunatafuta mwandishi', 'Mshahara mzuri', 'Kazi nzuri sana leo']),
    ).not.toBe('en');
  });

  it('is not told from addresses', () => {
    const link = 'https://jobs.example/de/und/der/les/des/para/7fc277fd-4b-o-e-a';
    expect(detectLanguage([`Baker for the night shift: ${link}`, `Driver for our van: ${link}`])).toBe('en');
  });

  it('is asked of any text without a fault', () => {
    const parts = fc.constantFrom(
      '\ud800',
      '\udc00',
      '🎉',
      '',
      ' ',
      'le',
      'the',
      '日本',
      'e\u0301',
      '\0',
      'İ',
      'https:',
    );
    const sentence = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        const language = detectLanguage(sentences);
        expect(language === null || /^[a-z]{2}$/.test(language)).toBe(true);
        expect(worded(unjudgedLanguage(language, 'en'))).toMatch(/^\S.*only English is judged\.$/);
      }),
    );
  });
});

describe('a posting in another language', () => {
  it.each([
    ['fr-posting', 'French', true],
    ['fr-posting', 'French', false],
    ['es-posting', 'Spanish', true],
    ['es-posting', 'Spanish', false],
  ])('is not judged, and the reason names the language: %s', (id, name, always) => {
    const analysis = analyze(passage(id), always);
    expect(analysis.posting?.title?.reading.role).toBe(taxonomy.roles[1].id);
    expect(analysis.judged).toEqual([]);
    expect(analysis.silence?.kind).toBe('language');
    expect(analysis.silence?.reason).toContain(name);
  });

  it('is told from one that cannot be told', () => {
    const analysis = analyze(`# Community Manager\n\n${'Kubernetes Terraform Ansible\n\n'.repeat(10)}`, true);
    expect([analysis.language, analysis.silence?.kind]).toEqual([null, 'language']);
    expect(analysis.silence?.reason).toContain('could not be told');
  });

  it('leaves an article of another kind no posting', () => {
    const article = '# Recette\n\nVous mélangez la farine et les œufs dans un bol avec du lait.\n';
    expect(analyze(article, false).silence?.kind).toBe('not-a-posting');
  });

  it('does not keep an English one from being judged', () => {
    for (const { id, text } of passages().filter(({ language }) => language === 'en'))
      expect(analyze(text, true).silence, id).toBe(null);
  });
});

describe.runIf(shelfIsHere)('real postings', () => {
  it('takes no labelled posting for another language', () => {
    const rows = ['postings.dev.jsonl', 'retold.dev.jsonl'].flatMap(shelf);
    expect(rows.length).toBeGreaterThan(200);
    expect(
      rows
        .filter(({ text, format }) => detectLanguage(sentencesOf(text, format)) !== 'en')
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
