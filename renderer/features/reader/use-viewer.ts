import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import {
  PdfViewer,
  type FindState,
  type KeyboardSelection,
  type OpenDocument,
  type ViewSelection,
  type ViewState,
} from '../../pdf';
import { copyText, toast } from '../../ui';
import { keepView, useReader } from './store';

/** After this time without being seen, pictures of pages are freed. */
const HIDDEN_PAUSE_MS = 60_000;
/** The page is remembered when the reader has rested on it. */
const PLACE_PAUSE_MS = 800;

/** The viewer and what it says about itself. */
export interface ViewerState {
  readonly viewer: PdfViewer | undefined;
  readonly view: ViewState | undefined;
  readonly selection: ViewSelection | undefined;
  readonly keyboard: KeyboardSelection | undefined;
  readonly found: FindState | undefined;
}

/** What presses on the page do. */
export interface PressActions {
  readonly onMark: (id: string) => void;
  readonly onPage: (point: { readonly pageIndex: number; readonly x: number; readonly y: number }) => void;
}

const NOTHING: ViewerState = {
  viewer: undefined,
  view: undefined,
  selection: undefined,
  keyboard: undefined,
  found: undefined,
};

/**
 * Shows a document in an element.
 * @param stage the element
 * @param document the open document
 * @param attachmentId its attachment, to keep place and zoom
 * @param startPage zero-based page to begin with when the paper was not open before
 * @param actions what presses do; the latest are used
 */
export function useViewer(
  stage: RefObject<HTMLElement | null>,
  document: OpenDocument,
  attachmentId: string,
  startPage: number,
  actions: PressActions,
): ViewerState {
  const { t } = useTranslation('reader');
  const { locale } = useFormats();
  const [state, setState] = useState<ViewerState>(NOTHING);
  const latest = useRef({ actions, startPage });
  useEffect(() => {
    latest.current = { actions, startPage };
  });

  useEffect(() => {
    const container = stage.current;
    if (!container) return;
    let viewer: PdfViewer | undefined;
    let over = false;
    const patch = (part: Partial<ViewerState>): void => {
      if (!over) setState((old) => ({ ...old, ...part }));
    };
    const start = async (): Promise<void> => {
      const made = await PdfViewer.create(container, document, {
        locale,
        pageName: (label) => t('page', { label }),
        internalLinkLabel: t('linkInside'),
        onView: (view) => {
          patch({ view });
        },
        onSelection: (selection) => {
          patch({ selection });
        },
        onKeyboardSelection: (keyboard) => {
          patch({ keyboard });
        },
        onFind: (found) => {
          patch({ found });
        },
        onMarkPressed: (id) => {
          latest.current.actions.onMark(id);
        },
        onPagePressed: (pageIndex, x, y) => {
          latest.current.actions.onPage({ pageIndex, x, y });
        },
        onExternalLink: (url) => void openLink(url, t('linkCopied', { url })),
        onDrawFailed: (page) => {
          const label = document.pageLabels[page] ?? String(page + 1);
          toast({ text: t('drawFailed', { label }), tone: 'warn' });
        },
      });
      if (over) {
        made.destroy();
        return;
      }
      viewer = made;
      made.scroller.tabIndex = 0;
      made.scroller.setAttribute('role', 'group');
      made.scroller.setAttribute('aria-label', t('pages'));
      const kept = useReader.getState().views[attachmentId];
      if (kept) made.setZoom(kept.zoom);
      made.restore(kept?.place ?? { pageIndex: latest.current.startPage, offset: 0 });
      patch({ viewer: made });
    };
    void start();
    return () => {
      over = true;
      viewer?.destroy();
      setState(NOTHING);
    };
  }, [stage, document, attachmentId, locale, t]);

  useKeptPlace(attachmentId, state);
  useFreedWhenHidden(state.viewer);
  return state;
}

function useKeptPlace(attachmentId: string, { viewer, view }: ViewerState): void {
  useEffect(() => {
    if (!viewer || !view) return;
    keepView(attachmentId, { place: viewer.place, zoom: view.zoom });
    const timer = window.setTimeout(() => {
      void call('annotation.keepPlace', { attachmentId, pageIndex: view.pageIndex });
    }, PLACE_PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [attachmentId, viewer, view]);
}

function useFreedWhenHidden(viewer: PdfViewer | undefined): void {
  useEffect(() => {
    if (!viewer) return;
    let timer = 0;
    const onChange = (): void => {
      window.clearTimeout(timer);
      if (document.hidden) {
        timer = window.setTimeout(() => {
          viewer.setHidden(true);
        }, HIDDEN_PAUSE_MS);
      } else viewer.setHidden(false);
    };
    document.addEventListener('visibilitychange', onChange);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', onChange);
    };
  }, [viewer]);
}

/** Only https is opened in the browser; any other address is copied for the person to judge. */
async function openLink(url: string, copied: string): Promise<void> {
  if (url.toLowerCase().startsWith('https:')) {
    await call('desktop.openExternal', { url });
    return;
  }
  await copyText(url);
  toast({ text: copied });
}
