import type { PlaceLocation } from '../../lib/navigation';
import { ReportPlace } from './report-place';
import { ReportListPlace } from './report-list';

/** /write lists the reports, /write/REPORT opens one. */
export default function WritePlace({ segments, search }: PlaceLocation) {
  const [reportId] = segments;
  if (reportId === undefined) return <ReportListPlace search={search} />;
  return <ReportPlace key={reportId} reportId={reportId} search={search} />;
}
