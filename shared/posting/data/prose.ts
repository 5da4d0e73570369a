import { type Block, placed } from '../blocks.ts';
import { readHtmlContent } from '../html/blocks.ts';
import { decodeReferences, hasBlockTags, hasEncodedTags, hasTags } from '../html/entities.ts';
import { MappedText } from '../mappedText.ts';
import type { Memory } from '../memory.ts';
import { readMarkdownBlocks } from '../markdown/blocks.ts';
import { readTextBlocks, withLineBreaks } from '../text/read.ts';

const markdownMarks = /^ {0,3}#{1,6} \S|\*\*\S|^ {0,3}[-*+] +\S|\]\(|^\s*(?:---|===)+\s*$/m;

/**
 * Reads a string of a record as whatever it is: HTML, HTML whose markup is written as entities, Markdown or plain text.
 */
export function readProse(written: MappedText, memory: Memory): Block[] {
  const blocks = memory.recall(proseOf, written.text).map((block) => {
    const known = memory.known(block.content.known);
    return known === block.content.known ? block : { ...block, content: block.content.as(known) };
  });
  return placed(blocks, written);
}

function proseOf(string: string): Block[] {
  const written = MappedText.verbatim(string, 0);
  const content =
    hasEncodedTags(written.text) && !hasTags(written.text) ? decodeReferences(written) : written;
  const { text } = content;
  if (hasBlockTags(text) || (hasTags(text) && !text.trim().includes('\n')))
    return placed(readHtmlContent(text).blocks, content);
  const plain = withLineBreaks(content);
  if (markdownMarks.test(plain.text) || hasTags(plain.text))
    return placed(readMarkdownBlocks(plain.text), plain);
  const decoded = decodeReferences(plain);
  return placed(readTextBlocks(decoded.text), decoded);
}
