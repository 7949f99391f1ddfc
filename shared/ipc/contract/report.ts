import { z } from 'zod';
import { StyleId, StyleLocale } from '@shared/domain/report/citation';
import { ReportContent, SectionKind } from '@shared/domain/report/document';
import { EvidenceEntry, EvidenceKind } from '@shared/domain/report/evidence';
import type { Area } from '../endpoint';
import type { reportChannels } from '../channels/report';

const language = z.enum(['en', 'uk']);

const templateSummary = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  sections: z.number().int(),
});

const reportSummary = z.object({
  id: z.string(),
  title: z.string(),
  templateId: z.string(),
  projectId: z.string().nullable(),
  projectTitle: z.string().nullable(),
  styleId: StyleId,
  language,
  words: z.number().int(),
  claims: z.number().int(),
  updatedAt: z.string(),
});

const section = z.object({
  id: z.string(),
  key: z.string(),
  kind: SectionKind,
  heading: z.string(),
  prompt: z.string(),
  required: z.boolean(),
  content: ReportContent,
});

const exportRecord = z.object({
  format: z.enum(['docx', 'pdf', 'html', 'markdown']),
  fileName: z.string(),
  bytes: z.number().int(),
  decided: z.boolean(),
  at: z.string(),
});

/** L0-L5 of domain 5.6: computed, never typed. */
const claimLevel = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
]);

const report = z.object({
  id: z.string(),
  title: z.string(),
  projectId: z.string().nullable(),
  projectTitle: z.string().nullable(),
  templateId: z.string(),
  templateTitle: z.string(),
  wordGuide: z.number().int().nullable(),
  language,
  styleId: StyleId,
  locale: StyleLocale,
  authors: z.array(z.string()),
  sections: z.array(section),
  evidence: z.array(EvidenceEntry),
  claimLevel: z.object({ level: claimLevel, sentence: z.string() }),
  exports: z.array(exportRecord),
  updatedAt: z.string(),
});

/** Something that can be inserted into a report or linked to a claim. */
const candidate = z.object({
  kind: EvidenceKind,
  sourceId: z.string(),
  itemId: z.string().nullable(),
  source: z.string(),
  pageLabel: z.string(),
  quote: z.string(),
  statement: z.string(),
  table: z
    .object({
      caption: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      note: z.string(),
    })
    .nullable(),
});

const finding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('claim-without-evidence'),
    sectionId: z.string(),
    claimId: z.string(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('evidence-gone'),
    sectionId: z.string(),
    claimId: z.string(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('above-claim-level'),
    sectionId: z.string(),
    text: z.string(),
    wording: z.string(),
    allowedFrom: z.number().int().nullable(),
    alternatives: z.array(z.string()),
  }),
  z.object({ kind: z.literal('section-empty'), sectionId: z.string(), heading: z.string() }),
]);

/** Contract of area report. */
export const reportContract = {
  'report.templates': {
    input: z.object({ language }),
    output: z.object({ templates: z.array(templateSummary) }),
  },
  /** Inquiries a report can start from, the last changed first. */
  'report.projects': {
    input: z.object({}),
    output: z.object({ projects: z.array(z.object({ id: z.string(), title: z.string() })) }),
  },
  'report.list': { input: z.object({}), output: z.object({ reports: z.array(reportSummary) }) },
  /** Starts a report; with a project it is pre-filled from the inquiry and its claims are linked. */
  'report.create': {
    input: z.object({
      templateId: z.string(),
      projectId: z.string().nullable(),
      title: z.string().max(500),
      language,
      styleId: StyleId.default('apa'),
    }),
    output: z.object({ reportId: z.string() }),
  },
  'report.get': { input: z.object({ reportId: z.string() }), output: report },
  'report.update': {
    input: z.object({
      reportId: z.string(),
      title: z.string().max(500).optional(),
      styleId: StyleId.optional(),
      locale: StyleLocale.optional(),
      authors: z.array(z.string().max(200)).max(50).optional(),
    }),
    output: z.object({ updatedAt: z.string() }),
  },
  /** Saves what was typed; saves within a few seconds are one undo step. */
  'report.updateSection': {
    input: z.object({ sectionId: z.string(), content: ReportContent }),
    output: z.object({ updatedAt: z.string() }),
  },
  'report.trash': { input: z.object({ reportId: z.string() }), output: z.object({ reportId: z.string() }) },
  'report.restore': { input: z.object({ reportId: z.string() }), output: z.object({ reportId: z.string() }) },
  /** Highlights, papers, results and observations that can carry a claim of this report. */
  'report.evidenceCandidates': {
    input: z.object({
      reportId: z.string(),
      kind: EvidenceKind,
      query: z.string().max(300).default(''),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ candidates: z.array(candidate) }),
  },
  'report.linkEvidence': {
    input: z.object({
      reportId: z.string(),
      claimId: z.string().min(1),
      kind: EvidenceKind,
      sourceId: z.string(),
    }),
    output: z.object({ linkId: z.string() }),
  },
  'report.unlinkEvidence': {
    input: z.object({ linkId: z.string() }),
    output: z.object({ linkId: z.string() }),
  },
  'report.check': {
    input: z.object({ reportId: z.string() }),
    output: z.object({ findings: z.array(finding) }),
  },
  /** What must be decided before the report leaves the computer: pseudonyms of single pupils, places on this computer. */
  'report.shareCheck': {
    input: z.object({ reportId: z.string() }),
    output: z.object({
      findings: z.array(z.object({ code: z.enum(['raw-rows', 'absolute-path']), excerpt: z.string() })),
    }),
  },
  /** Writes the report to the file the person chose. `files`: names of everything written, the chosen file first. */
  'report.export': {
    input: z.object({
      reportId: z.string(),
      format: z.enum(['docx', 'pdf', 'html', 'markdown']),
      path: z.string().min(1),
      /** The person saw what the check before sharing found and decided to export. Kept in the export log. */
      decided: z.boolean().default(false),
    }),
    output: z.object({ path: z.string(), files: z.array(z.string()), bytes: z.number().int() }),
  },
} satisfies Area<typeof reportChannels>;
