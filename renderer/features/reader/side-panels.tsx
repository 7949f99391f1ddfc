import { useTranslation } from 'react-i18next';
import { Slot, useHasSlot } from '../../lib/slots';
import { Tabs, type TabItem } from '../../ui';
import { AnnotationList } from './annotation-list';
import { OutlinePanel } from './outline-panel';
import type { SidePanelsProps } from './reader-types';
import styles from './reader.module.css';
import { choosePanel, useReader, type SidePanel } from './store';

/** Beside the page: annotations, outline, and what other features offer for the paper (guide, appraisal, notes). */
export function SidePanels(props: SidePanelsProps) {
  const { t } = useTranslation('reader');
  const panel = useReader((state) => state.panel);
  const { itemId, attachmentId, document, viewer, annotations } = props;
  const paper = { itemId, attachmentId };
  const offered = {
    guide: useHasSlot('reader.guide'),
    appraisal: useHasSlot('reader.appraisal'),
    notes: useHasSlot('reader.notes'),
  };
  const own: readonly TabItem<SidePanel>[] = [
    {
      id: 'annotations',
      label: t('side.annotations'),
      content: <AnnotationList {...props} />,
      ...(annotations.length > 0 ? { count: annotations.length } : {}),
    },
    {
      id: 'outline',
      label: t('side.outline'),
      content: <OutlinePanel document={document} viewer={viewer} />,
    },
  ];
  const others: readonly TabItem<SidePanel>[] = [
    { id: 'guide', label: t('side.guide'), content: <Slot name="reader.guide" props={paper} /> },
    { id: 'appraisal', label: t('side.appraisal'), content: <Slot name="reader.appraisal" props={paper} /> },
    { id: 'notes', label: t('side.notes'), content: <Slot name="reader.notes" props={paper} /> },
  ];
  const items = [...own, ...others.filter(({ id }) => isOffered(id, offered))];
  const selected = items.some(({ id }) => id === panel) ? panel : 'annotations';
  return (
    <aside className={styles.side} aria-label={t('side.label')}>
      <Tabs
        label={t('side.label')}
        items={items}
        selected={selected}
        onSelect={choosePanel}
        className={styles.sideTabs}
        panelClassName={styles.sidePanel}
      />
    </aside>
  );
}

function isOffered(
  id: SidePanel,
  offered: { readonly guide: boolean; readonly appraisal: boolean; readonly notes: boolean },
): boolean {
  return (
    (id === 'guide' && offered.guide) ||
    (id === 'appraisal' && offered.appraisal) ||
    (id === 'notes' && offered.notes)
  );
}
