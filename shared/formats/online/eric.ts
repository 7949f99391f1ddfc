import { z } from 'zod';
import { findDoi, findIsbns, normaliseItem, parseName } from '@shared/domain/bibliography';
import type { OnlineRecord } from './record';
import { decodeEntities } from '@shared/lib/entities';
import { plainTitle } from './text';

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const texts = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .catch(undefined);

/** A record of ERIC; a field comes only when it was asked for and is known. */
export const ericDoc = z.object({
  id: z.string().regex(/^E[DJ]\d+$/),
  title: text,
  author: texts,
  source: text,
  sourceid: text,
  publicationdateyear: z.union([z.number(), z.string()]).optional(),
  description: text,
  subject: texts,
  peerreviewed: text,
  publicationtype: texts,
  educationlevel: texts,
  language: texts,
  publisher: text,
  issn: texts,
  isbn: texts,
  url: text,
  e_fulltextauth: z.union([z.number(), z.string(), z.boolean()]).optional().catch(undefined),
  institution: text,
});
export type EricDoc = z.infer<typeof ericDoc>;

/** Answer of ERIC's search. */
export const ericAnswer = z.object({
  response: z.object({ numFound: z.number(), start: z.number().catch(0), docs: z.array(z.unknown()) }),
});

/** Fields that are asked for: the service leaves most out otherwise. */
export const ERIC_FIELDS = Object.keys(ericDoc.shape).join(',');

/** ERIC's education levels as ISCED 2011. */
const ISCED: Readonly<Record<string, readonly string[]>> = {
  'early childhood education': ['0'],
  'preschool education': ['0'],
  kindergarten: ['0'],
  'primary education': ['1'],
  'elementary education': ['1'],
  'intermediate grades': ['1'],
  'middle schools': ['2'],
  'junior high schools': ['2'],
  'secondary education': ['2', '3'],
  'high schools': ['3'],
  'high school equivalency programs': ['3'],
  'postsecondary education': ['4', '5', '6'],
  'two year colleges': ['5'],
  'higher education': ['6', '7', '8'],
};
const GRADE = /^grade (\d{1,2})$/;

function levels(names: readonly string[]): string[] {
  const found = names.flatMap((name) => {
    const key = name.trim().toLowerCase();
    const grade = Number(GRADE.exec(key)?.[1]);
    if (grade >= 1) return [grade <= 6 ? '1' : grade <= 9 ? '2' : '3'];
    return ISCED[key] ?? [];
  });
  return [...new Set(found)].sort();
}

/** @param doc of ERIC @returns it as the app's record, with descriptors and education level */
export function recordFromEric(doc: EricDoc): OnlineRecord {
  const kinds = (doc.publicationtype ?? []).join('; ').toLowerCase();
  const isbn = findIsbns((doc.isbn ?? []).join(' '))[0];
  const place = splitSource(doc.source ?? '');
  const isArticle = kinds.includes('journal article') || (kinds === '' && doc.id.startsWith('EJ'));
  const type = isArticle
    ? 'article-journal'
    : kinds.includes('dissertation')
      ? 'thesis'
      : kinds.includes('speeches/meeting papers')
        ? 'paper-conference'
        : kinds.includes('books')
          ? 'book'
          : 'report';
  const doi = findDoi(doc.url ?? '');
  const openUrl = isTrue(doc.e_fulltextauth) ? `https://files.eric.ed.gov/fulltext/${doc.id}.pdf` : null;
  const { item } = normaliseItem({
    type,
    title: doc.title === undefined ? undefined : plainTitle(doc.title),
    author: (doc.author ?? []).flatMap((name) => parseName(decodeEntities(name)) ?? []),
    issued: doc.publicationdateyear === undefined ? undefined : String(doc.publicationdateyear),
    'container-title': isArticle ? place.title : undefined,
    volume: place.volume,
    issue: place.issue,
    page: place.page,
    publisher: isArticle ? undefined : publisherName(doc.publisher ?? doc.institution ?? doc.source),
    ISSN: (doc.issn ?? []).map((one) => one.replace(/^E?ISSN-?/i, '')).join(', ') || undefined,
    ISBN: isbn,
    language: LANGUAGES[(doc.language ?? [])[0]?.toLowerCase() ?? ''],
    abstract: doc.description === undefined ? undefined : plainTitle(doc.description),
    keyword: doc.subject,
    DOI: doi,
    URL: `https://eric.ed.gov/?id=${doc.id}`,
    'call-number': doc.id,
    archive: 'ERIC',
  });
  const phase = levels(doc.educationlevel ?? []);
  const topic = (doc.subject ?? [])
    .map((one) => one.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, 30);
  return {
    service: 'eric',
    id: doc.id,
    csl: item,
    education: { ...(phase.length > 0 ? { phase } : {}), ...(topic.length > 0 ? { topic } : {}) },
    isPeerReviewed: doc.peerreviewed === 'T' ? true : doc.peerreviewed === 'F' ? false : null,
    openUrl,
    retraction: null,
  };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  ukrainian: 'uk',
  spanish: 'es',
  french: 'fr',
  german: 'de',
  portuguese: 'pt',
  polish: 'pl',
  turkish: 'tr',
  italian: 'it',
};

/** "Example Journal of Reading, v12 n3 p201-219 2019" -> its parts. */
function splitSource(
  source: string,
): Readonly<Record<'title' | 'volume' | 'issue' | 'page', string | undefined>> {
  const match = /^(.*?),?\s+(?=(?:v\S+|n\S+|p[\dA-Za-z]\S*)\b)(.*)$/.exec(source.trim());
  const tail = match?.[2] ?? '';
  return {
    title: (match?.[1] ?? source.trim()) || undefined,
    volume: /(?:^|\s)v([\w-]+)/.exec(tail)?.[1],
    issue: /(?:^|\s)n([\w-]+)/.exec(tail)?.[1],
    page: /(?:^|\s)p([\w-]+)/.exec(tail)?.[1],
  };
}

/** ERIC gives name, address, telephone and web site in one. */
function publisherName(text: string | undefined): string | undefined {
  return text
    ?.split(/\.\s+(?=\S*\d|\w)|;|,\s*\d/)[0]
    ?.trim()
    .replace(/\.$/, '');
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'T' || value === 'true';
}
