/** Call names of area desktop: all the preload may know of it. */
export const desktopChannels = [
  'desktop.pickFiles',
  'desktop.pickSavePath',
  'desktop.openLibraryFolder',
  'desktop.showInFolder',
  'desktop.openDocument',
  'desktop.openExternal',
  'desktop.setMenu',
  'desktop.setTheme',
  'desktop.info',
  'desktop.copyText',
  'desktop.libraryStatus',
  'desktop.recoverLibrary',
] as const;
