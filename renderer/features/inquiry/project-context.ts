import { createContext, useContext } from 'react';
import type { CheckContext, CycleModel, EngineState, FieldValue, ModelStage } from '@shared/domain/inquiry';
import type { Content, Detail } from './content';

/** What every part of an open project may look at. */
export interface OpenProject {
  readonly content: Content;
  readonly detail: Detail;
  readonly model: CycleModel;
  readonly state: EngineState;
  readonly checks: CheckContext;
  /** The cycle on screen is closed, or not the current one. */
  readonly isClosed: boolean;
  /** Writes one field; resolves to false when it could not be stored. */
  readonly save: (key: string, value: FieldValue) => Promise<boolean>;
  /** Shows a stage, or a view that is always there. */
  readonly show: (view: string) => void;
}

export const ProjectContext = createContext<OpenProject | null>(null);

/** The open project. @throws outside of a project view: a bug */
export function useProject(): OpenProject {
  const project = useContext(ProjectContext);
  if (!project) throw new Error('useProject outside of a project view');
  return project;
}

/** The stage whose field holds the question, and whether a stage comes after it. */
export function isAfterQuestion(model: CycleModel, content: Content, stage: ModelStage): boolean {
  const key = content.fields.fields.find(
    (field) => field.type === 'long-text' && field.role === 'question',
  )?.key;
  const holds = (candidate: ModelStage): boolean =>
    key !== undefined && [...candidate.requiredFields, ...candidate.recommendedFields].includes(key);
  const first = model.stages.findIndex(holds);
  return first >= 0 && model.stages.indexOf(stage) > first && !holds(stage);
}
