import { ok } from '@shared/lib/result';
import type { DocumentNames } from '../services/document-names';
import type { HealthService } from '../services/health';
import type { ItemFilesService } from '../services/item-files';
import type { RebuildService } from '../services/rebuild';
import type { UnusedFiles } from '../services/unused-files';
import type { AreaHandlers } from './handler';

/** Calls of area health -> services. @param services state and mending, and building again from the sidecars */
export function healthHandlers(services: {
  readonly health: HealthService;
  readonly rebuild: RebuildService;
  readonly itemFiles: ItemFilesService;
  readonly names: DocumentNames;
  readonly unused: UnusedFiles;
}): AreaHandlers<'health'> {
  const { health, rebuild, itemFiles, names, unused } = services;
  return {
    'health.status': () => ok(health.status()),
    'health.check': () => health.check(),
    'health.repairFile': (input) => health.repairFile(input),
    'health.findFiles': (input) => health.findFiles(input.path),
    'health.rebuild': () => rebuild.start(),
    'health.setAside': () => rebuild.setAside(),
    'health.itemFiles': (input) => itemFiles.list(input.itemId),
    'health.addFile': (input) => itemFiles.add(input.itemId, input.path, input.groupId),
    'health.renameFile': (input) => itemFiles.rename(input.attachmentId, input.title),
    'health.removeFile': (input) => itemFiles.remove(input.attachmentId),
    'health.setMainFile': (input) => itemFiles.setMain(input.attachmentId),
    'health.previewNames': (input) => ok(names.preview(input.itemIds)),
    'health.nameFiles': (input) => names.apply(input.itemIds),
    'health.unusedFiles': () => ok(unused.status()),
    'health.freeUnused': () => unused.free(),
    'health.saveFile': (input) => itemFiles.save(input.attachmentId, input.path),
  };
}
