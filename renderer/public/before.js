// Runs before the page's modules. Schemas (zod) would otherwise try at every start whether they may compile code; the content security
// policy refuses that, and a refusal that is always there would hide a real one. A module of ours comes too late for it: chunks with
// schemas are evaluated before the entry's own imports.
globalThis.__zod_globalConfig = { jitless: true };
