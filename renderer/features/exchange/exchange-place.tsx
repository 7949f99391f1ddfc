import type { PlaceLocation } from '../../lib/navigation';
import { CaseList } from './case-list';
import { CasePage } from './case-page';
import { PublishPage } from './publish-page';

/** Exchange: /exchange, /exchange/CASE, /exchange/publish, /exchange/publish/PROJECT. */
export default function ExchangePlace({ segments, search }: PlaceLocation) {
  const [first, second] = segments;
  if (first === 'publish') return <PublishPage projectId={second} />;
  if (first !== undefined && first !== '') return <CasePage id={first} />;
  return <CaseList opensPackage={search['open'] === '1'} />;
}
