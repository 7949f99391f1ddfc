import { describe, expect, it } from 'vitest';
import { isRunByBeginning, isRunByEnding, readableName } from '@shared/domain/library/readable-name';

describe('the name of a document as a file', () => {
  it.each([
    ['Reading aloud.docx', 'x.docx', 'Reading aloud.docx'],
    ['Full text', 'download.html', 'Full text.html'],
    ['Version 2.0', 'slides.pptx', 'Version 2.0.pptx'],
    ['Читання вголос', 'a.PDF', 'Читання вголос.PDF'],
    ['../../etc/passwd', 'a.txt', 'etc passwd.txt'],
    ['C:\\Windows\\notes', 'a.txt', 'C Windows notes.txt'],
    ['line\none\u0000two', 'a.txt', 'line one two.txt'],
    ['CON', 'a.txt', '_CON.txt'],
    ['com1.old', 'a.txt', '_com1.old.txt'],
    ['nul', '', '_nul'],
    ['...', 'a.txt', 'document.txt'],
    ['', '', 'document'],
    ['.bashrc', '', 'bashrc'],
    ['notes. . ', '', 'notes'],
    ['plan.exe', 'plan.pdf', 'plan.exe.pdf'],
  ])('%j, which came as %j, is %j', (title, origin, name) => {
    expect(readableName(title, origin)).toBe(name);
  });

  it('is short enough for every system, in letters of three bytes too', () => {
    const name = readableName('ї'.repeat(500), 'a.docx');
    expect(name.endsWith('.docx')).toBe(true);
    expect(Buffer.byteLength(readableName('読'.repeat(500), 'a.docx'))).toBeLessThan(255);
  });

  it('shows the real ending of a name that turns the direction of writing', () => {
    const name = readableName('slides\u202Extp.exe');
    expect(name).toBe('slides xtp.exe');
    expect(isRunByEnding(name)).toBe(true);
  });
});

describe('what the system would run', () => {
  it.each([
    'a.exe',
    'a.BAT',
    'a.cmd',
    'a.com',
    'a.msi',
    'a.ps1',
    'a.vbs',
    'a.js',
    'a.jar',
    'a.sh',
    'a.desktop',
    'a.lnk',
    'a.app',
    'a.scr',
    'a.pdf.exe',
    'a.exe. .',
    'a.txt:b.exe',
    '/home/a/b.command',
  ])('%s is refused', (name) => {
    expect(isRunByEnding(name)).toBe(true);
  });

  it.each([
    'a.docx',
    'a.pptx',
    'a.html',
    'a.epub',
    'a.png',
    'a.zip',
    'a.csv',
    'a.sav',
    'app',
    'my.exercises',
  ])('%s is opened', (name) => {
    expect(isRunByEnding(name)).toBe(false);
  });

  it.each([
    ['a program of Windows', 'MZ\x90\0\x03', true],
    ['a program of Linux', '\x7FELF\x02', true],
    ['a script', '#!/bin/sh', true],
    ['a starter', '\n[Desktop Entry]\nExec=x', true],
    ['a Word file', 'PK\x03\x04', false],
    ['a page', '<!doctype html>', false],
    ['a note on M. Z.', 'MZ writes that', false],
  ])('%s is told by its beginning', (_what, beginning, isRun) => {
    expect(isRunByBeginning(Buffer.from(beginning, 'latin1'))).toBe(isRun);
  });
});
