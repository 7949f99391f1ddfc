import { CircleHelp, SearchCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ModuleView } from '@shared/domain/learning/module-view';
import { Disclosure, Eyebrow, Note, Place } from '../../ui';
import styles from './learn.module.css';
import { ModuleBar, type StepFrame } from './step-frame';
import { Paragraphs } from './rich-text';
import { TermLinks } from './term-links';

interface CardStepProps {
  readonly frame: StepFrame;
  readonly card: ModuleView['cards'][number];
  /** From 1. */
  readonly number: number;
}

/** One short card: what to know, what to look for, a wrong belief to think about. */
export function CardStep({ frame, card, number }: CardStepProps) {
  const { t } = useTranslation('learn');
  const { module, side, nav } = frame;
  return (
    <Place
      title={module.title}
      start={<ModuleBar module={module} />}
      side={side}
      sideLabel={t('side.label')}
      sideSize="wide"
      surface="sheet"
    >
      <article className={styles.reading}>
        <p className={styles.quiet}>{t('card.number', { number, count: module.cards.length })}</p>
        <h2>{card.title}</h2>
        <Paragraphs texts={card.body} />
        <Note icon={SearchCheck} title={t('card.check')}>
          {card.check}
        </Note>
        {card.myth ? (
          <section className={styles.myth}>
            <Eyebrow level={3}>{t('card.myth')}</Eyebrow>
            <p className={styles.claim}>
              <CircleHelp size={20} strokeWidth={1.6} aria-hidden />
              {t('card.claim', { claim: card.myth.claim })}
            </p>
            <Disclosure title={t('card.think')} level={4}>
              <p>{card.myth.answer}</p>
            </Disclosure>
          </section>
        ) : null}
        <TermLinks ids={card.terms} />
      </article>
      {nav}
    </Place>
  );
}
