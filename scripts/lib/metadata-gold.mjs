import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const decoded = (text) =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

const inside = (xml, name) => {
  const match = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml);
  return match === null ? null : match[1];
};

/** @returns the known metadata of a Crossref deposit or query result for one article, or null when it holds none */
export function goldOfCrossref(xml) {
  const article =
    inside(xml, 'journal_article') ?? inside(xml, 'conference_paper') ?? inside(xml, 'posted_content');
  const title = article === null ? null : inside(article, 'title');
  if (title === null) return null;
  const people = article.slice(0, article.search(/<(?:\w+:)?citation_list\b|$/));
  const authors = [
    ...people.matchAll(/<(?:\w+:)?(person_name|organization)\b[^>]*>([\s\S]*?)<\/(?:\w+:)?\1>/g),
  ].map(([, kind, body]) =>
    kind === 'organization'
      ? { literal: decoded(body) }
      : { family: decoded(inside(body, 'surname') ?? ''), given: decoded(inside(body, 'given_name') ?? '') },
  );
  const year = inside(inside(article, 'publication_date') ?? '', 'year');
  const doi = inside(inside(article, 'doi_data') ?? article, 'doi');
  return {
    title: decoded(title),
    authors,
    year: year === null ? null : Number(year),
    doi: doi === null ? null : decoded(doi),
  };
}

/**
 * The papers of a folder and what is known of them.
 * @param folder holds GOLD.json, or PDFs with "<name>.crossref.xml" beside them, at any depth
 * @returns records of the form {file, title, authors, year, doi, doi_in_text?}; empty when there are none
 */
export function readGold(folder) {
  const list = join(folder, 'GOLD.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8'));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.crossref.xml'))
    .flatMap((entry) => {
      const xml = join(entry.parentPath, entry.name);
      const pdf = xml.replace(/\.crossref\.xml$/, '.pdf');
      const known = existsSync(pdf) ? goldOfCrossref(readFileSync(xml, 'utf8')) : null;
      return known === null ? [] : [{ file: relative(folder, pdf), ...known }];
    });
}

/**
 * The head of a document as it is when a repository put a download cover before the paper (own wording, the usual
 * parts: notice of download, title, authors, repository, terms).
 * @param head what was read of the document
 * @param record its known metadata
 */
export function withCover(head, record) {
  const lines = [
    ['This article was downloaded by: [Example University Library]', 9],
    ['Example Publishing Online', 20],
    [record.title ?? 'Published paper', 14],
    [
      (record.authors ?? [])
        .map((author) => `${author.given ?? ''} ${author.family ?? author.name ?? ''}`)
        .join(', '),
      10,
    ],
    ['Published online: 03 Jan 1999.', 9],
    ['Submit your article to this journal', 9],
    ['View Crossmark data', 9],
    ['Full Terms & Conditions of access and use can be found on the last page', 8],
  ];
  const items = lines.map(([text, size], index) => ({
    text,
    x: 72,
    y: 780 - 60 * index,
    width: 0.5 * size * text.length,
    size,
    font: 'CoverFont',
    bold: false,
    italic: false,
  }));
  const cover = {
    pageIndex: 0,
    label: null,
    text: lines.map(([text]) => text).join('\n'),
    width: 595,
    height: 842,
    items,
  };
  const pages = head.pages.map((page) => ({ ...page, pageIndex: page.pageIndex + 1 }));
  return {
    ...head,
    pageCount: head.pageCount + 1,
    pages: [cover, ...pages.slice(0, Math.max(1, pages.length - 1))],
  };
}
