import {
  annotatedFile,
  annotationById,
  annotationRow,
  annotationsOfAttachment,
  annotationsOfItem,
  keepOpened,
  keepPlace,
  settingValue,
  targetColumns,
  type AnnotatedFile,
} from '@db/repositories/annotation';
import {
  colorMeanings,
  type Annotation,
  type AnnotationColor,
  type AnnotationDraft,
  type AnnotationPatch,
  type AnnotationTarget,
  type ColorMeanings,
} from '@shared/domain/annotation';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

/** Name of the setting that holds what the person calls the colours. */
const MEANINGS_SETTING = 'annotation.meanings';

type Ports = Pick<Core, 'db' | 'commands' | 'clock' | 'ids' | 'events'>;

/** Annotations of papers: all changes are steps of undo; removal is a move to the trash. */
export class AnnotationService {
  readonly #core: Ports;

  constructor(core: Ports) {
    this.#core = core;
  }

  /** Also remembers that the item was opened. @returns what the reader shows; `files.attachment-not-found` */
  openPaper(
    attachmentId: string,
  ): Result<Omit<AnnotatedFile, 'fileId' | 'title'> & { readonly fileTitle: string }> {
    const { clock, db, events } = this.#core;
    const file = annotatedFile(db, attachmentId);
    if (!file) return fail('files.attachment-not-found');
    keepOpened(db, file.itemId, clock.now());
    // Not in the command log, so nobody else says it; sequence 0 is older than every entry.
    events.emit('library.changed', { tables: ['item'], sequence: 0 });
    const { itemId, itemTitle, mediaType, lastPageIndex, title } = file;
    return ok({ itemId, itemTitle, mediaType, lastPageIndex, fileTitle: title });
  }

  /** @returns annotations in reading order; `files.attachment-not-found` */
  list(attachmentId: string): Result<readonly Annotation[]> {
    if (!annotatedFile(this.#core.db, attachmentId)) return fail('files.attachment-not-found');
    return ok(annotationsOfAttachment(this.#core.db, attachmentId));
  }

  /** @returns annotations of all files of an item; none when the item has none */
  listForItem(itemId: string): readonly Annotation[] {
    return annotationsOfItem(this.#core.db, itemId);
  }

  /** @returns the annotation and its item's title; `annotation.not-found` */
  get(id: string): Result<{ readonly annotation: Annotation; readonly itemTitle: string }> {
    const found = annotationById(this.#core.db, id);
    return found ? ok(found) : fail('annotation.not-found');
  }

  /** @param drafts one per page of a selection; together one step of undo @returns `files.attachment-not-found` */
  create(attachmentId: string, drafts: readonly AnnotationDraft[]): Result<readonly Annotation[]> {
    const { commands, clock, db, ids } = this.#core;
    const file = annotatedFile(db, attachmentId);
    if (!file) return fail('files.attachment-not-found');
    const now = clock.now();
    const made = drafts.map((draft) =>
      annotationRow({ id: ids.next(), itemId: file.itemId, attachmentId }, draft, now),
    );
    commands.run('annotation.create', (change) => {
      for (const row of made) change.insert('annotation', row);
    });
    const wanted = new Set(made.map((row) => row.id));
    return ok(annotationsOfAttachment(db, attachmentId).filter((annotation) => wanted.has(annotation.id)));
  }

  /** Typing a comment is one step of undo per pause. @returns `annotation.not-found` */
  update(id: string, patch: AnnotationPatch): Result<Annotation> {
    const { commands, clock, db } = this.#core;
    const before = annotationById(db, id)?.annotation;
    if (!before) return fail('annotation.not-found');
    if (changesNothing(before, patch)) return ok(before);
    const onlyComment = patch.comment !== undefined && Object.keys(patch).length === 1;
    const columns = {
      ...(patch.type === undefined ? {} : { type: patch.type }),
      ...(patch.color === undefined ? {} : { color: patch.color }),
      ...(patch.comment === undefined ? {} : { comment: patch.comment }),
      ...(patch.target === undefined ? {} : targetColumns(patch.target)),
      updated_at: clock.now(),
    };
    commands.run(
      'annotation.update',
      (change) => {
        change.update('annotation', id, columns);
      },
      onlyComment ? { coalesceKey: `annotation.comment:${id}` } : {},
    );
    const updated = annotationById(db, id);
    return updated ? ok(updated.annotation) : fail('annotation.not-found');
  }

  /** Moves annotations to the trash; their links stay, so that undo brings all back. @returns `annotation.not-found` if none is there */
  remove(annotationIds: readonly string[]): Result<number> {
    const { commands, clock, db } = this.#core;
    const present = [...new Set(annotationIds)].filter((id) => annotationById(db, id));
    if (present.length === 0) return fail('annotation.not-found');
    const now = clock.now();
    commands.run(
      'annotation.remove',
      (change) => {
        for (const id of present) change.update('annotation', id, { trashed_at: now });
      },
      { params: { count: present.length } },
    );
    return ok(present.length);
  }

  /**
   * Writes new places of annotations that were found again in another copy of their file; one step of undo.
   * @returns how many were moved; ids that are not there are left out
   */
  reanchor(found: readonly { readonly annotationId: string; readonly target: AnnotationTarget }[]): number {
    const { commands, db } = this.#core;
    const present = found.filter(({ annotationId }) => annotationById(db, annotationId));
    commands.run(
      'annotation.reanchor',
      (change) => {
        for (const { annotationId, target } of present)
          change.update('annotation', annotationId, targetColumns(target));
      },
      { params: { count: present.length } },
    );
    return present.length;
  }

  /** @returns the names the person gave to colours */
  meanings(): ColorMeanings {
    const stored = settingValue(this.#core.db, MEANINGS_SETTING);
    const parsed = colorMeanings.safeParse(stored === undefined ? {} : JSON.parse(stored));
    return parsed.success ? parsed.data : {};
  }

  /** @param meaning the new name; empty brings the default name back */
  renameColor(color: AnnotationColor, meaning: string): ColorMeanings {
    const others = Object.entries(this.meanings()).filter(([key]) => key !== color);
    const meanings = colorMeanings.parse(
      Object.fromEntries(meaning === '' ? others : [...others, [color, meaning]]),
    );
    const value = JSON.stringify(meanings);
    const exists = settingValue(this.#core.db, MEANINGS_SETTING) !== undefined;
    this.#core.commands.run('annotation.renameColor', (change) => {
      if (exists) change.update('setting', MEANINGS_SETTING, { value });
      else change.insert('setting', { id: MEANINGS_SETTING, value });
    });
    return meanings;
  }

  /** @returns `files.attachment-not-found` */
  keepPlace(attachmentId: string, pageIndex: number): Result<true> {
    return keepPlace(this.#core.db, attachmentId, pageIndex) > 0
      ? ok(true)
      : fail('files.attachment-not-found');
  }
}

/** Leaving a field without typing must not become a step of undo. */
function changesNothing(before: Annotation, patch: AnnotationPatch): boolean {
  return (
    patch.target === undefined &&
    (patch.type ?? before.type) === before.type &&
    (patch.color ?? before.color) === before.color &&
    (patch.comment ?? before.comment) === before.comment
  );
}
