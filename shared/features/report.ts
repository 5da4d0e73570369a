import { inert } from '../inert.ts';
import type { Severity } from '../configuration/severity.ts';
import { decimal, english, type InterfaceLanguage, percent, type Phrase, say, worded } from '../say.ts';
import type { Taxonomy } from '../taxonomy/index.ts';
import { verdictText, type WordedVerdict } from '../taxonomy/wording.ts';
import { escapeMarkdown } from './markdownText.ts';

/** A posting as a report lists it. */
export interface ReportedPosting {
  /** Relative to the folder checked, with forward slashes. */
  readonly path: string;
  readonly title: string;
  /** Null where nothing was judged; then `reason` says why. */
  readonly verdict: WordedVerdict | null;
  readonly reason: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    /** Counted from 1. */
    readonly line: number;
  }[];
}

export interface Report {
  /** What was checked, for the heading. */
  readonly name: string;
  readonly postings: readonly ReportedPosting[];
  /** Files that are no postings. */
  readonly others: number;
}

interface Count {
  readonly name: string;
  readonly count: number;
}

/** How many of each, the most first. */
function counts(names: readonly string[]): Count[] {
  const by = new Map<string, number>();
  for (const name of names) by.set(name, (by.get(name) ?? 0) + 1);
  return [...by]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The levels in words. */
const levels: Readonly<Record<Severity, Phrase>> = {
  error: say`error`,
  warning: say`warning`,
  information: say`information`,
  hint: say`hint`,
};

/** Makes a report readable: as Markdown for the editor, as HTML and CSV to hand on. */
export class ReportWriter {
  readonly #taxonomy: Taxonomy;
  readonly #language: InterfaceLanguage;

  /** @param taxonomy with its texts for people in that language */
  constructor(taxonomy: Taxonomy, language: InterfaceLanguage = english) {
    this.#taxonomy = taxonomy;
    this.#language = language;
  }

  #say(phrase: Phrase): string {
    return worded(phrase, this.#language);
  }

  /** The roles' shares and how sure the verdict is; empty where there is none. */
  #figures({ verdict }: ReportedPosting): string[] {
    const { roles } = this.#taxonomy;
    if (verdict === null) return [...roles, null].map(() => '');
    const shares = roles.map(({ id }) => percent(verdict.shares[id] ?? 0));
    return [...shares, decimal(verdict.confidence, 2)].map((figure) => this.#say(say`${figure}`));
  }

  #verdict({ verdict, reason }: ReportedPosting): string {
    return verdict === null ? reason : this.#say(verdictText(verdict, this.#taxonomy));
  }

  #verdicts({ postings }: Report): Count[] {
    const judged = postings.filter(({ verdict }) => verdict !== null);
    const roles = new Map(this.#taxonomy.roles.map(({ id, name }) => [id, name]));
    return counts(judged.map((posting) => roles.get(posting.verdict?.role ?? '') ?? this.#verdict(posting)));
  }

  #summary({ postings, others }: Report): string {
    const troubled = postings.filter(({ findings }) =>
      findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
    ).length;
    return this.#say(
      say`Postings: ${postings.length}. With a warning: ${troubled}. Other files, passed over: ${others}.`,
    );
  }

  #heads(): string[] {
    return [
      this.#say(say`File`),
      this.#say(say`Title`),
      this.#say(say`The duties describe`),
      ...this.#taxonomy.roles.map(({ shortName }) => shortName),
      this.#say(say`Confidence`),
      this.#say(say`Findings`),
    ];
  }

  /** @param base put before each path in a link: `/` where links count from the workspace's folder */
  markdown(report: Report, base = ''): string {
    const heads = this.#heads();
    const rows = report.postings.map((posting) => {
      const { path, title, findings } = posting;
      const link = `[${cell(path)}](<${base}${href(path)}>)`;
      return `| ${[link, cell(title), cell(this.#verdict(posting)), ...this.#figures(posting), String(findings.length)].join(' | ')} |`;
    });
    const findings = report.postings.flatMap(({ path, findings }) =>
      findings.map(
        ({ rule, severity, message, line }) =>
          `- [${escapeMarkdown(path)}:${line}](<${base}${href(path)}#L${line}>) **${this.#say(levels[severity])}** \`${rule}\`: ${escapeMarkdown(message)}`,
      ),
    );
    return (
      [
        `# ${this.#say(say`Postings of ${escapeMarkdown(report.name)}`)}`,
        this.#summary(report),
        `## ${this.#say(say`Verdicts`)}`,
        chart(this.#verdicts(report)),
        `## ${this.#say(say`Findings by rule`)}`,
        chart(counts(report.postings.flatMap(({ findings: all }) => all.map(({ rule }) => rule)))),
        `## ${this.#say(say`Postings`)}`,
        [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- ').join('|')}|`, ...rows].join('\n'),
        `## ${this.#say(say`Findings`)}`,
        findings.length === 0 ? this.#say(say`None.`) : findings.join('\n'),
      ].join('\n\n') + '\n'
    );
  }

  /** One line a posting; fields quoted as RFC 4180 wants it, and never read as a formula. */
  csv(report: Report): string {
    const heads = [
      'path',
      'title',
      'verdict',
      ...this.#taxonomy.roles.map(({ id }) => id),
      'confidence',
      'findings',
    ];
    const rows = report.postings.map(({ path, title, verdict, reason, findings }) => [
      path,
      title,
      verdict?.role ?? reason,
      ...this.#taxonomy.roles.map(({ id }) => (verdict === null ? '' : String(verdict.shares[id] ?? 0))),
      verdict === null ? '' : String(verdict.confidence),
      findings.map(({ rule }) => rule).join(' '),
    ]);
    return [heads, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
  }

  /** A page of its own: no scripts, nothing from elsewhere. */
  html(report: Report): string {
    const heads = this.#heads();
    const rows = report.postings.map((posting) => {
      const { path, title, findings } = posting;
      const list = findings.map(
        ({ rule, severity, message, line }) =>
          `<li><b>${html(this.#say(levels[severity]))}</b> <code>${rule}</code> (${line}): ${html(message)}</li>`,
      );
      const cells = [
        html(path),
        html(title),
        html(this.#verdict(posting)),
        ...this.#figures(posting),
        list.length === 0 ? '' : `<ul>${list.join('')}</ul>`,
      ];
      return `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
    });
    const heading = html(this.#say(say`Postings of ${report.name}`));
    return `<!doctype html>
<html lang="${html(this.#language.locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8888; padding: .4rem .6rem; text-align: left; vertical-align: top; }
td ul { margin: 0; padding-left: 1.2rem; }
meter { width: 16rem; }
</style>
<h1>${heading}</h1>
<p>${html(this.#summary(report))}</p>
<h2>${html(this.#say(say`Verdicts`))}</h2>
${htmlChart(this.#verdicts(report))}
<h2>${html(this.#say(say`Findings by rule`))}</h2>
${htmlChart(counts(report.postings.flatMap(({ findings }) => findings.map(({ rule }) => rule))))}
<h2>${html(this.#say(say`Postings`))}</h2>
<table>
<thead><tr>${heads.map((text) => `<th scope="col">${html(text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
  }
}

/** A path as the target of a link. */
const href = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Text in a cell of a Markdown table: on one line, its bars escaped. */
const cell = (text: string): string => escapeMarkdown(text);

/** A spreadsheet takes a field that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

const field = (text: string): string => {
  const shown = inert(text);
  const safe = formula.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

const html = (text: string): string =>
  inert(text).replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

const rowHeight = 24;
const barWidth = 320;

/** Bars as a picture: SVG within the address of an image, so that a report is one file. Its grey is read on white and on black (4.5 : 1). */
function picture(all: readonly Count[], description: string): string {
  const most = Math.max(1, ...all.map(({ count }) => count));
  const rows = all.map(({ name, count }, index) => {
    const y = index * rowHeight;
    const width = Math.round((count / most) * barWidth);
    return `<text x="0" y="${y + 16}">${html(name)}</text><rect x="180" y="${y + 4}" width="${width}" height="16" rx="3" fill="#2a7f8e"/><text x="${188 + width}" y="${y + 16}">${count}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${barWidth + 240}" height="${all.length * rowHeight}" font-family="sans-serif" font-size="13" fill="#767676">${rows.join('')}</svg>`;
  return `![${escapeMarkdown(description)}](data:image/svg+xml;utf8,${encodeURIComponent(svg).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
}

/** A chart, with what it shows in words for those who do not see it. */
function chart(all: readonly Count[]): string {
  if (all.length === 0) return '–';
  return picture(all, all.map(({ name, count }) => `${name}: ${count}`).join(', '));
}

function htmlChart(all: readonly Count[]): string {
  const most = Math.max(1, ...all.map(({ count }) => count));
  if (all.length === 0) return '<p>–</p>';
  const rows = all.map(
    ({ name, count }) =>
      `<tr><th scope="row">${html(name)}</th><td>${count}</td><td><meter max="${most}" value="${count}">${count}</meter></td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}
