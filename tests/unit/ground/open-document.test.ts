import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import { DocumentOpener } from '../../../electron/main/open-document';

const attachmentId = '01890a5d-ac96-774b-bcce-b302099a8057';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-opened-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function opener(answer: Result<unknown>, problem = ''): { documents: DocumentOpener; opened: string[] } {
  const opened: string[] = [];
  const documents = new DocumentOpener(folder, () => Promise.resolve(answer), {
    open: (path) => {
      opened.push(`open ${path}`);
      return Promise.resolve(problem);
    },
    show: (path) => {
      opened.push(`show ${path}`);
    },
  });
  return { documents, opened };
}

describe('handing documents to the system', () => {
  it('opens and shows what the library process gave', async () => {
    const path = join(folder, 'a.docx');
    const { documents, opened } = opener(ok({ path, isCopy: true }));
    expect(await documents.hand(attachmentId, 'open')).toEqual(ok({ isCopy: true }));
    expect(await documents.hand(attachmentId, 'show')).toEqual(ok({ isCopy: true }));
    expect(opened).toEqual([`open ${path}`, `show ${path}`]);
  });

  it('opens nothing when the library process refuses, and says when no program took it', async () => {
    const refused = opener(fail('health.file-runs'));
    expect(await refused.documents.hand(attachmentId, 'open')).toMatchObject({
      error: { code: 'health.file-runs' },
    });
    expect(refused.opened).toEqual([]);
    const { documents } = opener(ok({ path: join(folder, 'a.qqq'), isCopy: true }), 'no application');
    expect(await documents.hand(attachmentId, 'open')).toMatchObject({
      error: { code: 'desktop.no-program' },
    });
  });

  it('takes no path from the page and gives it none', async () => {
    const { input, output } = contract['desktop.openDocument'];
    expect(input.safeParse({ attachmentId: '/etc/passwd', how: 'open' }).success).toBe(false);
    expect(input.parse({ attachmentId, how: 'open', path: '/etc/passwd' })).toEqual({
      attachmentId,
      how: 'open',
    });
    const { documents } = opener(ok({ path: join(folder, 'a.docx'), isCopy: true }));
    const done = await documents.hand(attachmentId, 'open');
    expect(JSON.stringify(done)).not.toContain(folder);
    expect(Object.keys(output.shape)).toEqual(['isCopy']);
    await expect(
      opener(ok({ path: 'a.docx', isCopy: true })).documents.hand(attachmentId, 'open'),
    ).rejects.toThrow();
  });

  it('clears the copies of the last time away at the start', () => {
    writeFileSync(join(folder, 'old.docx'), 'old');
    opener(ok({}));
    expect(existsSync(join(folder, 'old.docx'))).toBe(false);
    expect(existsSync(folder)).toBe(true);
  });
});
