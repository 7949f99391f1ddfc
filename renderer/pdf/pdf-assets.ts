/**
 * Data files that pdf.js asks for by name: character maps, the fourteen standard fonts, image decoders. (Scripts in PDFs are never run, so
 * the script engine is left out.)
 * They are bundled as plain assets, so that the build needs no copy step and a missing file is a build error.
 */
const cMaps = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fonts = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const decoders = import.meta.glob<string>(
  ['../../node_modules/pdfjs-dist/wasm/*.wasm', '!../../node_modules/pdfjs-dist/wasm/quickjs*'],
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
);

const byName: ReadonlyMap<string, string> = new Map(
  [cMaps, fonts, decoders].flatMap((files) =>
    Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url] as const),
  ),
);

/** The `BinaryDataFactory` of pdf.js: reads the bundled files on the main thread for the worker. */
export class BundledDataFactory {
  /**
   * @param request `filename` as pdf.js names it, for instance 'UniJIS-UTF16-H.bcmap'
   * @returns the bytes of the file
   * @throws when the file is not part of pdf.js; pdf.js then goes on without it
   */
  async fetch(request: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = byName.get(request.filename);
    if (url === undefined) throw new Error(`pdf.js asked for an unknown file: ${request.filename}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`Cannot read ${request.filename}: ${String(response.status)}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
