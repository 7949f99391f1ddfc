import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANNOTATION_COLORS, filterAnnotations, type AnnotationColor } from '@shared/domain/annotation';
import { Button, ChipToggle, EmptyState, IconButton, Kbd, SearchField } from '../../ui';
import { AnnotationCard } from './annotation-card';
import styles from './annotations.module.css';
import type { SidePanelsProps } from './reader-types';
import { chooseAnnotation, useReader } from './store';

const NO_COLORS: ReadonlySet<AnnotationColor> = new Set();

/** All annotations of the paper in reading order; filtered by words and by the meanings of the colours. */
export function AnnotationList(props: SidePanelsProps) {
  const { t } = useTranslation(['reader', 'common']);
  const { annotations, meaning } = props;
  const [text, setText] = useState('');
  const [colors, setColors] = useState(NO_COLORS);
  const [expanded, setExpanded] = useState(false);
  const commentingId = useReader((state) => state.commentingId);
  const used = useMemo(() => {
    const present = new Set(annotations.map(({ color }) => color));
    return ANNOTATION_COLORS.filter((color) => present.has(color));
  }, [annotations]);
  const shown = useMemo(() => {
    const fitting = new Set(filterAnnotations(annotations, { colors, text }, meaning));
    // What is being commented on stays, also when it does not fit the filter.
    return annotations.filter((annotation) => fitting.has(annotation) || annotation.id === commentingId);
  }, [annotations, colors, commentingId, meaning, text]);
  if (annotations.length === 0) return <NothingMarked />;
  const showAll = (): void => {
    setText('');
    setColors(NO_COLORS);
  };
  return (
    <div className={styles.list}>
      <div className={styles.listTools}>
        <SearchField
          label={t('list.search')}
          clearLabel={t('list.clearSearch')}
          placeholder={t('list.search')}
          value={text}
          onChange={setText}
        />
        <IconButton
          icon={expanded ? ChevronsDownUp : ChevronsUpDown}
          label={t(expanded ? 'list.collapse' : 'list.expand')}
          onPress={() => setExpanded(!expanded)}
        />
      </div>
      {used.length > 1 ? (
        <div className={styles.colorFilter} role="group" aria-label={t('list.colors')}>
          {used.map((color) => (
            <ChipToggle
              key={color}
              color={color}
              isSelected={colors.has(color)}
              onChange={(selected) => setColors(toggled(colors, color, selected))}
            >
              {meaning(color)}
            </ChipToggle>
          ))}
        </div>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState
          compact
          title={t('list.noneFit.title')}
          actions={
            <Button size="small" onPress={showAll}>
              {t('list.noneFit.action')}
            </Button>
          }
        />
      ) : (
        <Cards {...props} annotations={shown} expanded={expanded} />
      )}
    </div>
  );
}

function Cards({ expanded, ...props }: SidePanelsProps & { readonly expanded: boolean }) {
  const { t } = useTranslation('reader');
  const { chosenId, commentingId } = useReader();
  return (
    <ul className={styles.cards} aria-label={t('list.label')}>
      {props.annotations.map((annotation) => (
        <AnnotationCard
          key={annotation.id}
          annotation={annotation}
          title={props.title}
          meaning={props.meaning}
          isChosen={annotation.id === chosenId}
          isCommenting={annotation.id === commentingId}
          isExpanded={expanded}
          isLost={props.lost.has(annotation.id)}
          onShow={() => {
            chooseAnnotation(annotation.id);
            void props.viewer?.show(annotation.pageIndex, annotation.rects);
          }}
          onDelete={() => props.onDelete([annotation])}
          onRecolor={(color) => props.onRecolor(annotation, color)}
        />
      ))}
    </ul>
  );
}

function NothingMarked() {
  const { t } = useTranslation('reader');
  const [before = '', after = ''] = t('list.empty.text', { key: '\u0000' }).split('\u0000');
  return (
    <EmptyState compact title={t('list.empty.title')}>
      {before}
      <Kbd>F7</Kbd>
      {after}
    </EmptyState>
  );
}

function toggled(
  colors: ReadonlySet<AnnotationColor>,
  color: AnnotationColor,
  selected: boolean,
): ReadonlySet<AnnotationColor> {
  const next = new Set(colors);
  if (selected) next.add(color);
  else next.delete(color);
  return next;
}
