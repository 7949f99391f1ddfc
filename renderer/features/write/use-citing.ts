import type { Editor } from '@tiptap/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitationItem } from '@shared/domain/report/citation';
import type { CitationOptions } from './editor/citation-node';
import { CitationTexts } from './editor/citation-texts';

/** The citation being made or changed; `position` is null for a new one. */
export interface Citing {
  readonly editor: Editor;
  readonly position: number | null;
  readonly items: readonly CitationItem[];
}

/** Opens the picker for citations of any section and writes what it answers into the text. */
export function useCiting(): {
  readonly texts: CitationTexts;
  readonly options: CitationOptions;
  readonly citing: Citing | null;
  readonly start: (editor: Editor) => void;
  readonly finish: (items: readonly CitationItem[]) => void;
  readonly remove: () => void;
  readonly close: () => void;
} {
  const { i18n } = useTranslation('write');
  const [texts] = useState(() => new CitationTexts());
  const [citing, setCiting] = useState<Citing | null>(null);

  const start = useCallback((editor: Editor) => {
    setCiting({ editor, position: null, items: [] });
  }, []);
  const options = useMemo<CitationOptions>(
    () => ({
      texts,
      onNew: start,
      onOpen: setCiting,
      describe: (text) => i18n.t('write:cite.describe', { text }),
    }),
    [i18n, start, texts],
  );
  const close = useCallback(() => {
    setCiting((current) => {
      current?.editor.commands.focus();
      return null;
    });
  }, []);
  const finish = useCallback(
    (items: readonly CitationItem[]) => {
      if (citing === null) return;
      if (citing.position === null) insertCitation(citing.editor, items);
      else changeCitation(citing.editor, citing.position, items);
      setCiting(null);
    },
    [citing],
  );
  const remove = useCallback(() => {
    if (citing !== null && citing.position !== null) {
      const { editor, position } = citing;
      editor
        .chain()
        .focus()
        .deleteRange({ from: position, to: position + 1 })
        .run();
    }
    setCiting(null);
  }, [citing]);

  return { texts, options, citing, start, finish, remove, close };
}

/** A citation as editor content; inside a claim it belongs to the claim. */
export function citationContent(editor: Editor, items: readonly CitationItem[]) {
  const claim = editor.isActive('claim') ? editor.getAttributes('claim') : null;
  return {
    type: 'citation',
    attrs: { citationId: crypto.randomUUID(), items },
    ...(claim === null ? {} : { marks: [{ type: 'claim', attrs: claim }] }),
  };
}

function insertCitation(editor: Editor, items: readonly CitationItem[]): void {
  const { $to } = editor.state.selection;
  const before = $to.parent.textBetween(Math.max(0, $to.parentOffset - 1), $to.parentOffset, undefined, ' ');
  const space = before === '' || /\s/u.test(before) ? [] : [{ type: 'text', text: ' ' }];
  // A selection is cited, not replaced.
  editor
    .chain()
    .focus()
    .insertContentAt($to.pos, [...space, citationContent(editor, items)])
    .run();
}

function changeCitation(editor: Editor, position: number, items: readonly CitationItem[]): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const node = tr.doc.nodeAt(position);
      if (node === null) return false;
      tr.setNodeMarkup(position, undefined, { ...node.attrs, items }, node.marks);
      return true;
    })
    .run();
}
