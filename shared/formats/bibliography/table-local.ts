import type { TableTarget } from '../../domain/import';
import { READ_STATUSES } from '../../domain/library/item-view';
import { RESEARCH_DESIGNS } from '../../domain/library/research-design';
import { statusesOf } from '../../domain/search/values';
import type { LocalFields } from './extras';

/** Longest text of a field of the education panel. */
const MAX_TEXT = 2_000;

/**
 * What this library keeps about a record, from cells that a person wrote: "read", "4", "Case study", "N = 120".
 * @param cell the text of a column by what it holds; empty when there is none
 * @returns the fields that could be understood
 */
export function localOfCells(cell: (target: TableTarget) => string): LocalFields {
  const [readStatus] = cell('read-status') === '' ? [] : statusesOf(cell('read-status'));
  const design = cell('design')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  const sample = /^(?:n\s*=\s*)?(\d{1,3}(?:[ ,\u00A0]\d{3})+|\d{1,9})$/i.exec(cell('sample'))?.[1];
  const education = {
    ...(sample === undefined ? {} : { n: Number(sample.replace(/\D/g, '')) }),
    ...(cell('setting') === '' ? {} : { setting: cell('setting').slice(0, MAX_TEXT) }),
    ...(cell('outcome') === '' ? {} : { outcome: cell('outcome').slice(0, MAX_TEXT) }),
  };
  return {
    ...(READ_STATUSES.some((known) => known === readStatus) && readStatus !== undefined
      ? { readStatus }
      : {}),
    ...(/^[1-5]$/.test(cell('relevance')) ? { relevance: Number(cell('relevance')) } : {}),
    ...(RESEARCH_DESIGNS.some((known) => known === design) ? { design } : {}),
    ...(Object.keys(education).length === 0 ? {} : { education }),
  };
}
