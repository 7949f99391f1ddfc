import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handOutDocument } from '../../../electron/library/services/document-copies';
import { attachmentRow, fileRow } from '../../builders/annotation-row';
import { fileOutside } from '../../builders/health';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
let folder = '';
beforeEach(() => {
  library = openTestLibrary();
  folder = mkdtempSync(join(tmpdir(), 'inquiry-opened-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function stored(name: string, bytes: string, title = name): Promise<string> {
  const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
  const path = fileOutside(library, name, bytes);
  const { attachmentId } = await library.get('health.addFile', { itemId, path });
  rmSync(path);
  await library.get('health.renameFile', { attachmentId, title });
  return attachmentId;
}

async function linked(path: string): Promise<string> {
  const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
  const file = fileRow({ id: 'a'.repeat(64), linked_path: path });
  const attachment = attachmentRow({ item_id: itemId, file_id: file.id, title: 'paper.docx' });
  library.library.core.commands.run('test.link', (change) => {
    change.insert('file', file);
    change.insert('attachment', attachment);
  });
  return attachment.id;
}

const handOut = (attachmentId: string): ReturnType<typeof handOutDocument> =>
  handOutDocument(library.library.core, { attachmentId, folder });

describe('documents that another program opens', () => {
  it('are copied under their readable name, whole, and not to be written', async () => {
    const id = await stored('slides.pptx', 'slides', 'Beans: talk/1');
    const out = await handOut(id);
    if (!out.ok) throw new Error(out.error.code);
    expect(basename(out.value.path)).toBe('Beans talk 1.pptx');
    expect(out.value.isCopy).toBe(true);
    expect(readFileSync(out.value.path, 'utf8')).toBe('slides');
    expect(statSync(out.value.path).mode & 0o222).toBe(0);
    expect(await handOut(id)).toEqual(out);
    expect(readdirSync(join(out.value.path, '..'))).toEqual(['Beans talk 1.pptx']);
  });

  it('are opened where they are when they are linked, links followed', async () => {
    const path = fileOutside(library, 'own.docx', 'own');
    const id = await linked(path);
    expect(await handOut(id)).toMatchObject({ ok: true, value: { isCopy: false } });
    rmSync(path);
    expect(await handOut(id)).toMatchObject({ error: { code: 'health.file-not-there' } });
  });

  it('are not opened when they would run, by name, by content and through a link', async () => {
    for (const id of [
      await stored('setup.exe', 'x'),
      await stored('notes', '#!/bin/sh\necho'),
      await stored('starter.txt', '[Desktop Entry]\nExec=sh'),
    ])
      expect(await handOut(id)).toMatchObject({ error: { code: 'health.file-runs' } });
    const script = fileOutside(library, 'run.sh', 'echo');
    const harmless = join(folder, 'harmless.docx');
    symlinkSync(script, harmless);
    expect(await handOut(await linked(harmless))).toMatchObject({ error: { code: 'health.file-runs' } });
    rmSync(script);
  });

  it('say so when they are gone', async () => {
    expect(await handOut('01890a5d-ac96-774b-bcce-b302099a8057')).toMatchObject({
      error: { code: 'files.attachment-not-found' },
    });
    expect(await handOutDocument(library.library.core, { attachmentId: '../x', folder })).toMatchObject({
      error: { code: 'files.attachment-not-found' },
    });
    const id = await stored('a.docx', 'x');
    rmSync(join(library.root, 'files'), { recursive: true });
    expect(await handOut(id)).toMatchObject({ error: { code: 'health.file-not-there' } });
  });

  it('can be saved as a copy, programs too, but not over the library', async () => {
    const id = await stored('setup.exe', 'program');
    const path = join(folder, 'copy.exe');
    await library.get('health.saveFile', { attachmentId: id, path });
    expect(readFileSync(path, 'utf8')).toBe('program');
    const inside = join(library.root, 'files', 'ab', 'x');
    expect(await library.call('health.saveFile', { attachmentId: id, path: inside })).toMatchObject({
      error: { code: 'health.copy-failed' },
    });
    expect(existsSync(inside)).toBe(false);
    expect(
      await library.call('health.saveFile', { attachmentId: id, path: join(folder, 'nowhere', 'x') }),
    ).toMatchObject({ error: { code: 'health.copy-failed' } });
  });
});
