import { findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { Edit } from '../edits/edit.ts';
import type { Level } from './severity.ts';

/**
 * Chooses a rule's level in a configuration file; comments and the way it is written stay.
 * @param text the file's, or null where there is none yet
 * @param files a pattern (`patternOf`) where the level is for some files only; then an override is written
 * @returns edits of `text`, of the empty text where it is null; null where the text has no place for it
 */
export function setRuleLevel(
  text: string | null,
  rule: string,
  level: Level,
  files?: string,
): readonly Edit[] | null {
  const source = text ?? '';
  const rules = { [rule]: level };
  const override = { files: [files], rules };
  if (source.trim() === '') {
    const whole = files === undefined ? { rules } : { overrides: [override] };
    return [{ span: { start: 0, end: source.length }, newText: `${JSON.stringify(whole, null, 2)}\n` }];
  }
  const root = parseTree(source, [], { allowTrailingComma: true });
  if (root?.type !== 'object') return null;
  const leveled = (path: JSONPath): Edit[] => {
    const current = findNodeAtLocation(root, path);
    return edited(source, current?.type === 'object' ? [...path, 'severity'] : path, level);
  };
  if (files === undefined) return leveled(['rules', rule]);
  const overrides = findNodeAtLocation(root, ['overrides'])?.children;
  if (overrides === undefined) return edited(source, ['overrides'], [override]);
  // In an override before the last the level could lose against those after it.
  const last = overrides.length - 1;
  const patterns = findNodeAtLocation(root, ['overrides', last, 'files'])?.children ?? [];
  if (patterns.length === 1 && patterns[0]?.value === files)
    return leveled(['overrides', last, 'rules', rule]);
  return edited(source, ['overrides', last + 1], override);
}

function edited(source: string, path: JSONPath, value: unknown): Edit[] {
  const indent = /^([ \t]+)\S/m.exec(source)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: source.includes('\r\n') ? '\r\n' : '\n',
  };
  return modify(source, path, value, { formattingOptions }).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}
