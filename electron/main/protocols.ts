import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { z } from 'zod';
import type { Result } from '@shared/lib/result';
import { parseRange } from './byte-range';

/** Everything the page may load. 'unsafe-eval' is never allowed; wasm is needed by PDF image decoders. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self' paper:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/octet-stream',
  '.pdf': 'application/pdf',
};

/** Must run before the app is ready. */
export function declareProtocols(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: 'paper',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

/**
 * app:// serves the built page and nothing outside its folder.
 * @param folder absolute folder of the built renderer
 */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'inquiry-desk') return new Response(null, { status: 404 });
    const path = normalize(
      join(folder, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)),
    );
    if (!path.startsWith(folder + sep)) return new Response(null, { status: 403 });
    try {
      const body = await readFile(path);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

const attachmentReply = z.object({
  fileId: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  /** Absolute path of a paper that was linked and not copied. */
  linkedPath: z.string().nullable(),
});

/**
 * paper://<attachmentId> serves the bytes of one attachment with ranges. The page never learns a path.
 * @param filesFolder the library's files/ folder
 * @param lookUp asks the library process for the attachment
 */
export function servePapers(
  filesFolder: string,
  lookUp: (attachmentId: string) => Promise<Result<unknown>>,
): void {
  protocol.handle('paper', async (request) => {
    const id = z.uuid().safeParse(new URL(request.url).host);
    if (!id.success) return new Response(null, { status: 400 });
    const found = await lookUp(id.data);
    const reply = found.ok ? attachmentReply.safeParse(found.value) : null;
    if (!reply?.success) return new Response(null, { status: 404 });
    const { fileId, linkedPath } = reply.data;
    const path = linkedPath ?? join(filesFolder, fileId.slice(0, 2), fileId);
    const headers = {
      'content-type': reply.data.mediaType,
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'content-range, content-length, accept-ranges',
      'x-content-type-options': 'nosniff',
    };
    try {
      const { size } = await stat(path);
      const range = parseRange(request.headers.get('range'), size);
      if (range === 'unsatisfiable')
        return new Response(null, { status: 416, headers: { 'content-range': `bytes */${String(size)}` } });
      const { start, end } = range ?? { start: 0, end: size - 1 };
      const body = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
      return new Response(size === 0 ? null : body, {
        status: range ? 206 : 200,
        headers: {
          ...headers,
          'content-length': String(end - start + 1),
          ...(range ? { 'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}` } : {}),
        },
      });
    } catch {
      return new Response(null, { status: 404, headers });
    }
  });
}
