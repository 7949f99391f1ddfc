import { fullName, mainCreators } from './creators';
import type { CslItem } from './csl-item';
import { listColumns } from './list-columns';

/**
 * One plain line for lists of references where no citation style is at hand: "Halas & Brook (2019). Title. Journal."
 * @param item a CSL item
 */
export function describeItem(item: CslItem): string {
  const { year } = listColumns(item);
  const names = mainCreators(item).map(fullName).join(', ');
  const head = [names, year === null ? '' : `(${String(year)})`].filter((part) => part !== '').join(' ');
  const parts = [
    head,
    item.title ?? '',
    item['container-title'] ?? '',
    item.DOI === undefined ? '' : `https://doi.org/${item.DOI}`,
  ];
  return parts.filter((part) => part !== '').join('. ');
}
