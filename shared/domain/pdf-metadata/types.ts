/** One run of text as the PDF draws it: one font, one size, one baseline. Lengths are PDF points, origin bottom left. */
export interface PdfTextItem {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  /** Name of the font when known, else an opaque key; equal for items of the same font. */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The text of one page in reading order as the file gives it; lines end in "\n", words split at a line end are joined. */
export interface PdfPageText {
  /** Zero-based. */
  readonly pageIndex: number;
  /** The label printed on the page ("iv", "217"), when the file carries labels. */
  readonly label: string | null;
  readonly text: string;
}

/** A page with the place and font of every run. */
export interface PdfPageLayout extends PdfPageText {
  readonly width: number;
  readonly height: number;
  /** Upright runs in the file's order (margin stamps set sideways are left out; they are in `text`). */
  readonly items: readonly PdfTextItem[];
}

/** Whether a document has text to search: `none` is a scan or a form of pictures only. */
export type TextLayer = 'present' | 'sparse' | 'none';

/** A text layer whose letters were stored in the wrong code page and have been put right. */
export type TextRepair = 'windows-1251';

/** What a file says about itself: information dictionary and XMP, as written (both often wrong). */
export interface PdfSelfDescription {
  readonly info: Readonly<Record<string, string>>;
  /** Flat XMP properties, for instance `dc:title`, `prism:doi`; lists keep their order. */
  readonly xmp: Readonly<Record<string, readonly string[]>>;
}

/** The head of a document: enough to infer its bibliographic record. */
export interface PdfHead {
  readonly pageCount: number;
  /** First /ID of the trailer in hex, else a digest of the bytes; the fingerprint annotations are tied to. */
  readonly fingerprint: string;
  readonly description: PdfSelfDescription;
  readonly hasOutline: boolean;
  readonly textLayer: TextLayer;
  readonly repaired: TextRepair | null;
  readonly pages: readonly PdfPageLayout[];
}

/** What is known when all pages have been read. */
export interface PdfTextSummary {
  readonly pageCount: number;
  readonly fingerprint: string;
  readonly textLayer: TextLayer;
  readonly repaired: TextRepair | null;
  /** Pages that could not be read; the others were. */
  readonly failedPages: readonly number[];
}

/** Expected failures of reading a PDF; plain words under `errors.<code>` in search.json. */
export type PdfFailureCode =
  | 'pdf.password'
  | 'pdf.broken'
  | 'pdf.timeout'
  | 'pdf.crashed'
  | 'pdf.cancelled'
  | 'pdf.missing'
  | 'pdf.tooLarge';

/** Where a proposed value was found. */
export type FieldSource = 'info-dictionary' | 'xmp' | 'layout' | 'page-text' | 'file-name';

/** A proposed value with its origin; nothing is written to a record before the user or a rule accepts it. */
export interface InferredField<T> {
  readonly value: T;
  readonly source: FieldSource;
  /** Probability 0..1 that the value is right; `SURE` and above is shown as "sure". */
  readonly confidence: number;
  /** Zero-based page it was found on; null for the file's own description or name. */
  readonly page: number | null;
}

/** A personal name, split as CSL wants it, or an organisation in `literal`. */
export interface InferredName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly orcid?: string;
}

/** Why there is little to show: told to the user as it is. */
export type InferenceStatus = 'identified' | 'no-identifier' | 'no-text-layer';

/** The record inferred from one PDF. */
export interface InferredMetadata {
  readonly status: InferenceStatus;
  readonly title?: InferredField<string>;
  readonly authors?: InferredField<readonly InferredName[]>;
  readonly year?: InferredField<number>;
  readonly doi?: InferredField<string>;
  readonly arxiv?: InferredField<string>;
  readonly isbn?: InferredField<string>;
  readonly journal?: InferredField<string>;
  readonly abstract?: InferredField<string>;
  /** ISO 639-1 code. */
  readonly language?: InferredField<string>;
  readonly repaired: TextRepair | null;
}

/** Confidence from which a field is shown as "sure". */
export const SURE = 0.9;
