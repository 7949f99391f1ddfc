import { v7 as uuidv7 } from 'uuid';
import type { TestLibrary } from './open-test-library';

/** A project with its first cycle, and pupils in its consent register. */
export interface SampleProject {
  readonly projectId: string;
  readonly cycleId: string;
}

const AT = '2026-01-15T08:00:00.000Z';

/**
 * Puts a project with one cycle and a consent register into a test library, through the command log.
 * @param library an open test library
 * @param pseudonyms pupils with consent and assent
 */
export function addProject(library: TestLibrary, pseudonyms: readonly string[] = []): SampleProject {
  const projectId = uuidv7();
  const cycleId = uuidv7();
  library.library.core.commands.run('test.project', (change) => {
    change.insert('project', {
      id: projectId,
      kind: 'new-inquiry',
      title: 'Paired reading',
      model_id: 'kmt',
      model_version: '1',
      guidance: 'guided',
      status: 'active',
      is_based_on: null,
      is_sample: 0,
      created_at: AT,
      updated_at: AT,
      trashed_at: null,
    });
    change.insert('cycle', {
      id: cycleId,
      project_id: projectId,
      number: 1,
      decision: null,
      decision_reason: '',
      opened_at: AT,
      closed_at: null,
    });
    for (const pseudonym of pseudonyms) {
      change.insert('consent', {
        id: uuidv7(),
        project_id: projectId,
        pseudonym,
        guardian_consent: 'yes',
        child_assent: 'yes',
        scope: '{}',
        consented_at: AT,
        withdrawn_at: null,
        updated_at: AT,
      });
    }
  });
  return { projectId, cycleId };
}

/**
 * Changes one entry of the consent register, as the inquiry place does.
 * @param library an open test library
 * @param project the project
 * @param pseudonym whose entry
 * @param patch what changes
 */
export function changeConsent(
  library: TestLibrary,
  project: SampleProject,
  pseudonym: string,
  patch: { readonly withdrawn_at?: string | null; readonly guardian_consent?: string },
): void {
  const { db, commands } = library.library.core;
  const row = db
    .prepare<[string, string], { id: string }>(
      'SELECT id FROM consent WHERE project_id = ? AND pseudonym = ?',
    )
    .get(project.projectId, pseudonym);
  if (!row) throw new Error('No such consent entry');
  commands.run('inquiry.set-consent', (change) => {
    change.update('consent', row.id, patch);
  });
}
