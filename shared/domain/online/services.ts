import { z } from 'zod';

/** The online services the app can ask, in the order they are shown. */
export const ONLINE_SERVICES = ['crossref', 'doi', 'openalex', 'eric', 'unpaywall'] as const;
export const onlineService = z.enum(ONLINE_SERVICES);
export type OnlineService = z.infer<typeof onlineService>;

/** Politeness towards one service until its answers say something else. */
export interface ServiceRules {
  /** Host that is asked first. */
  readonly host: string;
  /** Hosts an answer may send us on to. */
  readonly redirects: readonly string[];
  /** Requests per second to start with. */
  readonly perSecond: number;
  /** Requests at one time. */
  readonly concurrency: number;
  /** Days an answer is kept. */
  readonly keepDays: number;
}

export const SERVICE_RULES: Readonly<Record<OnlineService, ServiceRules>> = {
  crossref: { host: 'api.crossref.org', redirects: [], perSecond: 1, concurrency: 1, keepDays: 14 },
  doi: {
    host: 'doi.org',
    // The registration agencies that answer for doi.org: Crossref, DataCite, mEDRA.
    redirects: [
      'www.doi.org',
      'dx.doi.org',
      'api.crossref.org',
      'data.crossref.org',
      'data.datacite.org',
      'data.crosscite.org',
      'api.datacite.org',
      'data.medra.org',
    ],
    perSecond: 2,
    concurrency: 1,
    keepDays: 30,
  },
  openalex: { host: 'api.openalex.org', redirects: [], perSecond: 5, concurrency: 2, keepDays: 7 },
  eric: { host: 'api.ies.ed.gov', redirects: [], perSecond: 1, concurrency: 1, keepDays: 7 },
  unpaywall: { host: 'api.unpaywall.org', redirects: [], perSecond: 2, concurrency: 1, keepDays: 7 },
};

/** Every host a request may go to, in any way. */
export const ALLOWED_HOSTS: readonly string[] = [
  ...new Set(Object.values(SERVICE_RULES).flatMap(({ host, redirects }) => [host, ...redirects])),
];

/**
 * Whether a request may go to an address: encrypted, to the service's own hosts, on the usual port, without a name and password.
 * @param address any text @param service whose hosts count; every service's when missing
 */
export function isAllowedAddress(address: string, service?: OnlineService): boolean {
  const parts = /^https:\/\/([a-z0-9.-]+)(?:[/?#]|$)/i.exec(address);
  const host = parts?.[1]?.toLowerCase();
  if (host === undefined) return false;
  if (service === undefined) return ALLOWED_HOSTS.includes(host);
  const rules = SERVICE_RULES[service];
  return host === rules.host || rules.redirects.includes(host);
}

const on = z.boolean().default(true);
const services = z.object({ crossref: on, doi: on, openalex: on, eric: on, unpaywall: on });

/** What the person chose about online services; the switch over all of it is `networkEnabled`. */
export const onlineSettingsSchema = z.object({
  /** The person's own mail address, named to services that ask for one; empty: none is named. */
  mail: z.union([z.literal(''), z.email()]).default(''),
  services: services.default({ crossref: true, doi: true, openalex: true, eric: true, unpaywall: true }),
  /** What is sent was shown, and going on was pressed. */
  noticeSeen: z.boolean().default(false),
});
export type OnlineSettings = z.infer<typeof onlineSettingsSchema>;

export const DEFAULT_ONLINE_SETTINGS: OnlineSettings = onlineSettingsSchema.parse({});

/** A notice that a work was withdrawn or put right (`item.retraction`). */
export const retractionSchema = z.object({
  kind: z.enum(['retraction', 'withdrawal', 'removal', 'concern', 'correction']),
  /** ISO date, as far as it is known. */
  date: z.string().nullable(),
  source: onlineService,
  /** DOI of the notice. */
  doi: z.string().nullable(),
});
export type Retraction = z.infer<typeof retractionSchema>;
