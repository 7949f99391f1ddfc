export type { ParsedRecord, RecordRemark } from './parsed-record';
export {
  HopelessFileError,
  MAX_BIBLIOGRAPHY_BYTES,
  openBibliography,
  type BibliographyFault,
  type OpenedBibliography,
} from './read-bibliography';
