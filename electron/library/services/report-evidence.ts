import { z } from 'zod';
import {
  listAnnotationSources,
  listObservationSources,
  readAnalysisProject,
  readAnnotationSource,
  readEvidenceLinks,
  readLink,
  readObservationSource,
  type AnnotationSource,
  type ObservationSource,
} from '@db/repositories/report-evidence';
import { listCitable, readCitable, type CitableRow } from '@db/repositories/report-items';
import { readReport } from '@db/repositories/report';
import type { LinkTable } from '@db/schema';
import { EvidenceKind, type EvidenceEntry } from '@shared/domain/report/evidence';
import type { TemplateLanguage } from '@shared/domain/report/template';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { analysisForReport } from './report-analysis';
import type { InquiryPort } from './report-inquiry-port';

type Candidate = CallOutput<'report.evidenceCandidates'>['candidates'][number];

/** What a link remembers, so that a reader still sees something when its source is gone. */
const Remembered = z.object({
  reportId: z.string().default(''),
  source: z.string().default(''),
  quote: z.string().default(''),
  statement: z.string().default(''),
  pageLabel: z.string().default(''),
  itemId: z.string().nullable().default(null),
});

/** Highlights read for the list of candidates before the search words are applied. */
const CANDIDATES_READ = 2_000;

/** Evidence of claims: rows of the link table, resolved to words. */
export class ReportEvidence {
  private readonly core: Pick<Core, 'db' | 'commands' | 'ids' | 'clock'>;
  private readonly inquiry: InquiryPort;

  constructor(core: Pick<Core, 'db' | 'commands' | 'ids' | 'clock'>, inquiry: InquiryPort) {
    this.core = core;
    this.inquiry = inquiry;
  }

  /** Resolves the evidence of claims. @param language language of the report, for results in words */
  resolve(
    claimIds: readonly string[],
    projectId: string | null,
    language: TemplateLanguage,
  ): EvidenceEntry[] {
    return readEvidenceLinks(this.core.db, claimIds).flatMap((link) => {
      const kind = EvidenceKind.safeParse(link.from_kind);
      return kind.success ? [this.entry(link, kind.data, projectId, language)] : [];
    });
  }

  /** What can carry a claim: by kind, filtered by words that must all occur. */
  candidates(input: {
    readonly reportId: string;
    readonly kind: EvidenceKind;
    readonly query: string;
    readonly limit: number;
  }): Result<{ candidates: Candidate[] }> {
    const report = readReport(this.core.db, input.reportId);
    if (report === undefined) return fail('report.not-found');
    const language = report.language === 'uk' ? 'uk' : 'en';
    const terms = fold(input.query).split(/\s+/u);
    const all = this.candidatesOfKind(input.kind, report.project_id, language);
    if (!all.ok) return all;
    const matching = all.value.filter((candidate) => {
      const text = fold(`${candidate.source} ${candidate.quote} ${candidate.statement}`);
      return terms.every((term) => text.includes(term));
    });
    return ok({ candidates: matching.slice(0, input.limit) });
  }

  /** @returns the link, `report.not-found` or `report.source-not-found` */
  link(input: {
    readonly reportId: string;
    readonly claimId: string;
    readonly kind: EvidenceKind;
    readonly sourceId: string;
  }): Result<{ linkId: string }> {
    const report = readReport(this.core.db, input.reportId);
    if (report === undefined) return fail('report.not-found');
    const row = this.linkRow(input, report.project_id, report.language === 'uk' ? 'uk' : 'en');
    if (row === null) return fail('report.source-not-found');
    const existing = readEvidenceLinks(this.core.db, [input.claimId]).find(
      (link) => link.from_kind === input.kind && link.from_id === input.sourceId,
    );
    if (existing !== undefined) return ok({ linkId: existing.id });
    this.core.commands.run('write.link-evidence', (change) => {
      change.insert('link', row);
    });
    return ok({ linkId: row.id });
  }

  /** @returns the link that was taken away, or `report.link-not-found` */
  unlink(linkId: string): Result<{ linkId: string }> {
    const link = readLink(this.core.db, linkId);
    if (link?.to_kind !== 'claim') return fail('report.link-not-found');
    this.core.commands.run('write.unlink-evidence', (change) => {
      change.remove('link', linkId);
    });
    return ok({ linkId });
  }

  /** A row for the link table, with what a reader needs should the source go; null when there is no such source. */
  linkRow(
    input: {
      readonly reportId: string;
      readonly claimId: string;
      readonly kind: EvidenceKind;
      readonly sourceId: string;
    },
    projectId: string | null,
    language: TemplateLanguage,
  ): LinkTable | null {
    const found = this.describe(input.kind, input.sourceId, projectId, language);
    if (found === null) return null;
    const { source, quote, statement, pageLabel, itemId } = found.candidate;
    return {
      id: this.core.ids.next(),
      from_kind: input.kind,
      from_id: input.sourceId,
      relation: 'supports',
      to_kind: 'claim',
      to_id: input.claimId,
      payload: JSON.stringify({ reportId: input.reportId, source, quote, statement, pageLabel, itemId }),
      created_at: this.core.clock.now(),
    };
  }

