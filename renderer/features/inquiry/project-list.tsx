import { Plus, RefreshCw, Sprout } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findStage, isTooManyActive } from '@shared/domain/inquiry';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, Chip, EmptyState, ErrorNote, Note, Place, Section, Skeleton } from '../../ui';
import { useLocal, type Content } from './content';
import { NewProjectDialog } from './new-project-dialog';
import styles from './inquiry.module.css';
import projectsStyles from './projects.module.css';

type Card = CallOutput<'inquiry.list'>['projects'][number];

function ProjectCard({ card, content }: { readonly card: Card; readonly content: Content }) {
  const { t } = useTranslation('inquiry');
  const go = useGo();
  const formats = useFormats();
  const local = useLocal();
  const model = content.models.find((candidate) => candidate.id === card.modelId);
  const stage = model && card.activeStageId !== null ? findStage(model, card.activeStageId) : undefined;
  return (
    <li className={projectsStyles['card']}>
      <div className={projectsStyles['cardHead']}>
        <h3 className={projectsStyles['cardTitle']}>
          <Button
            variant="link"
            onPress={() => {
              go(`/inquiry/${card.id}`);
            }}
          >
            {card.title}
          </Button>
        </h3>
        {model ? <Chip>{local(model.phaseLine)}</Chip> : null}
        {card.isSample ? <Chip tone="accent">{t('list.sample')}</Chip> : null}
      </div>
      <p className={projectsStyles['cardQuestion']} data-empty={card.question === ''}>
        {card.question || card.problem || t('list.noQuestion')}
      </p>
      <p className={styles['meta']}>
        {t('list.cycle', { number: card.cycleNumber })}
        {' · '}
        {stage ? local(stage.title) : t(`status.${card.status}`)}
        {' · '}
        {t('list.progress', { done: card.done, stages: card.stages })}
        {' · '}
        {t('list.changed', { when: formats.ago(card.updatedAt) })}
      </p>
    </li>
  );
}

/** All inquiries; an empty one says what an inquiry is for. */
export function ProjectList({ isNewOpen }: { readonly isNewOpen: boolean }) {
  const { t } = useTranslation('inquiry');
  const go = useGo();
  const [isOpen, setIsOpen] = useState(false);
  const list = useContract(
    'inquiry.list',
    {},
    { tables: ['project', 'cycle', 'stage_run', 'project_field'] },
  );
  const content = useContract('inquiry.content', {}, { tables: [] });
  const open = (): void => {
    setIsOpen(true);
  };
  const change = (next: boolean): void => {
    setIsOpen(next);
    if (!next && isNewOpen) go('/inquiry', { replace: true });
  };
  const failed = list.error ?? content.error;
  const projects = list.data?.projects ?? [];
  const running = projects.filter((card) => card.status === 'active');
  const resting = projects.filter((card) => card.status !== 'active');
  const active = running.filter((card) => !card.isSample).length;
  return (
    <Place
      title={t('list.title')}
      surface="sheet"
      end={
        projects.length > 0 ? (
          <Button variant="primary" icon={Plus} onPress={open}>
            {t('list.new')}
          </Button>
        ) : undefined
      }
    >
      {failed ? <ErrorNote failure={failed.failure} /> : null}
      {!failed && (!list.data || !content.data) ? <Skeleton label={t('place')} lines={5} /> : null}
      {list.data && projects.length === 0 ? (
        <EmptyState
          icon={Sprout}
          title={t('list.empty.title')}
          hint={t('list.empty.hint')}
          actions={
            <Button variant="primary" icon={RefreshCw} onPress={open}>
              {t('list.new')}
            </Button>
          }
        >
          {t('list.empty.text')}
        </EmptyState>
      ) : null}
      {content.data && projects.length > 0 ? (
        <div className={styles['stack']}>
          {isTooManyActive(active) ? <Note tone="warn">{t('list.tooMany', { count: active })}</Note> : null}
          {(
            [
              ['running', running],
              ['resting', resting],
            ] as const
          ).map(([name, cards]) =>
            cards.length === 0 ? null : (
              <Section key={name} title={t(`list.${name}`)}>
                <ul className={projectsStyles['cards']}>
                  {cards.map((card) => (
                    <ProjectCard key={card.id} card={card} content={content.data} />
                  ))}
                </ul>
              </Section>
            ),
          )}
        </div>
      ) : null}
      {content.data ? (
        <NewProjectDialog
          content={content.data}
          running={running.filter((card) => !card.isSample).map((card) => card.title)}
          isOpen={isOpen || isNewOpen}
          onOpenChange={change}
        />
      ) : null}
    </Place>
  );
}
