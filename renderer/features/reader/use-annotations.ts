import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation, AnnotationColor, ColorMeanings } from '@shared/domain/annotation';
import { COLOR_NAMES } from '@shared/domain/annotation';
import { useContract } from '../../lib/queries';

const NONE: readonly Annotation[] = [];

/** Annotations of a file in reading order; none while they are read. */
export function useAnnotations(attachmentId: string): {
  readonly annotations: readonly Annotation[];
  readonly ready: boolean;
} {
  const { data } = useContract(
    'annotation.list',
    { attachmentId },
    { tables: ['annotation', 'attachment', 'link'] },
  );
  return useMemo(() => ({ annotations: data?.annotations ?? NONE, ready: data !== undefined }), [data]);
}

/** What the person calls each colour: the own name, else the default one of the language. */
export function useMeanings(): (color: AnnotationColor) => string {
  const { t } = useTranslation('reader');
  const { data } = useContract('annotation.palette', {}, { tables: ['setting'] });
  return useMemo(() => {
    const own: ColorMeanings = data?.meanings ?? {};
    return (color) => own[color] ?? t(`palette.meaning.${COLOR_NAMES[color]}`);
  }, [data, t]);
}
