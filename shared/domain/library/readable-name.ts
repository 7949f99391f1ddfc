/** Longest name in characters: systems take 255 bytes, and a letter may need three of them. */
const LONGEST = 80;
const LONGEST_ENDING = 12;

// Control and invisible signs (also those that turn the direction of writing and so hide an ending), and what no system takes in names.
const UNSAFE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|[<>:"/\\|?*]/gu;
/** Windows opens devices under these names, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** What systems run or install when it is opened, by its ending. Documents with macros are not among them: their program asks. */
const RUN_BY_SYSTEM = new Set(
  (
    'exe com bat cmd msi msp msix appx msu scr pif cpl dll sys ocx drv lnk url scf inf reg hta chm hlp application gadget ' +
    'ps1 ps1xml ps2 psc1 psm1 psd1 vbs vbe vb js jse mjs cjs wsf wsc wsh ws msc jar jnlp class settingcontent-ms appref-ms library-ms ' +
    'search-ms searchconnector-ms website diagcab theme themepack iso img vhd vhdx xll wll ade adp mdb mde accde accdr ' +
    'sh bash zsh fish csh ksh run bin out elf so appimage desktop deb rpm flatpak flatpakref snap ' +
    'app command tool workflow action scpt scptd applescript terminal pkg mpkg dmg dylib kext webloc inetloc fileloc ' +
    'py pyc pyw pyz pl rb php lua tcl apk'
  ).split(' '),
);

/**
 * A name under which a document can lie in a folder of any system: no path in it, no signs that systems refuse or that hide its
 * ending, no device of Windows, not too long.
 * @param title name of the document as the library has it
 * @param origin name it came with; its ending says what the bytes are, whatever the title became
 */
export function readableName(title: string, origin = ''): string {
  const cleaned = clean(title);
  const ending = endingOf(clean(origin)) || endingOf(cleaned);
  const hasIt = ending !== '' && cleaned.toLowerCase().endsWith(`.${ending.toLowerCase()}`);
  const stem = hasIt ? cleaned.slice(0, -ending.length - 1) : cleaned;
  const safe = clean(stem)
    .slice(0, LONGEST)
    .replaceAll(/\p{Cs}/gu, '')
    .replace(/[. ]+$/, '');
  const named = safe === '' ? 'document' : RESERVED.test(safe) ? `_${safe}` : safe;
  return ending === '' ? named : `${named}.${ending}`;
}

/** @param name of a file, or its path @returns whether opening it would run or install something, as far as its ending says */
export function isRunByEnding(name: string): boolean {
  // Windows leaves out dots and spaces at the end, and reads `a.txt:b.exe` as a stream of a.txt.
  const ending = /\.([^./\\]+)$/.exec(name.replace(/[. ]+$/, ''))?.[1] ?? '';
  return ending
    .toLowerCase()
    .split(':')
    .some((part) => RUN_BY_SYSTEM.has(part.replace(/^.*\./, '').trim()));
}

/** First bytes of programs of Windows, Linux and macOS, of scripts and of starters of Linux desktops. */
const BEGINNINGS: readonly string[] = [
  '\x7FELF',
  '#!',
  '\xCE\xFA\xED\xFE',
  '\xCF\xFA\xED\xFE',
  '\xFE\xED\xFA\xCE',
  '\xFE\xED\xFA\xCF',
  '\xCA\xFE\xBA\xBE',
  '[Desktop Entry]',
];

/** @param beginning first bytes of a file, some 64 @returns whether it is a program under whatever name */
export function isRunByBeginning(beginning: Uint8Array): boolean {
  const text = Array.from(beginning, (byte) => String.fromCharCode(byte))
    .join('')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart();
  // A text may begin with MZ as well, but has no zeros.
  if (text.startsWith('MZ') && text.includes('\0')) return true;
  return BEGINNINGS.some((sign) => text.startsWith(sign));
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(UNSAFE, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .replace(/^[. ]+/, '');
}

function endingOf(name: string): string {
  const ending = /[^.]\.([\p{L}\p{N}_-]+)$/u.exec(name)?.[1] ?? '';
  // "Version 2.0" has no ending.
  return ending.length > LONGEST_ENDING || !/\p{L}/u.test(ending) ? '' : ending;
}
