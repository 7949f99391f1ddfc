import { describe, expect, it } from 'vitest';
import { conflictCopies, detectSyncService } from '@shared/domain/library/synced-folder';

const none = (): boolean => false;

describe('detectSyncService', () => {
  it.each([
    ['C:\\Users\\olena\\OneDrive - School 12\\Inquiry Desk', 'onedrive'],
    ['/home/olena/Dropbox/Inquiry Desk', 'dropbox'],
    ['/Users/olena/Library/Mobile Documents/com~apple~CloudDocs/Desk', 'icloud'],
    ['/Users/olena/Library/CloudStorage/GoogleDrive-olena@example.org/My Drive', 'google-drive'],
    ['/home/olena/Nextcloud2/desk', 'nextcloud'],
    ['\\\\school-server\\teachers\\olena', 'network-share'],
  ])('knows %s', (path, service) => {
    expect(detectSyncService(path, none)).toBe(service);
  });

  it('leaves folders alone that only sound similar', () => {
    for (const path of [
      '/home/olena/Documents/dropbox papers',
      '/home/box-office/desk',
      'D:\\onedriver\\x',
      '\\\\?\\C:\\desk',
    ])
      expect(detectSyncService(path, none), path).toBeNull();
  });

  it('knows a tree by the mark that the service leaves', () => {
    expect(detectSyncService('/data/shared/desk', (name) => name === '.stfolder')).toBe('syncthing');
  });
});

describe('conflictCopies', () => {
  it('finds what the services leave beside the database, and nothing of our own', () => {
    const copies = [
      "library (Olena's conflicted copy 2026-01-15).sqlite",
      'library-DESKTOP-4F2K.sqlite',
      'library.sync-conflict-20260115-101010-ABCDEF.sqlite',
      'library (1).sqlite',
    ];
    const own = [
      'library.sqlite',
      'library.sqlite-wal',
      'library.lock',
      'fulltext.sqlite',
      'restore-pending.sqlite',
    ];
    expect(conflictCopies([...copies, ...own])).toEqual(copies);
  });
});
