import { describe, expect, it } from 'vitest';
import { startSettings, type StartFacts } from '../../../electron/main/start-settings';

const USUAL = {
  libraryFolder: undefined,
  userData: undefined,
  dialogScript: undefined,
  withoutSamples: false,
  onlineStandIn: undefined,
};
const env = {
  INQUIRY_LIBRARY: '/somewhere/library',
  INQUIRY_USER_DATA: '/somewhere/user-data',
  INQUIRY_DIALOG_SCRIPT: '/somewhere/dialogs.json',
  INQUIRY_FIRST_RUN: 'empty',
  INQUIRY_ONLINE_STAND_IN: 'http://127.0.0.1:4000',
};

function facts(given: Partial<StartFacts>): StartFacts {
  return { isPackaged: false, argv: ['inquiry-desk'], env: {}, ...given };
}

describe('settings of a start', () => {
  it('take everything from the variables when started from the sources', () => {
    expect(startSettings(facts({ env }))).toEqual({
      libraryFolder: '/somewhere/library',
      userData: '/somewhere/user-data',
      dialogScript: '/somewhere/dialogs.json',
      withoutSamples: true,
      onlineStandIn: 'http://127.0.0.1:4000',
    });
  });

  it('ignore every variable in an installed application', () => {
    expect(startSettings(facts({ isPackaged: true, env }))).toEqual(USUAL);
  });

  it('take the library from the switch, installed or not, and before the variable', () => {
    const argv = ['inquiry-desk', '--library', '/chosen'];
    expect(startSettings(facts({ argv, env })).libraryFolder).toBe('/chosen');
    expect(startSettings(facts({ isPackaged: true, argv, env }))).toEqual({
      ...USUAL,
      libraryFolder: '/chosen',
    });
  });

  it.each([
    [['inquiry-desk', '--library']],
    [['inquiry-desk', '--library', '--other']],
    [['--library', 'x']],
  ])('see no library in %j', (argv) => {
    expect(startSettings(facts({ argv })).libraryFolder).toBeUndefined();
  });

  it('take an empty variable as none', () => {
    expect(startSettings(facts({ env: { INQUIRY_LIBRARY: '', INQUIRY_USER_DATA: '' } }))).toEqual(USUAL);
  });
});
