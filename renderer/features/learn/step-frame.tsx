import { ArrowLeft, ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleView } from '@shared/domain/learning/module-view';
import { useGo } from '../../lib/navigation';
import { Button, IconButton, Popover, PopoverTrigger } from '../../ui';
import styles from './learn.module.css';
import { useNarrow } from './use-narrow';

/** What every screen of a module has around it. */
export interface StepFrame {
  readonly module: ModuleView;
  readonly side: ReactNode;
  readonly nav: ReactNode;
}

/** Title bar of a module: back to the map, the name. */
export function ModuleBar({ module }: { readonly module: ModuleView }) {
  const { t } = useTranslation('learn');
  const go = useGo();
  return (
    <>
      <IconButton
        icon={ArrowLeft}
        label={t('backToMap')}
        onPress={() => {
          go('/learn');
        }}
      />
      <h1 className={styles.barTitle}>{module.title}</h1>
    </>
  );
}

/** Beside a paper: the list of steps as a column, or behind a button where the window is narrow. */
export function useSideBesidePaper(side: ReactNode): { readonly side?: ReactNode; readonly end?: ReactNode } {
  const { t } = useTranslation('learn');
  const narrow = useNarrow();
  if (!narrow) return { side };
  return {
    end: (
      <PopoverTrigger>
        <Button icon={ListTree}>{t('side.open')}</Button>
        <Popover label={t('side.label')}>
          <nav aria-label={t('side.label')} className={styles.stepsPopover}>
            {side}
          </nav>
        </Popover>
      </PopoverTrigger>
    ),
  };
}
