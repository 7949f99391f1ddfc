import { z } from 'zod';
import { CASE_LICENCES, practiceCase, THREATS, VERDICTS } from '../../domain/exchange';
import type { exchangeChannels } from '../channels/exchange';
import type { Area } from '../endpoint';

const licence = z.enum(CASE_LICENCES);
const integrity = z.enum(['own', 'verified', 'unverified']);
const text = z.string().max(20_000);
const path = z.string().min(1).max(4_096);

const missingField = z.enum([
  'title',
  'creators',
  'problem',
  'intervention',
  'evidence',
  'limitations',
  'threats',
  'differently',
  'advice',
  'setting',
]);

const trust = z.object({
  claimLevel: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  missing: z.array(missingField),
  perspectives: z.number().int(),
  cycles: z.number().int(),
  outcomes: z.number().int(),
  withheld: z.number().int(),
  parents: z.number().int(),
});

const caseCard = z.object({
  id: z.string(),
  caseId: z.string(),
  version: z.number().int(),
  title: z.string(),
  origin: z.enum(['own', 'imported']),
  integrity,
  licence,
  summary: z.string(),
  setting: z.string(),
  verdict: z.enum(VERDICTS),
  claimLevel: z.number().int(),
  projectId: z.string().nullable(),
  createdAt: z.string(),
});

/** Names that the check looks for: used once, never stored. */
const names = z.array(z.string().min(1).max(200)).max(2_000).default([]);

/** What the person writes or confirms when publishing. */
export const publishFields = z.object({
  title: z.string().max(500),
  summary: text,
  language: z.enum(['en', 'uk']),
  licence,
  creators: z.array(z.string().min(1).max(500)).max(30),
  verdict: z.enum(VERDICTS),
  threats: z.array(z.enum(THREATS)),
  limitations: text,
  differently: text,
  advice: text,
  keywords: z.array(z.string().max(100)).max(50),
});

const finding = z.object({
  code: z.enum([
    'raw-rows',
    'name',
    'e-mail',
    'phone',
    'date',
    'absolute-path',
    'user-name',
    'not-allowed-file',
  ]),
  path: z.string(),
  excerpt: z.string(),
});

/** Contract of area exchange. */
export const exchangeContract = {
  'exchange.list': {
    input: z.object({ includeTrashed: z.boolean().default(false) }),
    output: z.object({ cases: z.array(caseCard) }),
  },
  'exchange.get': {
    input: z.object({ id: z.uuid() }),
    output: z.object({
      card: caseCard,
      record: practiceCase,
      trust,
      lineage: z.array(
        z.object({
          caseId: z.string(),
          version: z.number().int(),
          title: z.string(),
          changes: z.string(),
          localId: z.string().nullable(),
        }),
      ),
      adaptations: z.array(z.object({ id: z.string(), title: z.string(), version: z.number().int() })),
    }),
  },
  /** What would be published now, from the inquiry; nothing is written. */
  'exchange.draft': {
    input: z.object({ projectId: z.string() }),
    output: z.object({
      fields: publishFields,
      allowedLicences: z.array(licence),
      missing: z.array(missingField),
      outcomes: z.number().int(),
      withheld: z.number().int(),
      perspectives: z.array(z.string()),
      /** The names behind the pseudonyms are not in the library: the person gives them to the check. */
      namesNeeded: z.boolean(),
      /** They are in the key file and can be read with its passphrase. */
      namesInKey: z.boolean(),
      claimLevel: z.number().int(),
      reports: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  },
  /** The pre-share check on every file as it would go out. */
  'exchange.check': {
    input: z.object({ projectId: z.string(), reportId: z.string().nullable(), fields: publishFields, names }),
    output: z.object({
      findings: z.array(finding),
      files: z.array(z.string()),
      missing: z.array(missingField),
    }),
  },
  'exchange.publish': {
    input: z.object({
      projectId: z.string(),
      reportId: z.string().nullable(),
      fields: publishFields,
      names,
      path,
    }),
    output: z.object({
      id: z.string(),
      caseId: z.string(),
      version: z.number().int(),
      path: z.string(),
      files: z.array(z.string()),
      bytes: z.number().int(),
    }),
  },
  /** Looks into a package without keeping anything. */
  'exchange.inspect': {
    input: z.object({ path }),
    output: z.object({
      record: practiceCase,
      integrity: z.enum(['verified', 'unverified']),
      /** Files whose bytes do not match the manifest, or that it does not name. */
      changed: z.array(z.string()),
      trust,
      known: z.boolean(),
    }),
  },
  'exchange.import': {
    input: z.object({ path, acceptUnverified: z.boolean().default(false) }),
    output: z.object({ id: z.string() }),
  },
  'exchange.startFrom': {
    input: z.object({
      id: z.uuid(),
      title: z.string().min(1).max(500),
      modelId: z.string().min(1).max(80),
      changes: text,
    }),
    output: z.object({ projectId: z.string() }),
  },
  'exchange.setTrashed': {
    input: z.object({ id: z.uuid(), isTrashed: z.boolean() }),
    output: z.object({ id: z.string() }),
  },
} satisfies Area<typeof exchangeChannels>;
