/** The part of citation-js 0.8.2 that is used here; the packages ship no types. */
declare module '@citation-js/core' {
  interface ChainOptions {
    readonly generateGraph?: boolean;
    readonly forceType?: string;
  }
  export const plugins: {
    readonly input: {
      chain(input: unknown, options: ChainOptions): readonly Record<string, unknown>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
