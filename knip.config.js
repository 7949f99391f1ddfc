/** Dead code: what no entry below reaches is reported. Everything that a person or a tool starts is an entry. */
export default {
  entry: [
    'electron/main/index.ts',
    'electron/library/index.ts',
    'electron/cli/index.ts',
    'electron/preload/index.ts',
    'electron/library/workers/*.ts',
    'renderer/main.tsx',
    'scripts/*.mjs',
    'scripts/*/index.mjs',
    'tests/**/*.{test,spec}.ts',
    // Loaded by scripts/bench/data.mjs through vite.
    'tests/builders/large-library.ts',
    // Lines that must not compile: read by the compiler only.
    'tests/**/*.types.ts',
    'tests/demo/*.demo.ts',
  ],
  project: [
    'electron/**/*.ts',
    'renderer/**/*.{ts,tsx,css}',
    // Copied as they are; renderer/index.html links them.
    '!renderer/public/**',
    'shared/**/*.ts',
    'db/**/*.ts',
    'scripts/**/*.mjs',
    'tests/**/*.ts',
  ],
  // renderer/ui/fonts.css imports the fonts of the page.
  compilers: {
    css: (text) => (text.match(/@import[^;]+/g) ?? []).join('\n').replaceAll('@import', 'import'),
  },
  ignoreExportsUsedInFile: true,
  // The fonts of the teaching papers are read as files: scripts/lib/teaching-paper-type.mjs.
  ignoreDependencies: ['@fontsource/source-serif-4'],
  // Programs of the system: the display of tests, and other people's readers of what the app writes.
  ignoreBinaries: ['Xvfb', 'ldd', 'mutool', 'pandoc', 'pdfinfo', 'pdftoppm', 'pdftotext', 'qpdf', 'soffice'],
};
