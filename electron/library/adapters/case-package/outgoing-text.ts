import { inflateRawSync } from 'node:zlib';
import type { PackedFile } from './write-package';

/**
 * The searchable text of an outgoing file: for a docx every XML part with its tags removed (properties included), for a PDF the
 * document information and any uncompressed text, for everything else its text.
 */
export function textOfOutgoing(file: PackedFile): Promise<string> {
  if (file.path.endsWith('.docx')) return Promise.resolve(docxText(Buffer.from(file.bytes)));
  return Promise.resolve(new TextDecoder('utf-8').decode(file.bytes));
}

const LOCAL_HEADER = 0x02014b50;

/** Reads the central directory of a zip that our own writer made a moment ago. */
function docxText(bytes: Buffer): string {
  const parts: string[] = [];
  let offset = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  while (offset >= 0 && offset + 46 <= bytes.length && bytes.readUInt32LE(offset) === LOCAL_HEADER) {
    const method = bytes.readUInt16LE(offset + 10);
    const size = bytes.readUInt32LE(offset + 20);
    const nameLength = bytes.readUInt16LE(offset + 28);
    const extra = bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
    const header = bytes.readUInt32LE(offset + 42);
    const name = bytes.toString('utf8', offset + 46, offset + 46 + nameLength);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const data = bytes.subarray(start, start + size);
    if (/\.(xml|rels)$/.test(name))
      parts.push(withoutTags((method === 8 ? inflateRawSync(data) : data).toString('utf8')));
    offset += 46 + nameLength + extra;
  }
  return parts.join('\n');
}

/** Runs of one paragraph are joined, so that a name split by formatting is still found. */
function withoutTags(xml: string): string {
  return xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}
