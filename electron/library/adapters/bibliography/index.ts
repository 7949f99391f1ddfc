export type { TableHead, TableRequest } from './open-table';
export type { ParsedRecord } from './parsed-record';
export { HopelessFileError, MAX_BIBLIOGRAPHY_BYTES, openBibliography } from './read-bibliography';
export { openWorkbook } from './read-workbook';
