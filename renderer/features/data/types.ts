import type { CallOutput } from '@shared/ipc/contract';

/** An analysis as the library gives it. */
export type Analysis = CallOutput<'data.analyses'>[number];
/** A dataset with its rows. */
export type Dataset = CallOutput<'data.dataset'>;
/** A result after suppression. */
export type SharedResult = CallOutput<'data.sharedAnalyses'>[number]['result'];
/** What is known of a table before it is imported. */
export type TablePreview = CallOutput<'data.previewTable'>;
