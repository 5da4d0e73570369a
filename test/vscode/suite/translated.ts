/** The tests of a VS Code that speaks another language: what people read is what its translators wrote. */
import * as vscode from 'vscode';
import { type PhraseValue, type Translations, worded } from '../../../shared/say.ts';
import { api, inWebWorker, often, open, ours, whenDiagnostics } from './editor.ts';
import { equal, skip, test, until } from './runner.ts';

/** Language to English texts and their translations, put in by the bundler. */
declare const TEST_TRANSLATIONS: Readonly<Record<string, Translations>>;

const posting = 'community-title-social-duties.md';
const locale = vscode.env.language;
const translations = TEST_TRANSLATIONS[locale] ?? {};

/** A text of the product as it must be read here. @throws when it has no translation */
function translation(template: string, ...values: readonly PhraseValue[]): string {
  if (!Object.hasOwn(translations, template)) throw new Error(`“${template}” is not translated: ${locale}`);
  return worded({ template, values }, { locale, translations });
}

const community = () => translation('community manager');
const socialMedia = () => translation('social media manager');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** VS Code for the Web looks for a manifest's translations only where it installed the extension itself. */
const testOfManifest = inWebWorker
  ? (name: string) => skip(name, 'here it takes an extension under development with its English manifest')
  : test;

testOfManifest('the manifest is translated: commands, views, walkthrough, settings', () => {
  const manifest = vscode.extensions.getExtension('posting-lens.posting-lens')?.packageJSON as {
    contributes: {
      /** VS Code keeps what was translated beside it, to show both. */
      commands: { command: string; title: { value: string } }[];
      views: Record<string, { name: string }[]>;
      walkthroughs: { title: string }[];
      configuration: { properties: Record<string, { markdownDescription: string }> };
    };
  };
  const { commands, views, walkthroughs, configuration } = manifest.contributes;
  const title = commands.find(({ command }) => command === 'postingLens.checkAll')?.title;
  equal(title?.value, translation('Check All Postings'), 'command');
  const names = Object.values(views).flatMap((all) => all.map(({ name }) => name));
  equal(
    names.includes(translation('Role Profile')),
    true,
    `“${translation('Role Profile')}” in ${names.join()}`,
  );
  equal(walkthroughs[0]?.title, translation('Get Started with Posting Lens'), 'walkthrough');
  const setting = configuration.properties['postingLens.run']?.markdownDescription;
  equal(setting, translation('When a document is checked.'), 'setting');
});

test('a finding, its fixes and its hover are translated', async () => {
  const { document } = await open(posting);
  await whenDiagnostics(document.uri, ['title-mismatch']);
  // It looks for a language pack first, and what it registers then throws away what VS Code was just asking others for.
  const late = vscode.extensions.getExtension('vscode.markdown-language-features');
  if (!inWebWorker) await late?.activate();
  const [finding] = ours(document.uri);
  equal(
    finding?.message,
    translation(
      'The title says {0}, but {1} of {2} duties are {3}. People who look for the one job will find the other: change the title, or the duties.',
      ...[community(), 6, 6, translation('social media work')],
    ),
    'message',
  );
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding?.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  equal(
    actions.slice(0, 2).map(({ title }) => title),
    [
      translation('Change the title to “{0}”', 'Senior Social Media Manager (m/f/d)'),
      translation('Ignore {0} on this line', 'title-mismatch'),
    ],
    'fixes',
  );
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(document.getText().indexOf('captions')),
  );
  const said = hovers.flatMap(({ contents }) =>
    contents.map((each) => (each as vscode.MarkdownString).value),
  );
  const name = translation('Making content for an audience');
  const headline = translation('**{0}**: a responsibility of the {1}.', name, socialMedia());
  equal(said.join('\n').includes(headline), true, `“${headline}” in the hover “${said.join('\n')}”`);
});

test('the status item is translated', async () => {
  await open(posting);
  const verdict = translation('Posting Lens: {0}', translation('a {0}', socialMedia()));
  await until(`“${verdict}”`, () => api().status().text === verdict, often);
});

test('the role profile is translated', async () => {
  await open('two-jobs.md');
  await vscode.commands.executeCommand('postingLens.showProfile');
  const labels = () =>
    api()
      .profile()
      .rows.map(({ label }) => label);
  const verdict = capital(translation('two jobs in one'));
  await until(`the profile “${verdict}” (it shows ${labels().join()})`, () => labels()[0] === verdict, often);
  for (const label of [capital(socialMedia()), capital(community()), translation('What decides')])
    equal(labels().includes(label), true, `“${label}” in ${labels().join()}`);
});
