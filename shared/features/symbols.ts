import type { Analysis, JudgedPosting } from '../analysis.ts';
import type { Lens } from '../judgement/lens.ts';
import type { Section } from '../posting/posting.ts';
import { hull, type Span } from '../posting/span.ts';
import { say, worded } from '../say.ts';
import { dutyLabel } from './dutyLabel.ts';
import { shorten } from './markdownText.ts';

/** A part of a document that has a name. */
export interface DocumentPart {
  readonly kind: 'posting' | 'section' | 'duty';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** The part of `span` that carries the name. */
  readonly selection: Span;
  readonly children: readonly DocumentPart[];
}

const longestName = 80;

function sectionPart(section: Section, { judgement }: JudgedPosting, lens: Lens): DocumentPart[] {
  const here = new Set(section.statements);
  const children = judgement.statements.flatMap((judged): DocumentPart[] => {
    const label = here.has(judged.statement) ? dutyLabel(judged, lens) : null;
    if (label === null) return [];
    const { content, span } = judged.statement;
    const name = shorten(content.text, longestName);
    return [
      {
        kind: 'duty',
        name,
        detail: worded(label, lens.interfaceLanguage),
        span,
        selection: span,
        children: [],
      },
    ];
  });
  if (section.heading === null) return children;
  const { heading } = section;
  const span = hull([section.span, heading.span, ...children.map((child) => child.span)]);
  const name = shorten(heading.content.text, longestName).trim();
  return name === ''
    ? children
    : [{ kind: 'section', name, detail: '', span, selection: heading.content.span, children }];
}

/** The postings of a document with their sections and duties, in document order. */
export function documentParts(analysis: Analysis, lens: Lens): DocumentPart[] {
  return analysis.judged.map((judged) => {
    const { posting } = judged;
    const children = posting.sections
      .flatMap((section) => sectionPart(section, judged, lens))
      .sort((a, b) => a.span.start - b.span.start);
    const title = posting.title;
    const selection = title?.span ?? children[0]?.selection ?? posting.span;
    return {
      kind: 'posting',
      name: shorten(title?.content.text.trim() || worded(say`posting`, lens.interfaceLanguage), longestName),
      detail: '',
      span: hull([posting.span, selection, ...children.map((child) => child.span)]),
      selection,
      children,
    };
  });
}
