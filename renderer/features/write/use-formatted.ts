import { useEffect, useMemo, useState } from 'react';
import type {
  CitationCluster,
  FormattedDocument,
  StyleId,
  StyleLocale,
} from '@shared/domain/report/citation';
import type { ReportSection } from '@shared/domain/report/document';
import { collectCitations } from '@shared/domain/report/walk';
import type { Failure } from '@shared/lib/result';
import { useContract } from '../../lib/queries';
import type { CitationTexts } from './editor/citation-texts';

const TYPING_PAUSE_MS = 250;

/**
 * Formats the citations of a report as it stands on screen, and tells the nodes in the text what they read like.
 * @param sections sections with what is typed now
 * @param texts where the nodes listen
 */
export function useFormatted(
  sections: readonly Pick<ReportSection, 'kind' | 'content'>[],
  style: { readonly styleId: StyleId; readonly locale: StyleLocale },
  texts: CitationTexts,
): { readonly formatted: FormattedDocument | undefined; readonly failure: Failure | null } {
  const clusters = useSettled(useMemo(() => collectCitations(sections), [sections]));
  const { data, error } = useContract(
    'citation.format',
    { ...style, clusters: clusters.map((cluster) => ({ id: cluster.id, items: [...cluster.items] })) },
    { keepPrevious: true, tables: ['item'] },
  );
  useEffect(() => {
    if (data !== undefined) texts.set(new Map(data.citations.map((one) => [one.clusterId, one.plain])));
  }, [data, texts]);
  return { formatted: data, failure: error?.failure ?? null };
}

/** The clusters after a short pause in typing; the same list while nothing about citations changed. */
function useSettled(clusters: readonly CitationCluster[]): readonly CitationCluster[] {
  const key = JSON.stringify(clusters);
  const [settled, setSettled] = useState({ key, clusters });
  useEffect(() => {
    if (key === settled.key) return undefined;
    const timer = window.setTimeout(() => {
      setSettled({ key, clusters });
    }, TYPING_PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [clusters, key, settled.key]);
  return settled.clusters;
}
