import { PDFDataRangeTransport } from 'pdfjs-dist';

/** Bytes per request: fewer, larger requests than the default, since a local read costs little per byte. */
export const RANGE_CHUNK = 262_144;

/** What is known of a file before it is read. */
export interface RemoteFile {
  readonly length: number;
  readonly firstBytes: Uint8Array;
}

/**
 * Asks for the first bytes of a file and its length.
 * @param url address that answers `Range` requests with 206 and an exposed `Content-Range`
 * @param signal ends the request
 * @returns undefined when the file cannot be read
 */
export async function probeFile(url: string, signal: AbortSignal): Promise<RemoteFile | undefined> {
  const response = await fetch(url, { headers: { Range: `bytes=0-${String(RANGE_CHUNK - 1)}` }, signal });
  if (!response.ok) return undefined;
  const firstBytes = new Uint8Array(await response.arrayBuffer());
  const total = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1];
  return { length: total === undefined ? firstBytes.length : Number(total), firstBytes };
}

/**
 * Feeds pdf.js from range requests. pdf.js itself sends no `Range` header over a custom scheme and would read the whole
 * file; with this it reads one or two megabytes to show the first page of any paper.
 */
export class UrlRangeTransport extends PDFDataRangeTransport {
  readonly #url: string;
  readonly #onFailure: () => void;
  readonly #abort = new AbortController();

  /**
   * @param url address of the file
   * @param file result of {@link probeFile}
   * @param onFailure called once when a later part of the file cannot be read
   */
  constructor(url: string, file: RemoteFile, onFailure: () => void) {
    super(file.length, file.firstBytes, false);
    this.#url = url;
    this.#onFailure = onFailure;
  }

  /** @param begin first byte; @param end one past the last byte */
  override requestDataRange(begin: number, end: number): void {
    void this.#read(begin, end);
  }

  override abort(): void {
    this.#abort.abort();
  }

  async #read(begin: number, end: number): Promise<void> {
    try {
      const response = await fetch(this.#url, {
        headers: { Range: `bytes=${String(begin)}-${String(end - 1)}` },
        signal: this.#abort.signal,
      });
      if (response.status !== 206) throw new Error(`No part of the file: ${String(response.status)}`);
      this.onDataRange(begin, new Uint8Array(await response.arrayBuffer()));
    } catch {
      if (!this.#abort.signal.aborted) this.#onFailure();
    }
  }
}
