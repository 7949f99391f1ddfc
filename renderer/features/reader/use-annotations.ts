import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation, AnnotationColor, ColorMeanings } from '@shared/domain/annotation';
import { COLOR_NAMES } from '@shared/domain/annotation';
import { useContract } from '../../lib/queries';

const NONE: readonly Annotation[] = [];

/** Annotations of a file in reading order; `ready` once they are those of the library and not of an earlier visit. */
export function useAnnotations(attachmentId: string): {
  readonly annotations: readonly Annotation[];
  readonly ready: boolean;
} {
  const { data, isFetching } = useContract(
    'annotation.list',
    { attachmentId },
    { tables: ['annotation', 'attachment', 'link'] },
  );
  const ready = data !== undefined && !isFetching;
  return useMemo(() => ({ annotations: data?.annotations ?? NONE, ready }), [data, ready]);
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
