import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PdfPageText } from '@shared/domain/pdf-metadata/types';
import type { PdfTextPool } from '../../../electron/library/adapters/pdf-text/pdf-text-pool';
import { CYRILLIC_FONT, writePdf } from '../../builders/pdf-files';
import { aPdfTextPool } from '../../builders/pdf-worker';

const corpus = process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');

/** A worker script that misbehaves in one way, for what pdf.js cannot be made to do on demand. */
function rogueWorker(folder: string, name: string, body: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', (request) => { ${body} });\n`,
  );
  return path;
}

/** A page whose content stream unpacks to very much text. */
function inflatingPdf(path: string): string {
  const content = deflateSync(Buffer.from(`BT /F1 1 Tf ${'(aaaaaaaaaaaaaaaa) Tj '.repeat(1_200_000)} ET`));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    null,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${String(index + 1)} 0 obj\n`));
    if (object === null) {
      parts.push(
        Buffer.from(`<< /Length ${String(content.length)} /Filter /FlateDecode >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      );
    } else parts.push(Buffer.from(object));
    parts.push(Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Root 1 0 R /Size 6 >>\nstartxref\n${String(start)}\n%%EOF`,
    ),
  );
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

describe('PDF text pool', () => {
  let folder: string;
  let good: string;
  const pools: PdfTextPool[] = [];
  const aPool = async (...args: Parameters<typeof aPdfTextPool>): Promise<PdfTextPool> => {
    const pool = await aPdfTextPool(...args);
    pools.push(pool);
    return pool;
  };
  const code = async (pool: PdfTextPool, path: string): Promise<string> => {
    const read = await pool.inspect(path);
    return read.ok ? 'ok' : read.error.code;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'inquiry-pdf-'));
    good = await writePdf(join(folder, 'good.pdf'), {
      info: { Title: 'A good paper', Author: 'Ema Halas' },
      pages: [
        [
          { text: 'A good paper', y: 80, size: 20, font: 'Helvetica-Bold' },
          { text: 'Ema Halas', y: 120, size: 12 },
          'Running text of the first page.',
        ],
        ['Second page.'],
      ],
    });
  });
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads layout, fonts, description and fingerprint', async () => {
    const read = await (await aPool()).inspect(good);
    if (!read.ok) throw new Error(read.error.code);
    const head = read.value;
    expect(head).toMatchObject({ pageCount: 2, textLayer: 'sparse', repaired: null, hasOutline: false });
    expect(head.description.info).toMatchObject({ Title: 'A good paper', Author: 'Ema Halas' });
    expect(head.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(head.pages[0]?.items[0]).toMatchObject({
      text: 'A good paper',
      x: 72,
      size: 20,
      bold: true,
      font: 'Helvetica-Bold',
    });
    expect(head.pages[0]?.items[0]?.y).toBeGreaterThan(700);
  });

  it('streams pages in batches, waits for each to be stored, and goes on from a page', async () => {
    const path = await writePdf(join(folder, 'long.pdf'), {
      pages: Array.from({ length: 45 }, (_, index) => [`Page number ${String(index)} of a long report.`]),
    });
    const pool = await aPool();
    const batches: number[] = [];
    let isStoring = false;
    const read = await pool.extract(path, async (pages) => {
      expect(isStoring).toBe(false);
      isStoring = true;
      await new Promise((resolve) => setImmediate(resolve));
      isStoring = false;
      batches.push(pages.length);
    });
    expect(read).toMatchObject({ ok: true, value: { pageCount: 45, failedPages: [], textLayer: 'sparse' } });
    expect(batches).toEqual([10, 10, 10, 10, 5]);
    const rest: PdfPageText[] = [];
    await pool.extract(path, (pages) => void rest.push(...pages), { fromPage: 43 });
    expect(rest.map((page) => [page.pageIndex, page.text])).toEqual([
      [43, 'Page number 43 of a long report.'],
      [44, 'Page number 44 of a long report.'],
    ]);
  });

  it('throws what the caller throws while storing, and serves the next call', async () => {
    const pool = await aPool();
    await expect(
      pool.extract(good, () => {
        throw new Error('disk full');
      }),
    ).rejects.toThrow('disk full');
    expect(await code(pool, good)).toBe('ok');
  });

  it('gives every bad file its code and goes on', async () => {
    const pool = await aPool({ maxBytes: 100_000 });
    const write = (name: string, content: string | Buffer): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    const bytes = readFileSync(good);
    expect(await code(pool, join(folder, 'absent.pdf'))).toBe('pdf.missing');
    expect(await code(pool, write('junk.pdf', 'not a PDF at all'))).toBe('pdf.broken');
    expect(await code(pool, write('empty.pdf', ''))).toBe('pdf.broken');
    expect(await code(pool, write('head-only.pdf', '%PDF-1.7\n'))).toBe('pdf.broken');
    expect(await code(pool, write('big.pdf', Buffer.alloc(100_001)))).toBe('pdf.tooLarge');
    expect(
      await code(pool, await writePdf(join(folder, 'locked.pdf'), { password: 'x', pages: [['a']] })),
    ).toBe('pdf.password');
    // Cut short or damaged in the middle: either repaired or refused, never a crash.
    for (const size of [200, 700, bytes.length - 50]) {
      expect(['ok', 'pdf.broken']).toContain(
        await code(pool, write(`cut-${String(size)}.pdf`, bytes.subarray(0, size))),
      );
    }
    for (let seed = 1; seed <= 40; seed += 1) {
      const damaged = Buffer.from(bytes);
      for (let hit = 0; hit < 12; hit += 1)
        damaged[(seed * 7919 + hit * 104_729) % damaged.length] = (seed * 31 + hit * 17) % 256;
      const result = await code(pool, write('damaged.pdf', damaged));
      expect(['ok', 'pdf.broken', 'pdf.password'], `seed ${String(seed)}`).toContain(result);
    }
    expect(await code(pool, good)).toBe('ok');
  });

  it('ends a worker that does not answer, and the next call is served', async () => {
    const pool = await aPool({ workerFile: rogueWorker(folder, 'hangs', 'for (;;) {}'), stallMs: 300 });
    expect(await code(pool, good)).toBe('pdf.timeout');
    expect(await code(pool, good)).toBe('pdf.timeout');
  });

  it('survives a worker that exits, throws or rejects unheard', async () => {
    for (const [name, body] of [
      ['exits', 'process.exit(3)'],
      ['throws', 'throw new Error("bug")'],
      ['rejects', 'void Promise.reject(new Error("unheard"))'],
    ] as const) {
      const pool = await aPool({ workerFile: rogueWorker(folder, name, body) });
      expect(await code(pool, good), name).toBe('pdf.crashed');
    }
  });

  it('keeps memory in bounds: a page that unpacks without end costs that file only', async () => {
    const pool = await aPool({ heapMb: 64, stallMs: 20_000 });
    const result = await code(pool, inflatingPdf(join(folder, 'bomb.pdf')));
    expect(['pdf.crashed', 'pdf.timeout', 'pdf.broken']).toContain(result);
    expect(await code(pool, good)).toBe('ok');
  }, 60_000);

  it('cancels a waiting and a running call', async () => {
    const pool = await aPool();
    const first = new AbortController();
    const second = new AbortController();
    const running = pool.extract(good, () => first.abort(), { signal: first.signal });
    const waiting = pool.inspect(good, { signal: second.signal });
    second.abort();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'pdf.cancelled' } });
    expect(await running).toMatchObject({ ok: false, error: { code: 'pdf.cancelled' } });
    expect(await code(pool, good)).toBe('ok');
    await pool.close();
    expect(await code(pool, good)).toBe('pdf.cancelled');
  });

  it.skipIf(!existsSync(CYRILLIC_FONT))(
    'reads Cyrillic, and says that a page without text has none',
    async () => {
      const path = await writePdf(join(folder, 'uk.pdf'), {
        pages: [[{ text: 'Читання вголос у початковій школі', y: 80, font: CYRILLIC_FONT }]],
      });
      const pool = await aPool();
      const read = await pool.inspect(path);
      expect(read.ok && read.value.pages[0]?.text).toBe('Читання вголос у початковій школі');
      const empty = await pool.inspect(await writePdf(join(folder, 'none.pdf'), { pages: [[], []] }));
      expect(empty).toMatchObject({ ok: true, value: { textLayer: 'none' } });
    },
  );

  it.skipIf(!existsSync(join(corpus, 'pdf-samples')))(
    'reads every sample of the corpus or says why not',
    async () => {
      const pool = await aPool();
      const samples = readdirSync(join(corpus, 'pdf-samples')).filter((name) => name.endsWith('.pdf'));
      const results = await Promise.all(
        samples.map(async (name) => [name, await code(pool, join(corpus, 'pdf-samples', name))] as const),
      );
      expect(results.filter(([, result]) => result !== 'ok')).toEqual([
        ['libreoffice-writer-password.pdf', 'pdf.password'],
      ]);
    },
  );
});
