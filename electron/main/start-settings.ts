/** What is known of the start before anything of the app runs. */
export interface StartFacts {
  /** An installed application, not one started from its sources. */
  readonly isPackaged: boolean;
  /** Command line with the program first. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the start asks for; undefined and false stand for the usual. */
export interface StartSettings {
  /** Folder of the library as named, perhaps relative. */
  readonly libraryFolder: string | undefined;
  readonly userData: string | undefined;
  /** File with the answers of the next file dialogs. */
  readonly dialogScript: string | undefined;
  /** The first start brings no sample library. */
  readonly withoutSamples: boolean;
  /** Address on this computer that stands in for all online services. */
  readonly onlineStandIn: string | undefined;
}

/**
 * Reads the start's settings. The variables INQUIRY_* are for tests and the demo: in an installed application whoever sets
 * the environment of a session could otherwise answer file dialogs or put another library under a person's hands unseen. There only
 * the switch `--library FOLDER` counts, which stands in the command that starts the app.
 * @param facts how the app was started
 */
export function startSettings({ isPackaged, argv, env }: StartFacts): StartSettings {
  const variable = (name: string): string | undefined => {
    const value = isPackaged ? undefined : env[name];
    return value === '' ? undefined : value;
  };
  return {
    libraryFolder: valueOfSwitch(argv, '--library') ?? variable('INQUIRY_LIBRARY'),
    userData: variable('INQUIRY_USER_DATA'),
    dialogScript: variable('INQUIRY_DIALOG_SCRIPT'),
    withoutSamples: variable('INQUIRY_FIRST_RUN') === 'empty',
    onlineStandIn: variable('INQUIRY_ONLINE_STAND_IN'),
  };
}

/** The argument after a switch; another switch is no value. */
function valueOfSwitch(argv: readonly string[], name: string): string | undefined {
  const index = argv.indexOf(name, 1);
  const value = index < 0 ? undefined : argv[index + 1];
  return value === undefined || value === '' || value.startsWith('-') ? undefined : value;
}
