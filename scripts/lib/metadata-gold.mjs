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
