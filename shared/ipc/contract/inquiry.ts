import { z } from 'zod';
import {
  CONSENT_ANSWERS,
  CONSENT_SCOPES,
  DECISION_KINDS,
  ETHICS_TIERS,
  GUIDANCE_LEVELS,
  PERSPECTIVES,
  PRIVACY_CLASSES,
  PROJECT_STATUSES,
  STAGE_STATUSES,
  cycleModelSchema,
  fieldCatalogueSchema,
  fieldValueSchema,
  wordingSchema,
} from '../../domain/inquiry';
import type { InquirySummary } from '../../domain/inquiry';
import type { Area } from '../endpoint';
import type { inquiryChannels } from '../channels/inquiry';

const id = z.string().min(1).max(80);
const projectId = id;
const cycleId = id;
const stageId = z.string().min(1).max(60);
const fieldKey = z.string().regex(/^[a-z]+\.[a-zA-Z]+$/);
const line = z.string().max(500);
const prose = z.string().max(50_000);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const done = z.object({});
const guidance = z.enum(GUIDANCE_LEVELS);
const linkKind = z.enum(['item', 'annotation']);

const lineage = z.object({
  caseId: z.string(),
  version: z.string(),
  title: z.string(),
  changes: z.string(),
});

const card = z.object({
  id,
  title: z.string(),
  modelId: z.string(),
  status: z.enum(PROJECT_STATUSES),
  isSample: z.boolean(),
  updatedAt: z.string(),
  cycleNumber: z.number().int(),
  activeStageId: z.string().nullable(),
  done: z.number().int(),
  stages: z.number().int(),
  question: z.string(),
  problem: z.string(),
});

const cycle = z.object({
  id: cycleId,
  projectId,
  number: z.number().int(),
  startedAt: z.string(),
  closedAt: z.string().nullable(),
  decision: z.enum(DECISION_KINDS).nullable(),
  decisionReason: z.string().nullable(),
});

const run = z.object({
  id,
  cycleId,
  stageId: z.string(),
  status: z.enum(STAGE_STATUSES),
  enteredAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  signedBy: z.string().nullable(),
  reason: z.string().nullable(),
});

const source = {
  itemId: id,
  itemTitle: z.string(),
  itemAuthors: z.string(),
  itemYear: z.number().nullable(),
  quote: z.string().nullable(),
  color: z.string().nullable(),
  pageLabel: z.string().nullable(),
};

const evidence = z.object({
  linkId: id,
  fieldKey: z.string(),
  kind: linkKind,
  targetId: id,
  ...source,
  attachmentId: z.string().nullable(),
  pageIndex: z.number().int().nullable(),
  use: z.string(),
  /** The paper or highlight is in the trash. */
  isTrashed: z.boolean(),
});

const consentAnswer = z.enum(CONSENT_ANSWERS);
const consent = z.object({
  id,
  pseudonym: z.string(),
  guardian: consentAnswer,
  guardianDate: z.string().nullable(),
  formVersion: z.string(),
  assent: consentAnswer,
  scopes: z.record(z.enum(CONSENT_SCOPES), z.boolean()),
  withdrawnAt: z.string().nullable(),
  language: z.string(),
});

const counts = z.object({
  participants: z.number().int(),
  usable: z.number().int(),
  pending: z.number().int(),
  refused: z.number().int(),
  withdrawn: z.number().int(),
});

/** Kinds of journal entries (domain 3.6). */
export const JOURNAL_KINDS = [
  'observation',
  'incident',
  'tally',
  'reflection',
  'meeting',
  'critical-friend',
  'milestone',
] as const;

const entryContent = {
  kind: z.enum(JOURNAL_KINDS),
  date: isoDate,
  title: line,
  description: prose,
  interpretation: prose,
  perspective: z.enum(PERSPECTIVES).nullable(),
  isSmallWin: z.boolean(),
  privacy: z.enum(PRIVACY_CLASSES).exclude(['P3']),
};

const entry = z.object({
  ...entryContent,
  id,
  kind: z.string(),
  date: z.string(),
  privacy: z.enum(PRIVACY_CLASSES),
  cycleNumber: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  amends: z.string().nullable(),
  /** A signed entry is not changed any more: writing to it appends an amendment. */
  isSigned: z.boolean(),
});

const preview = z.object({
  stages: z
    .array(
      z
        .object({
          from: z.string(),
          status: z.enum(STAGE_STATUSES),
          to: z.array(z.string()).readonly(),
          isExact: z.boolean(),
        })
        .readonly(),
    )
    .readonly(),
  added: z.array(z.string()).readonly(),
  hiddenFields: z.array(z.string()).readonly(),
});

const isSummary = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === 1;

