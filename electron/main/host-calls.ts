// The asynchronous functions that replace these are not in the fallback binary (ADR 0012).
/* eslint-disable @typescript-eslint/no-deprecated -- see above */
import { safeStorage } from 'electron';
import { z } from 'zod';
import type { HostMethod } from '@shared/ipc/wire';
import { fail, ok, type Result } from '@shared/lib/result';
import { HttpSender } from './http';
import { printToPdf } from './print';

const sealInput = z.object({ text: z.string().max(1_000) });
const openInput = z.object({ sealed: z.base64().max(10_000) });

/** What only main can do for the library process: print, send requests, encrypt for the user. */
export class HostCalls {
  readonly #http: HttpSender;

  /** @param standIn address on this computer that stands in for online services (tests); undefined for the real ones */
  constructor(standIn: string | undefined) {
    this.#http = new HttpSender(standIn);
  }

  /** @param method one of the methods @param input as it came from the library process */
  answer(method: HostMethod, input: unknown): Promise<Result<unknown>> {
    switch (method) {
      case 'print-to-pdf':
        return printToPdf(input);
      case 'http-get':
        return this.#http.get(input);
      case 'http-cancel':
        return Promise.resolve(this.#http.cancel(input));
      case 'seal-secret':
        return Promise.resolve(seal(input));
      case 'open-secret':
        return Promise.resolve(open(input));
    }
  }
}

/** Linux without a keyring only pretends to encrypt: then nothing is kept. */
function canSeal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

function seal(input: unknown): Result<string> {
  const parsed = sealInput.safeParse(input);
  if (!parsed.success || !canSeal()) return fail('host.no-safe-storage');
  return ok(safeStorage.encryptString(parsed.data.text).toString('base64'));
}

function open(input: unknown): Result<string> {
  const parsed = openInput.safeParse(input);
  if (!parsed.success || !canSeal()) return fail('host.secret-unreadable');
  try {
    return ok(safeStorage.decryptString(Buffer.from(parsed.data.sealed, 'base64')));
  } catch (error) {
    return fail('host.secret-unreadable', undefined, String(error));
  }
}
