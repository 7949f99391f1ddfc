import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleView } from '@shared/domain/learning/module-view';
import { useGo } from '../../lib/navigation';
import { IconButton } from '../../ui';
import styles from './learn.module.css';

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