/** Contract of area inquiry. */
export const inquiryContract = {
  'inquiry.content': {
    input: z.object({}),
    output: z.object({
      models: z.array(cycleModelSchema).readonly(),
      fields: fieldCatalogueSchema,
      wording: wordingSchema,
    }),
  },
  'inquiry.list': { input: z.object({}), output: z.object({ projects: z.array(card) }) },
  'inquiry.create': {
    input: z.object({
      title: line,
      modelId: z.string().min(1),
      guidance: guidance.default('guided'),
      basedOn: lineage.optional(),
      values: z.record(fieldKey, fieldValueSchema).optional(),
    }),
    output: z.object({ projectId }),
  },
  'inquiry.update': {
    input: z.object({ projectId, title: line.optional(), guidance: guidance.optional() }),
    output: done,
  },
  'inquiry.setTrashed': { input: z.object({ projectId, isTrashed: z.boolean() }), output: done },
  'inquiry.get': {
    input: z.object({ projectId, cycleId: cycleId.nullable().default(null) }),
    output: z.object({
      project: z.object({
        id: projectId,
        title: z.string(),
        modelId: z.string(),
        guidance,
        status: z.enum(PROJECT_STATUSES),
        isSample: z.boolean(),
        basedOn: lineage.nullable(),
        createdAt: z.string(),
        updatedAt: z.string(),
      }),
      /** The cycle that the rest is about. */
      cycleId,
      cycles: z.array(cycle),
      runs: z.array(run),
      values: z.record(z.string(), fieldValueSchema),
      amendments: z.array(z.object({ key: z.string(), at: z.string() })),
      links: z.array(evidence),
      consent: z.array(consent),
      consentCounts: counts,
      tier: z.enum(ETHICS_TIERS).nullable(),
      journalKinds: z.array(z.string()),
      journalCount: z.number().int(),
      datasetCount: z.number().int(),
      firstDataAt: z.string().nullable(),
      otherActiveProjects: z.number().int(),
    }),
  },
  'inquiry.setField': {
    input: z.object({ projectId, cycleId, key: fieldKey, value: fieldValueSchema }),
    output: z.object({
      isAmendment: z.boolean(),
      /** The stage the inquiry went back to because of this value. */
      returnedTo: z.string().nullable(),
    }),
  },
  'inquiry.fieldHistory': {
    input: z.object({ projectId, cycleId, key: fieldKey }),
    output: z.object({
      versions: z.array(z.object({ at: z.string(), isAmendment: z.boolean(), value: fieldValueSchema })),
    }),
  },
  'inquiry.enterStage': { input: z.object({ projectId, stageId }), output: done },
  'inquiry.completeStage': { input: z.object({ projectId, stageId }), output: done },
  'inquiry.skipStage': { input: z.object({ projectId, stageId, reason: line }), output: done },
  'inquiry.returnToStage': {
    input: z.object({ projectId, from: stageId, to: stageId, reason: line }),
    output: done,
  },
  'inquiry.decide': {
    input: z.object({ projectId, decision: z.enum(DECISION_KINDS), reason: prose }),
    output: z.object({ cycleId }),
  },
  'inquiry.previewModel': { input: z.object({ projectId, modelId: z.string().min(1) }), output: preview },
  'inquiry.switchModel': { input: z.object({ projectId, modelId: z.string().min(1) }), output: done },
  'inquiry.findEvidence': {
    input: z.object({ text: z.string().max(200) }),
    output: z.object({ candidates: z.array(z.object({ kind: linkKind, id, ...source })) }),
  },
  'inquiry.link': {
    input: z.object({ projectId, cycleId, key: fieldKey, kind: linkKind, id, use: line.default('') }),
    output: z.object({ linkId: id }),
  },
  'inquiry.setUse': { input: z.object({ linkId: id, use: line }), output: done },
  'inquiry.unlink': { input: z.object({ linkId: id }), output: done },
  'inquiry.journal': { input: z.object({ projectId }), output: z.object({ entries: z.array(entry) }) },
  'inquiry.writeEntry': {
    input: z.object({ projectId, cycleId, entryId: id.nullable(), ...entryContent }),
    output: z.object({ entryId: id, isAmendment: z.boolean() }),
  },
  'inquiry.trashEntry': { input: z.object({ entryId: id }), output: done },
  'inquiry.addParticipants': {
    input: z.object({
      projectId,
      count: z.number().int().min(0).max(200).default(0),
      pseudonyms: z.array(z.string().min(1).max(40)).max(200).default([]),
      language: z.string().min(2).max(20).default('en'),
    }),
    output: z.object({ pseudonyms: z.array(z.string()) }),
  },
  'inquiry.setConsent': {
    input: z.object({
      ids: z.array(id).min(1).max(500),
      guardian: consentAnswer.optional(),
      date: isoDate.optional(),
      assent: consentAnswer.optional(),
      formVersion: z.string().max(40).optional(),
      scopes: z.partialRecord(z.enum(CONSENT_SCOPES), z.boolean()).optional(),
    }),
    output: done,
  },
  'inquiry.withdraw': { input: z.object({ id }), output: done },
  'inquiry.summary': {
    input: z.object({ projectId, cycleId: cycleId.optional() }),
    output: z.custom<InquirySummary>(isSummary),
  },
} satisfies Area<typeof inquiryChannels>;
