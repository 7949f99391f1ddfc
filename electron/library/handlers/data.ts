import { DataRepository } from '@db/repositories/data';
import { createKeyVault } from '../adapters/key-vault';
import type { Core } from '../core';
import { DataAnalysisService } from '../services/data-analysis';
import { DataImportService } from '../services/data-import';
import { DataService } from '../services/data';
import type { AreaHandlers } from './handler';

/** Calls of area data -> services. @param core shared services */
export function dataHandlers(core: Core): AreaHandlers<'data'> {
  const data = new DataRepository(core.db);
  const vault = createKeyVault(core.paths.keys);
  const analysis = new DataAnalysisService(core, data);
  const imports = new DataImportService(core, data, vault, analysis);
  const service = new DataService(core, data, vault, analysis);
  analysis.follow();
  return {
    'data.previewTable': (input) => imports.preview(input),
    'data.importTable': (input) => imports.import(input),
    'data.datasets': (input) => service.datasets(input.projectId),
    'data.dataset': (input) => service.dataset(input.datasetId),
    'data.removeDataset': (input) => service.remove(input.datasetId),
    'data.setMeasure': (input) => service.setMeasure(input.datasetId, input.measure),
    'data.analyses': (input) => analysis.analysesForProject(input.projectId),
    'data.acknowledgeChange': (input) => service.acknowledge(input.analysisId),
    'data.withdraw': (input) => service.withdraw(input.projectId, input.pseudonym),
    'data.sharedAnalyses': (input) => analysis.sharedForProject(input.projectId),
    'data.claim': (input) => analysis.claim(input.projectId),
    'data.openKey': (input) => service.openKey(input.projectId, input.passphrase),
    'data.destroyKey': (input) => service.destroyKey(input.projectId),
  };
}
