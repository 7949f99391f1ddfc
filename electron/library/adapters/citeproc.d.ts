/** The part of citeproc-js 2.4 that the program uses; the package has no types of its own. */
declare module 'citeproc' {
  interface CitationItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
  }
  interface Citation {
    citationID: string;
    citationItems: CitationItem[];
    properties: { noteIndex: number };
  }
  interface System {
    retrieveLocale(lang: string): string | false;
    retrieveItem(id: string): unknown;
  }
  interface BibliographyParameters {
    entry_ids: string[][];
    hangingindent?: boolean | number;
    bibliography_errors: { itemID: string; error_code: number }[];
  }
  interface Engine {
    readonly opt: { development_extensions: { wrap_url_and_doi: boolean } };
    updateItems(ids: string[]): void;
    rebuildProcessorState(citations: Citation[], mode: 'html' | 'text'): [string, number, string][];
    makeBibliography(): [BibliographyParameters, string[]] | false;
  }
  const CSL: {
    Engine: new (system: System, style: string, lang: string, forceLang: boolean) => Engine;
    debug(text: string): void;
    error(text: string): void;
  };
  export default CSL;
}
