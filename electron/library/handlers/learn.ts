import { ok } from '@shared/lib/result';
import { ContentStore } from '../adapters/content-store';
import type { Core } from '../core';
import { LearnService } from '../services/learn';
import { SampleLibraryService } from '../services/learn-samples';
import type { AreaHandlers } from './handler';

/** Calls of area learn -> services. @param core shared services */
export function learnHandlers(core: Core): AreaHandlers<'learn'> {
  const content = new ContentStore(core.resources);
  const learn = new LearnService(core, content);
  const samples = new SampleLibraryService(core, content);
  return {
    'learn.map': (input) => ok(learn.map(input.language)),
    'learn.module': (input) => learn.module(input.moduleId, input.language),
    'learn.state': (input) => learn.state(input.moduleId),
    'learn.saveStep': (input) => learn.saveStep(input.moduleId, input.step, input.completed),
    'learn.attempt': (input) => learn.attempt(input.moduleId, input.exerciseId, input.response),
    'learn.answer': (input) => learn.answer(input.moduleId, input.exerciseId),
    'learn.paper': (input) => learn.paper(input.paperId),
    'learn.addSamples': (input) =>
      input.onlyFirstRun ? samples.addOnFirstRun(input.language) : samples.add(input.language),
    'learn.glossary': (input) => learn.glossary(input.language),
  };
}
