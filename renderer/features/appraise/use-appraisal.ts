import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { call, onEvent } from '../../lib/client';
import { nearestLanguage, type Language } from '../../lib/i18n';
import { reportFailure, useContract } from '../../lib/queries';

/** The general questions fit every paper. */
export const GENERAL_SET = 'a-gen';

export type AppraisalSet = CallOutput<'appraisal.set'>;
export type Appraisal = CallOutput<'appraisal.get'>;
export type Question = AppraisalSet['questions'][number];
export type Answer = Appraisal['answers'][number];
type AnswerPart = Pick<CallInput<'appraisal.answer'>, 'answer' | 'notReported' | 'note'>;

const TABLES = ['appraisal', 'appraisal_answer', 'link', 'annotation'];

/** Language of the questions: that of the app. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return nearestLanguage(i18n.resolvedLanguage ?? 'en');
}

/** The questions, and what is answered of an item. */
export function useAppraisal(itemId: string) {
  const language = useLanguage();
  const set = useContract('appraisal.set', { setId: GENERAL_SET, language }, { tables: [] });
  const appraisal = useContract('appraisal.get', { itemId, setId: GENERAL_SET }, { tables: TABLES });
  return { set, appraisal };
}

/** Writing one answer. Failures are shown as status messages. */
export interface AnswerWriter {
  readonly write: (part: AnswerPart) => Promise<boolean>;
  readonly anchor: (annotationId: string) => Promise<void>;
  readonly unanchor: (linkId: string) => Promise<void>;
}

/** @param itemId the paper @param questionId the question */
export function useAnswerWriter(itemId: string, questionId: string): AnswerWriter {
  const write = useCallback(
    async (part: AnswerPart) => {
      const result = await call('appraisal.answer', { itemId, setId: GENERAL_SET, questionId, ...part });
      if (!result.ok) reportFailure(result.error);
      return result.ok;
    },
    [itemId, questionId],
  );
  const anchor = useCallback(
    async (annotationId: string) => {
      const result = await call('appraisal.anchor', { itemId, setId: GENERAL_SET, questionId, annotationId });
      if (!result.ok) reportFailure(result.error);
    },
    [itemId, questionId],
  );
  const unanchor = useCallback(async (linkId: string) => {
    const result = await call('appraisal.unanchor', { linkId });
    if (!result.ok) reportFailure(result.error);
  }, []);
  return { write, anchor, unanchor };
}

/**
 * While it waits, the next highlight that is made in the paper goes to `onHighlight`.
 * @param itemId the paper
 * @param onHighlight gets the ids of the new highlights; keep it stable
 * @returns whether it waits, and the switch
 */
export function useNextHighlight(
  itemId: string,
  onHighlight: (annotationIds: readonly string[]) => void,
): { readonly isWaiting: boolean; readonly setWaiting: (waiting: boolean) => void } {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    let known: ReadonlySet<string> | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const result = await call('annotation.listForItem', { itemId });
      if (over || !result.ok) return;
      const marked = result.value.annotations.filter(({ quote }) => quote !== '').map(({ id }) => id);
      const before = known;
      known = new Set(marked);
      const fresh = before ? marked.filter((id) => !before.has(id)) : [];
      if (fresh.length === 0) return;
      setWaiting(false);
      onHighlight(fresh);
    };
    void look();
    const end = onEvent('library.changed', ({ tables }) => {
      if (tables.includes('annotation')) void look();
    });
    return () => {
      over = true;
      end();
    };
  }, [isWaiting, itemId, onHighlight]);
  return { isWaiting, setWaiting };
}
