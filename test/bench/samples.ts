const page = `<h1>Editor</h1><p>You &amp; the <b>team</b> &lt;3 words.</p><ul><li>Write<li>Edit &#x1F600;</ul>`;
const record = `{"title": "Editor", "content": "&lt;p&gt;Write\\u2019s &amp;amp; edit&lt;/p&gt;", "n": [1, 2, {"a": "b"}]}`;
const table = `title = "Editor"\nplace = 'Oslo'\ntext = """\nWrite\nand edit"""\n[more]\nkeys = ["a", "b"]\n`;

/** What parsers are measured on: sound and broken, small and hostile. */
export const samples = {
  html: {
    '100 KB': page.repeat(1000),
    'unclosed tags': '<div><p>One<b>two<li>three</div>four</p><td>five',
    'half a tag': '<p>Write</p><p class="x',
    'a < b': '<p>a < b and 1<2 & c</p>',
    'entities without end': '<p>R&amp and &copy; &nosuch; &#xD800;</p>',
    '10,000 open tags': `${'<div>'.repeat(10_000)}deep`,
    '10,000 inline tags': `${'<b><i>'.repeat(5_000)}deep`,
    '10,000 <': '<'.repeat(10_000),
    '10,000 quotes': `<p title=${'"'.repeat(10_000)}>x`,
  },
  json: {
    '100 KB': `[${Array(1000).fill(record).join(',')}]`,
    'half typed': '{"title": "Editor", "content": "Wri',
    'comma left out': '{"title": "Editor" "content": "Write" "x": "y"}',
    'value left out': '{"title": , "content": "Write"}',
    'comments and a last comma': '{/* c */ "title": "Editor", // d\n "content": "Write",}',
    'duplicate keys': '{"title": "a", "title": "b"}',
    '10,000 arrays': `${'['.repeat(10_000)}"deep"`,
    '10,000 objects': `${'{"a":'.repeat(10_000)}"deep"`,
    '10,000 quotes': '"'.repeat(10_000),
  },
  toml: {
    '100 KB': Array.from({ length: 1000 }, (_, index) => `[t${index}]\n${table.replace('[more]', '')}`).join(
      '',
    ),
    'half typed': 'title = "Editor"\nplace = "Os',
    'one bad line': 'title = "Editor"\nplace : Oslo\nrole = "x"\n',
    '10,000 arrays': `a = ${'['.repeat(10_000)}`,
  },
} as const;
