import { ArrowLeft, FileText, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { useGo } from '../../lib/navigation';
import { Button, cx, Icon } from '../../ui';
import styles from './paper-tabs.module.css';
import { closePaper, useReader } from './store';

/** The way back to the library and the open papers. */
export function PaperTabs({ current }: { readonly current: string }) {
  const { t } = useTranslation('reader');
  const go = useGo();
  const papers = useReader((state) => state.papers);
  const close = (attachmentId: string): void => {
    const next = closePaper(attachmentId);
    if (attachmentId !== current) return;
    go(next ? `/reader/${next.attachmentId}` : '/library');
  };
  return (
    <>
      <Button icon={ArrowLeft} onPress={() => go('/library')}>
        {t('backToLibrary')}
      </Button>
      <nav aria-label={t('openPapers')} className={styles.papers}>
        {papers.map(({ attachmentId, title }) => (
          <span
            key={attachmentId}
            className={cx(styles.paperTab, attachmentId === current && styles.paperTabCurrent)}
          >
            <AriaButton
              className={styles.paperName ?? ''}
              onPress={() => go(`/reader/${attachmentId}`)}
              {...(attachmentId === current ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon icon={FileText} size={16} />
              <span className={styles.paperTitle}>{title}</span>
            </AriaButton>
            <AriaButton
              className={styles.paperClose ?? ''}
              aria-label={t('closePaper', { title })}
              onPress={() => close(attachmentId)}
            >
              <Icon icon={X} size={14} />
            </AriaButton>
          </span>
        ))}
      </nav>
    </>
  );
}
