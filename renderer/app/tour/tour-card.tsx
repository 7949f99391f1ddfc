import { X } from 'lucide-react';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { Button, IconButton } from '../../ui';
import { tourSteps, useTour, type TourStep } from './tour-store';
import styles from './tour.module.css';

/** The address that shows a stop; the reader opens the first sample paper that has a PDF. */
async function addressOf(step: TourStep): Promise<string> {
  if (step !== 'reader') return `/${step}`;
  const view = { scope: { kind: 'all' as const } };
  const papers = await call('library.list', {
    view,
    sort: { by: 'added', direction: 'ascending' },
    limit: 500,
  });
  const rows = papers.ok ? papers.value.rows.filter((row) => row.attachmentId !== null) : [];
  // A paper in the language of the window, as far as its letters tell.
  const isCyrillic = i18next.resolvedLanguage === 'uk';
  const samples = rows.filter((row) => row.isSample);
  const paper = samples.find((row) => /[а-яіїєґ]/i.test(row.title) === isCyrillic) ?? samples[0] ?? rows[0];
  return paper?.attachmentId ? `/reader/${paper.attachmentId}?page=1` : '/library';
}

/** The first-run tour: one short card at a time, in the place it speaks of; never in the way, closed with Escape. */
export function TourCard() {
  const { t } = useTranslation(['desk', 'common']);
  const go = useGo();
  const step = useTour((state) => state.step);
  const goTo = useTour((state) => state.goTo);
  useEffect(() => {
    if (step !== null) void addressOf(step).then(go);
  }, [step, go]);
  if (step === null) return null;
  const index = tourSteps.indexOf(step);
  const previous = tourSteps[index - 1];
  const next = tourSteps[index + 1];
  const finish = (): void => {
    goTo(null);
    void call('settings.set', { tourDone: true });
  };
  return (
    // Escape is a second way to close; the button is the first.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <section
      className={styles['card']}
      aria-label={t('tour.label')}
      aria-live="polite"
      onKeyDown={(event) => {
        if (event.key === 'Escape') finish();
      }}
    >
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t(`tour.${step}.title`)}</h2>
        <IconButton icon={X} size="small" label={t('tour.end')} onPress={finish} />
      </header>
      <p className={styles['text']}>{t(`tour.${step}.text`)}</p>
      <footer className={styles['foot']}>
        <span className={styles['where']}>
          {t('tour.where', { step: index + 1, steps: tourSteps.length })}
        </span>
        {previous === undefined ? null : (
          <Button
            size="small"
            onPress={() => {
              goTo(previous);
            }}
          >
            {t('common:action.back')}
          </Button>
        )}
        <Button
          size="small"
          variant="primary"
          onPress={() => {
            if (next === undefined) finish();
            else goTo(next);
          }}
        >
          {next === undefined ? t('tour.finish') : t('common:action.next')}
        </Button>
      </footer>
    </section>
  );
}
