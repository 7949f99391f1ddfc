import {
  ChevronLeft,
  ChevronRight,
  Download,
  PanelRightClose,
  PanelRightOpen,
  Search,
  ZoomIn,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { isMac, showShortcut } from '../../lib/shortcut';
import type { OpenDocument } from '../../pdf';
import { Button, IconButton, Menu, TextField, toast, type MenuEntry } from '../../ui';
import styles from './reader.module.css';
import { showFind, showPanel, useReader } from './store';
import type { ViewerState } from './use-viewer';

interface ViewControlsProps {
  readonly state: ViewerState;
  readonly document: OpenDocument;
  readonly onSaveCopy: () => void;
}

const keys = (shortcut: string): string => showShortcut(shortcut, isMac);

/** The right part of the bar: back and forward, page, search, zoom, copy, side panel. */
export function ViewControls({ state, document, onSaveCopy }: ViewControlsProps) {
  const { t } = useTranslation('reader');
  const { viewer, view } = state;
  const { panelShown, findShown } = useReader();
  return (
    <>
      <span className={styles.pair}>
        <IconButton
          icon={ChevronLeft}
          label={t('history.back')}
          shortcut={keys('alt+arrowleft')}
          isDisabled={view?.canGoBack !== true}
          onPress={() => viewer?.stepHistory(-1)}
        />
        <IconButton
          icon={ChevronRight}
          label={t('history.forward')}
          shortcut={keys('alt+arrowright')}
          isDisabled={view?.canGoForward !== true}
          onPress={() => viewer?.stepHistory(1)}
        />
      </span>
      <PageBox key={view?.pageLabel} state={state} document={document} />
      <IconButton
        icon={Search}
        variant="secondary"
        label={t('find.label')}
        shortcut={keys('mod+f')}
        onPress={() => showFind(!findShown)}
      />
      <ZoomMenu state={state} />
      <IconButton
        icon={Download}
        variant="secondary"
        label={t('copy.action')}
        shortcut={keys('mod+shift+s')}
        onPress={onSaveCopy}
      />
      <IconButton
        icon={panelShown ? PanelRightClose : PanelRightOpen}
        variant="secondary"
        label={t(panelShown ? 'side.hide' : 'side.show')}
        shortcut={keys('mod+alt+b')}
        onPress={() => showPanel(!panelShown)}
      />
    </>
  );
}

/** Shows the printed page number; a number typed here is first taken as printed, then as counted from the start. */
function PageBox({ state, document }: Omit<ViewControlsProps, 'onSaveCopy'>) {
  const { t } = useTranslation('reader');
  const { viewer, view } = state;
  const [draft, setDraft] = useState<string>();
  const { pageLabels, pageCount } = document;
  const go = (): void => {
    const wanted = draft?.trim() ?? '';
    setDraft(undefined);
    if (wanted === '' || !viewer) return;
    const labelled = pageLabels.findIndex((label) => label.toLowerCase() === wanted.toLowerCase());
    const counted = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
    const pageIndex = labelled >= 0 ? labelled : counted;
    if (pageIndex < 0 || pageIndex >= pageCount) {
      const [first = '1', last = String(pageCount)] = [pageLabels[0], pageLabels.at(-1)];
      toast({ text: t('pageBox.unknown', { label: wanted, first, last }) });
      return;
    }
    viewer.goTo({ pageIndex, offset: 0 });
    viewer.scroller.focus();
  };
  return (
    <form
      className={styles.pageBox}
      data-page-box
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextField
        hideLabel
        density="compact"
        label={t('pageBox.label')}
        value={draft ?? view?.pageLabel ?? ''}
        onChange={setDraft}
        onBlur={() => setDraft(undefined)}
      />
      <span className={styles.pageCount}>/ {pageLabels.at(-1)}</span>
    </form>
  );
}

function ZoomMenu({ state }: Pick<ViewControlsProps, 'state'>) {
  const { t } = useTranslation('reader');
  const { number } = useFormats();
  const { viewer, view } = state;
  const percent = (scale: number): string => t('zoom.value', { percent: number(Math.round(scale * 100)) });
  const entries: readonly MenuEntry[] = [
    { id: 'in', label: t('zoom.in'), shortcut: keys('mod+='), onAction: () => viewer?.stepZoom(1) },
    { id: 'out', label: t('zoom.out'), shortcut: keys('mod+-'), onAction: () => viewer?.stepZoom(-1) },
    'separator',
    {
      id: 'width',
      label: t('zoom.width'),
      shortcut: keys('mod+0'),
      isSelected: view?.zoom === 'width',
      onAction: () => viewer?.setZoom('width'),
    },
    {
      id: 'page',
      label: t('zoom.page'),
      shortcut: keys('mod+9'),
      isSelected: view?.zoom === 'page',
      onAction: () => viewer?.setZoom('page'),
    },
    'separator',
    ...[0.75, 1, 1.25, 1.5, 2].map((scale) => ({
      id: String(scale),
      label: percent(scale),
      isSelected: view?.zoom === scale,
      onAction: () => viewer?.setZoom(scale),
    })),
  ];
  return (
    <Menu
      label={t('zoom.menu')}
      entries={entries}
      trigger={
        <Button icon={ZoomIn} aria-label={`${t('zoom.menu')}: ${percent(view?.scale ?? 1)}`}>
          {percent(view?.scale ?? 1)}
        </Button>
      }
    />
  );
}
