import { z } from 'zod';

const text = z.string().nullish().catch(null);
const location = z
  .object({
    url: text,
    url_for_pdf: text,
    url_for_landing_page: text,
    host_type: text,
    license: text,
    version: text,
  })
  .nullish()
  .catch(null);

/** Answer of Unpaywall for one DOI. */
export const unpaywallAnswer = z.object({
  doi: z.string(),
  is_oa: z.boolean(),
  oa_status: text,
  best_oa_location: location,
});

/** Where a work can be read freely. */
export const openCopySchema = z.object({
  isOpen: z.boolean(),
  /** Page in the browser, always https; null when there is none. */
  pageUrl: z.string().nullable(),
  pdfUrl: z.string().nullable(),
  /** publishedVersion, acceptedVersion, submittedVersion. */
  version: z.string().nullable(),
  license: z.string().nullable(),
  hostType: z.string().nullable(),
});
export type OpenCopy = z.infer<typeof openCopySchema>;

/** @param answer of Unpaywall @returns the best free copy; addresses are made https, others than web addresses are left out */
export function openCopyFrom(answer: z.infer<typeof unpaywallAnswer>): OpenCopy {
  const best = answer.best_oa_location;
  return {
    isOpen: answer.is_oa && best != null,
    pageUrl: webAddress(best?.url_for_landing_page) ?? webAddress(best?.url),
    pdfUrl: webAddress(best?.url_for_pdf),
    version: best?.version ?? null,
    license: best?.license ?? null,
    hostType: best?.host_type ?? null,
  };
}

function webAddress(value: string | null | undefined): string | null {
  if (value == null || !/^https?:\/\/[^\s/]/i.test(value)) return null;
  return value.replace(/^http:/i, 'https:');
}
