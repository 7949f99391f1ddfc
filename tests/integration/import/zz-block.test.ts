import { it } from 'vitest';
import { openTestLibrary } from '/work/wt/importing/tests/builders/open-test-library';
it('x', async () => {
  const lib = openTestLibrary();
  const { jobs } = lib.library.core;
  lib.library.start();
  for (const mode of ['preview', 'import']) {
    await new Promise((r) => setTimeout(r, 300));
    let longest = 0, over = 0, last = performance.now(); let going = true;
    const tick = () => { const now = performance.now(); const gap = now - last; if (gap > longest) longest = gap; if (gap > 50) over++; last = now; if (going) setImmediate(tick); };
    setImmediate(tick);
    const t = performance.now();
    if (mode === 'import') {
      const { jobId } = await lib.get('import.start', { paths: ['/tmp/importing/records.bib'] });
      await jobs.finished(jobId);
    } else {
      const { previewId } = await lib.get('import.preview', { paths: ['/tmp/importing/records.bib'] });
      for (;;) { const s = await lib.library.handlers['import.previewState']({ previewId }); if (s.ok && s.value.state !== 'running') break; await new Promise((r) => setTimeout(r, 10)); }
    }
    const e = performance.now() - t; going = false;
    console.log(mode, 'ms', Math.round(e), 'longest block', Math.round(longest), 'over50', over);
  }
  console.log(lib.library.core.db.prepare('select count(*) n from item').get());
  await lib.close();
}, 120000);
