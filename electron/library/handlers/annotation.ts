import { ok, type Result } from '@shared/lib/result';
import type { Annotation } from '@shared/domain/annotation';
import type { Core } from '../core';
import { AnnotationService } from '../services/annotation';
import { saveAnnotatedCopy } from '../services/annotation-copy';
import type { AreaHandlers } from './handler';

/** Calls of area annotation -> services. @param core shared services */
export function annotationHandlers(core: Core): AreaHandlers<'annotation'> {
  const service = new AnnotationService(core);
  return {
    'annotation.openPaper': (input) => service.openPaper(input.attachmentId),
    'annotation.list': (input) => asList(service.list(input.attachmentId)),
    'annotation.listForItem': (input) => asList(ok(service.listForItem(input.itemId))),
    'annotation.get': (input) => service.get(input.annotationId),
    'annotation.create': (input) => asList(service.create(input.attachmentId, input.drafts)),
    'annotation.update': (input) => {
      const updated = service.update(input.annotationId, input.patch);
      return updated.ok ? ok({ annotation: updated.value }) : updated;
    },
    'annotation.remove': (input) => {
      const removed = service.remove(input.annotationIds);
      return removed.ok ? ok({ removed: removed.value }) : removed;
    },
    'annotation.reanchor': (input) => ok({ moved: service.reanchor(input.found) }),
    'annotation.palette': () => ok({ meanings: service.meanings() }),
    'annotation.renameColor': (input) => ok({ meanings: service.renameColor(input.color, input.meaning) }),
    'annotation.keepPlace': (input) => {
      const kept = service.keepPlace(input.attachmentId, input.pageIndex);
      return kept.ok ? ok({ kept: true as const }) : kept;
    },
    'annotation.saveCopy': (input) => saveAnnotatedCopy(core, input.attachmentId, input.path, input.author),
  };
}

function asList(result: Result<readonly Annotation[]>): Result<{ annotations: Annotation[] }> {
  return result.ok ? ok({ annotations: [...result.value] }) : result;
}
