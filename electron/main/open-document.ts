import { mkdirSync, rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '@shared/lib/result';

const handedOut = z.object({ path: z.string().refine(isAbsolute), isCopy: z.boolean() });

/** What the system does with a path; tests and the demo put their own in its place. */
export interface SystemOpening {
  /** @returns why it could not, '' when it could */
  open(path: string): Promise<string>;
  show(path: string): void;
}

/**
 * Hands documents to the system. Only paths that the library process gave for an attachment are opened: the page names the attachment and
 * never a path, and learns none.
 */
export class DocumentOpener {
  /**
   * @param folder private folder for readable copies; cleared away here, that is at each start
   * @param ask asks the library process for a path
   */
  constructor(
    private readonly folder: string,
    private readonly ask: (input: {
      readonly attachmentId: string;
      readonly folder: string;
    }) => Promise<Result<unknown>>,
    private readonly system: SystemOpening,
  ) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Windows keeps files that a program still has open; the next start clears them.
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /**
   * @param how `open` with the program the system has for it, `show` in its folder
   * @returns the failures of the library process, or `desktop.no-program`
   */
  async hand(attachmentId: string, how: 'open' | 'show'): Promise<Result<{ isCopy: boolean }>> {
    const answer = await this.ask({ attachmentId, folder: this.folder });
    if (!answer.ok) return answer;
    const { path, isCopy } = handedOut.parse(answer.value);
    if (how === 'show') {
      this.system.show(path);
      return ok({ isCopy });
    }
    const problem = await this.system.open(path);
    return problem === '' ? ok({ isCopy }) : fail('desktop.no-program', undefined, problem);
  }
}
