import { LICENCE_ADDRESS, type PracticeCase } from '@shared/domain/exchange';

/** A file of the crate as the metadata describes it. */
export interface CrateFile {
  readonly path: string;
  readonly name: string;
  readonly encodingFormat: string;
  readonly size: number;
  readonly sha256: string;
}

/** Profile of a practice case: a urn until an address is registered. */
export const PRACTICE_CASE_PROFILE = 'urn:inquiry-desk:practice-case:1.0';
const CONTEXT = 'https://w3id.org/ro/crate/1.2/context';
const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';

/** Versions of RO-Crate that are read. */
const READABLE = /^https:\/\/w3id\.org\/ro\/crate\/1\.[0-3](?:$|[-/])/;

type Entity = Readonly<Record<string, unknown>>;
const ref = (id: string): Entity => ({ '@id': id });

/**
 * RO-Crate 1.2 metadata of a practice case: flattened, context by reference, one entity per @id.
 * @param record the case
 * @param files data entities; the metadata file and the preview are not among them
 * @returns the JSON-LD document as an object
 */
export function crateMetadata(record: PracticeCase, files: readonly CrateFile[]): Entity {
  const people = record.creators.map((name, index) => ({
    '@id': `#creator-${String(index + 1)}`,
    '@type': 'Person',
    name,
  }));
  const parents = record.isBasedOn.map((parent) => ({
    '@id': `urn:uuid:${parent.caseId}#v${String(parent.version)}`,
    '@type': 'CreativeWork',
    name: parent.title,
    identifier: parent.caseId,
    version: String(parent.version),
    license: ref(LICENCE_ADDRESS[parent.licence]),
  }));
  const licences = [...new Set([record.licence, ...record.isBasedOn.map((parent) => parent.licence)])];
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: ref('./'),
        conformsTo: ref(SPECIFICATION),
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: record.title,
        description: record.summary === '' ? record.problem : record.summary,
        datePublished: record.publishedAt.slice(0, 10),
        license: ref(LICENCE_ADDRESS[record.licence]),
        conformsTo: ref(PRACTICE_CASE_PROFILE),
        identifier: record.caseId,
        version: String(record.version),
        inLanguage: record.language,
        ...(people.length > 0 ? { creator: people.map((person) => ref(person['@id'])) } : {}),
        ...(record.keywords.length > 0 ? { keywords: record.keywords.join(', ') } : {}),
        ...(parents.length > 0 ? { isBasedOn: parents.map((parent) => ref(parent['@id'])) } : {}),
        mentions: [ref('#publish')],
        hasPart: files.map((file) => ref(encodePath(file.path))),
      },
      {
        '@id': PRACTICE_CASE_PROFILE,
        '@type': ['CreativeWork', 'Profile'],
        name: 'Practice case',
        version: '1.0',
      },
      ...licences.map((licence) => ({
        '@id': LICENCE_ADDRESS[licence],
        '@type': 'CreativeWork',
        name: licence,
        identifier: licence,
      })),
      ...people,
      ...parents,
      {
        '@id': '#publish',
        '@type': 'CreateAction',
        name: 'Published from an inquiry',
        endTime: record.publishedAt,
        instrument: ref('#inquiry-desk'),
        ...(people[0] ? { agent: ref(people[0]['@id']) } : {}),
        result: ref('./'),
      },
      {
        '@id': '#inquiry-desk',
        '@type': 'SoftwareApplication',
        name: 'Inquiry Desk',
        softwareVersion: record.appVersion,
      },
      ...files.map((file) => ({
        '@id': encodePath(file.path),
        '@type': 'File',
        name: file.name,
        encodingFormat: file.encodingFormat,
        contentSize: String(file.size),
        sha256: file.sha256,
      })),
    ],
  };
}

/** @param path relative path with "/" @returns the path as an @id: each part percent-encoded */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * Whether a document is the metadata of a crate that can be read, and what kind of case it holds.
 * @param document parsed ro-crate-metadata.json
 * @returns the version of the specification, or null when it is no readable crate
 */
export function readableCrateVersion(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('@graph' in document)) return null;
  const graph: unknown = document['@graph'];
  if (!Array.isArray(graph)) return null;
  for (const entity of graph as readonly unknown[]) {
    if (typeof entity !== 'object' || entity === null || !('@id' in entity) || !('conformsTo' in entity))
      continue;
    if (!String(entity['@id']).startsWith('ro-crate-metadata.json')) continue;
    for (const conforms of [entity.conformsTo].flat()) {
      const id: unknown =
        typeof conforms === 'object' && conforms !== null && '@id' in conforms ? conforms['@id'] : conforms;
      if (typeof id === 'string' && READABLE.test(id)) return id.replace('https://w3id.org/ro/crate/', '');
    }
  }
  return null;
}
