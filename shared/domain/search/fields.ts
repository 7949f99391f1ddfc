import type { DateField, ExactField, NumberField, TextField } from './node';

/** What a field of the query language stands for. */
export type FieldMeaning =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'exact'; readonly field: ExactField }
  | {
      readonly kind: 'date';
      readonly field: DateField;
      readonly side: 'in' | 'from' | 'after' | 'before';
    }
  | { readonly kind: 'number'; readonly field: NumberField };

/** A field as people type it, in letters; "annotation.type" asks for a part of what the name before the point holds. The first name of each language is the one that is offered. */
export interface QueryField {
  readonly id: string;
  readonly en: readonly string[];
  readonly uk: readonly string[];
  readonly meaning: FieldMeaning;
}

const text = (field: TextField): FieldMeaning => ({ kind: 'text', field });
const exact = (field: ExactField): FieldMeaning => ({ kind: 'exact', field });
const date = (field: DateField, side: 'in' | 'from' | 'after' | 'before'): FieldMeaning => ({
  kind: 'date',
  field,
  side,
});

/** Every field of the query language, those used most first. */
export const QUERY_FIELDS = [
  { id: 'by', en: ['by', 'author', 'creator'], uk: ['автор', 'автори'], meaning: text('creator') },
  { id: 'title', en: ['title'], uk: ['назва', 'заголовок'], meaning: text('title') },
  { id: 'in', en: ['in', 'journal', 'publication'], uk: ['журнал', 'видання'], meaning: text('container') },
  { id: 'year', en: ['year'], uk: ['рік'], meaning: date('year', 'in') },
  { id: 'after', en: ['after'], uk: ['після'], meaning: date('year', 'after') },
  { id: 'before', en: ['before'], uk: ['до'], meaning: date('year', 'before') },
  { id: 'since', en: ['since'], uk: ['від', 'з'], meaning: date('year', 'from') },
  { id: 'tag', en: ['tag', 'tags'], uk: ['мітка', 'тег'], meaning: text('tag') },
  { id: 'collection', en: ['collection'], uk: ['добірка', 'колекція'], meaning: exact('collection') },
  { id: 'type', en: ['type'], uk: ['тип'], meaning: exact('type') },
  { id: 'status', en: ['status', 'is'], uk: ['стан'], meaning: exact('status') },
  {
    id: 'relevance',
    en: ['relevance', 'rating'],
    uk: ['важливість', 'релевантність'],
    meaning: { kind: 'number', field: 'relevance' },
  },
  { id: 'text', en: ['text', 'fulltext'], uk: ['текст'], meaning: text('fulltext') },
  { id: 'abstract', en: ['abstract'], uk: ['анотація'], meaning: text('abstract') },
  { id: 'note', en: ['note', 'notes'], uk: ['нотатка', 'нотатки'], meaning: text('note') },
  {
    id: 'annotation',
    en: ['annotation', 'comment', 'highlight'],
    uk: ['виділення', 'коментар'],
    meaning: text('comment'),
  },
  {
    id: 'annotation.type',
    en: ['annotation.type', 'highlight.type'],
    uk: ['виділення.вид', 'виділення.тип'],
    meaning: exact('annotationType'),
  },
  {
    id: 'annotation.tag',
    en: ['annotation.tag', 'highlight.tag'],
    uk: ['виділення.мітка', 'виділення.тег'],
    meaning: exact('annotationTag'),
  },
  { id: 'color', en: ['color', 'colour'], uk: ['колір'], meaning: exact('color') },
  { id: 'has', en: ['has'], uk: ['має', 'є'], meaning: exact('has') },
  { id: 'added', en: ['added'], uk: ['додано'], meaning: date('added', 'from') },
  { id: 'modified', en: ['modified', 'changed'], uk: ['змінено'], meaning: date('modified', 'from') },
  { id: 'opened', en: ['opened'], uk: ['відкрито'], meaning: date('opened', 'from') },
  { id: 'design', en: ['design'], uk: ['дизайн'], meaning: exact('design') },
  { id: 'phase', en: ['phase', 'level'], uk: ['рівень', 'ланка'], meaning: exact('phase') },
  { id: 'subject', en: ['subject'], uk: ['галузь', 'предмет'], meaning: exact('subject') },
  { id: 'topic', en: ['topic', 'descriptor'], uk: ['тема', 'теми'], meaning: exact('topic') },
  { id: 'country', en: ['country'], uk: ['країна'], meaning: exact('country') },
  {
    id: 'n',
    en: ['n', 'sample', 'participants'],
    uk: ['учасників', 'вибірка', 'кількість'],
    meaning: { kind: 'number', field: 'n' },
  },
  { id: 'setting', en: ['setting'], uk: ['умови'], meaning: text('setting') },
  { id: 'fits', en: ['fits', 'fit'], uk: ['підходить'], meaning: exact('fits') },
  { id: 'language', en: ['language', 'lang'], uk: ['мова'], meaning: exact('language') },
  { id: 'doi', en: ['doi'], uk: ['doi'], meaning: exact('doi') },
  { id: 'key', en: ['key', 'citekey'], uk: ['ключ'], meaning: exact('key') },
  {
    id: 'editor',
    en: ['editor', 'editors'],
    uk: ['редактор', 'редактори', 'упорядник'],
    meaning: text('editor'),
  },
  {
    id: 'keyword',
    en: ['keyword', 'keywords'],
    uk: ['ключові', 'ключовеслово'],
    meaning: text('keyword'),
  },
  { id: 'publisher', en: ['publisher'], uk: ['видавець', 'видавництво'], meaning: text('publisher') },
  { id: 'place', en: ['place', 'city'], uk: ['місце', 'місто'], meaning: text('place') },
  { id: 'isbn', en: ['isbn'], uk: ['isbn'], meaning: exact('isbn') },
  { id: 'issn', en: ['issn'], uk: ['issn'], meaning: exact('issn') },
  { id: 'pmid', en: ['pmid', 'pubmed'], uk: ['pmid'], meaning: exact('pmid') },
  { id: 'url', en: ['url', 'link'], uk: ['посилання', 'адреса'], meaning: text('url') },
] as const satisfies readonly QueryField[];

/** Id of a field of the query language. */
export type QueryFieldId = (typeof QUERY_FIELDS)[number]['id'];

const BY_NAME: ReadonlyMap<string, QueryField & { readonly id: QueryFieldId }> = new Map(
  QUERY_FIELDS.flatMap((field) => [...field.en, ...field.uk].map((name) => [name, field] as const)),
);

/** @param name as typed before the colon @returns the field, undefined when there is none of that name */
export function fieldNamed(name: string): (QueryField & { readonly id: QueryFieldId }) | undefined {
  return BY_NAME.get(name.toLowerCase());
}
