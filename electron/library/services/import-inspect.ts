import { ok, type Result } from '@shared/lib/result';
import type { InspectPaper, PaperFacts } from './import-papers';

/** Papers remembered: a folder of this many is read once for its preview and not again for its import. */
const REMEMBERED = 2_000;

/** Reads what papers say about themselves, each paper once. */
export class PaperInspector {
  readonly #facts = new Map<string, Partial<PaperFacts>>();

  /** @param inspectPaper reads one PDF */
  constructor(private readonly inspectPaper: InspectPaper) {}

  /**
   * @param fileId SHA-256 of the file
   * @param path absolute path, of the file itself or of its copy
   * @param fileName gives the title when nothing else does
   */
  async inspect(
    fileId: string,
    path: string,
    fileName: string,
    signal: AbortSignal,
  ): Promise<Result<Partial<PaperFacts>>> {
    const key = `${fileId} ${fileName}`;
    const known = this.#facts.get(key);
    if (known !== undefined) return ok(known);
    const facts = await this.inspectPaper(path, fileName, signal);
    if (facts.ok) {
      const [oldest] = this.#facts.keys();
      if (this.#facts.size >= REMEMBERED && oldest !== undefined) this.#facts.delete(oldest);
      this.#facts.set(key, facts.value);
    }
    return facts;
  }
}
