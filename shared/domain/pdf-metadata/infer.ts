import { inferAuthors } from './authors';
import { inferAbstract, inferJournal, inferLanguage } from './context';
import { inferArxiv, inferDoi, inferIsbn } from './identifiers';
import { repairLigatures } from './ligatures';
import { tidy } from './normalise';
import { inferTitle } from './title';
import type { InferredField, InferredMetadata, PdfHead } from './types';
import { inferYear } from './year';

/** Last resort: the file's name without its extension, when it reads as words ("Smith 2015 - Sight words.pdf"). */
function titleFromFileName(fileName: string): InferredField<string> | undefined {
  const words = tidy(
    fileName
      .replace(/\.pdf$/i, '')
      .replace(/[_+]+/g, ' ')
      .replace(/%20/g, ' '),
  );
  const afterYear = /^.{0,60}?\b(?:19|20)\d{2}\b\)?\s*[-–:.]?\s*(.+)$/.exec(words)?.[1] ?? words;
  if ((afterYear.match(/\p{L}{3,}/gu)?.length ?? 0) < 2) return undefined;
  return { value: afterYear, source: 'file-name', confidence: 0.2, page: null };
}

/**
 * Infers a bibliographic record from the head of a PDF, without any network.
 * @param read first pages with layout, information dictionary and XMP
 * @param fileName name of the file, used for a title only when nothing else gives one
 * @returns every field with its source and confidence, and why there is no identifier if there is none
 */
export function inferMetadata(read: PdfHead, fileName: string): InferredMetadata {
  const head = repairLigatures(read);
  const title = inferTitle(head);
  const titleField = title?.field ?? titleFromFileName(fileName);
  const doi = inferDoi(head);
  const arxiv = inferArxiv(head);
  const isbn = inferIsbn(head);
  const authors = inferAuthors(head, title);
  const year = inferYear(head, doi?.value);
  const journal = inferJournal(head, titleField?.value);
  const abstract = inferAbstract(head);
  const language = inferLanguage(head);
  const identified = doi !== undefined || arxiv !== undefined || isbn !== undefined;
  return {
    status: identified ? 'identified' : head.textLayer === 'none' ? 'no-text-layer' : 'no-identifier',
    repaired: head.repaired,
    ...(titleField !== undefined ? { title: titleField } : {}),
    ...(authors !== undefined ? { authors } : {}),
    ...(year !== undefined ? { year } : {}),
    ...(doi !== undefined ? { doi } : {}),
    ...(arxiv !== undefined ? { arxiv } : {}),
    ...(isbn !== undefined ? { isbn } : {}),
    ...(journal !== undefined ? { journal } : {}),
    ...(abstract !== undefined ? { abstract } : {}),
    ...(language !== undefined ? { language } : {}),
  };
}