  private entry(
    link: LinkTable,
    kind: EvidenceKind,
    projectId: string | null,
    language: TemplateLanguage,
  ): EvidenceEntry {
    const remembered = Remembered.safeParse(JSON.parse(link.payload));
    const memory = remembered.success ? remembered.data : Remembered.parse({});
    const found = this.describe(kind, link.from_id, projectId, language);
    const { source, quote, statement, pageLabel, itemId } = found?.candidate ?? memory;
    return {
      linkId: link.id,
      claimId: link.to_id,
      kind,
      sourceId: link.from_id,
      itemId,
      source,
      pageLabel,
      pageIndex: found?.pageIndex ?? null,
      attachmentId: found?.attachmentId ?? null,
      quote,
      statement,
      missing: found === null || found.trashed,
    };
  }

  private describe(
    kind: EvidenceKind,
    sourceId: string,
    projectId: string | null,
    language: TemplateLanguage,
  ): {
    readonly candidate: Candidate;
    readonly pageIndex: number | null;
    readonly attachmentId: string | null;
    readonly trashed: boolean;
  } | null {
    const { db } = this.core;
    switch (kind) {
      case 'annotation': {
        const row = readAnnotationSource(db, sourceId);
        return row === undefined
          ? null
          : {
              candidate: fromAnnotation(row),
              pageIndex: row.page_index,
              attachmentId: row.attachment_id,
              trashed: row.trashed,
            };
      }
      case 'item': {
        const [row] = readCitable(db, [sourceId]);
        return row === undefined
          ? null
          : { candidate: fromItem(row), pageIndex: null, attachmentId: null, trashed: false };
      }
      case 'observation': {
        const row = readObservationSource(db, sourceId);
        return row === undefined
          ? null
          : { candidate: fromObservation(row), pageIndex: null, attachmentId: null, trashed: row.trashed };
      }
      case 'analysis': {
        const owner = readAnalysisProject(db, sourceId);
        if (owner === undefined) return null;
        const all = this.analyses(projectId ?? owner.project_id, language);
        const candidate = !all.ok ? undefined : all.value.find((analysis) => analysis.sourceId === sourceId);
        return candidate === undefined
          ? null
          : { candidate, pageIndex: null, attachmentId: null, trashed: owner.trashed_at !== null };
      }
    }
  }

  private candidatesOfKind(
    kind: EvidenceKind,
    projectId: string | null,
    language: TemplateLanguage,
  ): Result<readonly Candidate[]> {
    const { db } = this.core;
    switch (kind) {
      case 'annotation':
        return ok(listAnnotationSources(db, CANDIDATES_READ).map(fromAnnotation));
      case 'item':
        return ok(listCitable(db).map(fromItem));
      case 'observation':
        // A report without an inquiry has no journal and no results to offer.
        return ok(
          projectId === null
            ? []
            : listObservationSources(db, projectId, CANDIDATES_READ).map(fromObservation),
        );
      case 'analysis':
        return projectId === null ? ok([]) : this.analyses(projectId, language);
    }
  }

  private analyses(projectId: string, language: TemplateLanguage): Result<readonly Candidate[]> {
    const released = this.inquiry.releasedAnalyses(projectId);
    if (!released.ok) return released;
    const candidates = released.value.map((analysis): Candidate => {
      const { id, statement, caption, columns, rows, note } = analysisForReport(analysis, language);
      return {
        kind: 'analysis',
        sourceId: id,
        itemId: null,
        source: analysis.name,
        pageLabel: '',
        quote: '',
        statement,
        table:
          columns.length === 0
            ? null
            : { caption, columns: [...columns], rows: rows.map((row) => [...row]), note },
      };
    });
    return ok(candidates);
  }
}

function bibliographic(row: {
  readonly authors: string;
  readonly year: number | null;
  readonly title: string;
}): string {
  const who = row.year === null ? row.authors : `${row.authors} (${String(row.year)})`;
  return [who.trim(), row.title].filter((part) => part !== '').join('. ');
}

const plain = { pageLabel: '', quote: '', statement: '', table: null } as const;

function fromAnnotation(row: AnnotationSource): Candidate {
  return {
    ...plain,
    kind: 'annotation',
    sourceId: row.id,
    itemId: row.item_id,
    source: bibliographic(row),
    pageLabel: row.page_label ?? String(row.page_index + 1),
    quote: row.quote_exact,
    // The comment is the reader's own note; it is not printed unasked.
    statement: '',
  };
}

function fromItem(row: CitableRow): Candidate {
  return { ...plain, kind: 'item', sourceId: row.id, itemId: row.id, source: bibliographic(row) };
}

function fromObservation(row: ObservationSource): Candidate {
  // Class P2 and P3 text stays in the journal: a report may name the entry, never print it.
  const mayBeShown = row.privacy_class === 'P0' || row.privacy_class === 'P1';
  return {
    ...plain,
    kind: 'observation',
    sourceId: row.id,
    itemId: null,
    source: [row.date, mayBeShown ? row.title : ''].filter((part) => part !== '').join(', '),
    statement: mayBeShown ? row.description : '',
  };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim();
}
