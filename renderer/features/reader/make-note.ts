import i18next from 'i18next';
import { COLOR_NAMES, notesOf, type NotedAnnotation, type NoteOrder } from '@shared/domain/annotation';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** Papers of one note; more would be a book. */
const MOST_PAPERS = 200;

interface NotedPaper {
  readonly title: string;
  /** "Halas, Brook 2019" */
  readonly who: string;
}

/**
 * Makes a note of everything marked in papers: on the paper when it is one, on none when there are several. The quotations lead back
 * to their pages.
 * @param itemIds papers, in the order of the note
 * @param order page by page, or by what the colours mean
 * @param go moves the window, for "Show"
 */
export async function makeNote(
  itemIds: readonly string[],
  order: NoteOrder,
  go: (address: string) => void,
): Promise<void> {
  if (itemIds.length > MOST_PAPERS) {
    toast({ text: i18next.t('reader:note.tooMany', { count: MOST_PAPERS }), tone: 'warn' });
    return;
  }
  const annotations: NotedAnnotation[] = [];
  const papers = new Map<string, NotedPaper>();
  for (const itemId of itemIds) {
    const [paper, marked] = await Promise.all([
      call('library.get', { itemId }),
      call('annotation.listForItem', { itemId }),
    ]);
    for (const answer of [paper, marked])
      if (!answer.ok) {
        reportFailure(answer.error);
        return;
      }
    if (!paper.ok || !marked.ok) return;
    const { title, authors, year } = paper.value;
    const by = authors === '' ? i18next.t('reader:note.withoutAuthor') : authors;
    papers.set(itemId, { title, who: year === null ? by : `${by} ${String(year)}` });
    annotations.push(...marked.value.annotations);
  }
  const palette = await call('annotation.palette', {});
  if (!palette.ok) {
    reportFailure(palette.error);
    return;
  }
  const bodies = notesOf(annotations, order, {
    meaning: (color) =>
      palette.value.meanings[color] ?? i18next.t(`reader:palette.meaning.${COLOR_NAMES[color]}`),
    citation: ({ itemId, pageLabel: label }) =>
      i18next.t('reader:note.citation', { who: papers.get(itemId)?.who ?? '', label }),
    paper: (itemId) => papers.get(itemId)?.title ?? '',
  });
  if (bodies.length === 0) {
    toast({ text: i18next.t('reader:note.none') });
    return;
  }
  const [only] = itemIds;
  let first: string | undefined;
  for (const body of bodies) {
    const made = await call('notes.create', {
      itemId: itemIds.length === 1 && only !== undefined ? only : null,
      body,
      format: 'html',
    });
    if (!made.ok) {
      reportFailure(made.error);
      return;
    }
    first ??= made.value.id;
  }
  toast({
    text: i18next.t('reader:note.done', { count: annotations.length }),
    action: {
      label: i18next.t('reader:note.show'),
      run: () => {
        go(`/notes/${first ?? ''}`);
      },
    },
  });
}
