import type { CallInput, CallOutput } from '@shared/ipc/contract';
import type { TestLibrary } from './open-test-library';

/**
 * Exports records and waits for the job.
 * @param library which library
 * @param input as the window would say it
 * @returns what was written; throws the code of a failure
 */
export async function exported(
  library: TestLibrary,
  input: CallInput<'import.exportRecords'>,
): Promise<CallOutput<'import.exported'>> {
  const { jobId } = await library.get('import.exportRecords', input);
  await library.library.core.jobs.finished(jobId);
  const result = await library.call('import.exported', { jobId });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
