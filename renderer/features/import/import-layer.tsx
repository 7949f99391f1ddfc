import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui';
import { ApproveView } from './approve-view';
import { DropOverlay } from './drop-overlay';
import { ExportView } from './export-view';
import { useImportStore } from './import-store';
import { ReportView } from './report-view';
import { StartView } from './start-view';

/** What lies over every place: the drop zone while files are dragged in, and the import window. */
export default function ImportLayer() {
  const { t } = useTranslation('import');
  const view = useImportStore((state) => state.view);
  const show = useImportStore((state) => state.show);
  const titles = {
    start: t('start.title'),
    export: t('export.title'),
    report: t('report.title'),
    approve: t('approve.title'),
    closed: t('start.title'),
  };
  return (
    <>
      <DropOverlay />
      <Dialog
        title={titles[view.kind]}
        size="wide"
        isOpen={view.kind !== 'closed'}
        onOpenChange={(open) => {
          if (!open) show({ kind: 'closed' });
        }}
      >
        {view.kind === 'start' ? <StartView /> : null}
        {view.kind === 'export' ? <ExportView /> : null}
        {view.kind === 'report' ? <ReportView key={view.jobId} jobId={view.jobId} /> : null}
        {view.kind === 'approve' ? <ApproveView startWith={view.itemId} /> : null}
      </Dialog>
    </>
  );
}
