import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import type { PdfTextPool } from '../../../electron/library/adapters/pdf-text/pdf-text-pool';
import { writePdf } from '../../builders/pdf-files';
import { aPdfTextPool } from '../../builders/pdf-worker';

/** Small reproducible generator (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Damages a file in one of the ways downloads and bad writers do. */
function damaged(original: Buffer, next: () => number): Buffer {
  const at = (length: number): number => Math.floor(next() * length);
  const bytes = Buffer.from(original);
  const from = at(bytes.length);
  const span = 1 + at(400);
  switch (at(6)) {
    case 0:
      return bytes.subarray(0, from);
    case 1:
      bytes.fill(0, from, Math.min(bytes.length, from + span));
      return bytes;
    case 2:
      for (let count = 0; count < 30; count += 1) bytes[at(bytes.length)] = at(256);
      return bytes;
    case 3:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.max(0, from - span))]);
    case 4:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + span))]);
    default:
      // Numbers made wrong: lengths, object references, counts.
      return Buffer.from(
        bytes.toString('latin1').replace(/\d+/g, (digits) => (next() < 0.05 ? String(at(99_999)) : digits)),
        'latin1',
      );
  }
}

const EXPECTED = ['pdf.password', 'pdf.broken', 'pdf.timeout', 'pdf.crashed'];

describe('damaged PDFs', () => {
  let folder: string;
  let good: string;
  let pool: PdfTextPool;
  const strays: unknown[] = [];
  const onStray = (reason: unknown): void => {
    strays.push(reason);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'inquiry-fuzz-'));
    good = await writePdf(join(folder, 'good.pdf'), {
      info: { Title: 'Reading in pairs', Author: 'Ema Halas' },
      pages: [
        [
          { text: 'Reading in pairs', y: 80, size: 20, font: 'Helvetica-Bold' },
          'Ema Halas',
          'doi 10.5555/pairs.1',
        ],
        ['Second page of running text.'],
        ['Third page of running text.'],
      ],
    });
    pool = await aPdfTextPool({ stallMs: 5_000, heapMb: 256 });
    process.on('unhandledRejection', onStray);
  });
  afterAll(async () => {
    process.off('unhandledRejection', onStray);
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('cost themselves only: each is read or fails with a code, and the next good one is read', async () => {
    const original = readFileSync(good);
    const next = random(20_260_731);
    const codes = new Map<string, number>();
    for (let round = 0; round < 150; round += 1) {
      const path = join(folder, `damaged-${String(round)}.pdf`);
      writeFileSync(path, damaged(original, next));
      const read = await pool.inspect(path);
      const code = read.ok ? 'ok' : read.error.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (read.ok) expect(inferMetadata(read.value, 'damaged.pdf').status).toBeDefined();
      else expect(EXPECTED).toContain(read.error.code);
    }
    expect(codes.get('ok') ?? 0).toBeGreaterThan(20);
    expect(codes.size).toBeGreaterThan(1);
    expect(await pool.inspect(good)).toMatchObject({ ok: true });
    expect(strays).toEqual([]);
  }, 60_000);
});
