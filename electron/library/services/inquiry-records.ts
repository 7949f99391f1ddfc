import { randomInt } from 'node:crypto';
import { LINK_TARGET } from '@db/repositories/inquiry';
import type { JournalEntryTable } from '@db/schema';
import { z } from 'zod';
import {
  PERSPECTIVES,
  PRIVACY_CLASSES,
  findField,
  findStage,
  newConsentRecord,
  newPseudonyms,
  withdraw,
} from '@shared/domain/inquiry';
import type { ConsentRecord } from '@shared/domain/inquiry';
import { fail, ok } from '@shared/lib/result';
import type { Result } from '@shared/lib/result';
import type { CallOutput, CallParsed } from '@shared/ipc/contract';
import { consentOf, linkPayloadOf } from './inquiry-store';
import type { InquiryStore } from './inquiry-store';

const detailsSchema = z.object({ amends: z.string().nullable().default(null) });
const CANDIDATES = 20;

type JournalOutput = CallOutput<'inquiry.journal'>['entries'][number];

/** Links to evidence, the journal and the consent register. */
export class InquiryRecords {
  readonly #store: InquiryStore;

  constructor(store: InquiryStore) {
    this.#store = store;
  }

  /** Papers and highlights to choose from. @param text words that must all occur; the latest ones when empty */
  candidates(text: string): CallOutput<'inquiry.findEvidence'> {
    const words = text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '');
    return {
      candidates: this.#store.rows.candidates(words, CANDIDATES).map((row) => ({
        kind: row.kind,
        id: row.id,
        itemId: row.item_id,
        itemTitle: row.item_title,
        itemAuthors: row.item_authors,
        itemYear: row.item_year,
        quote: row.quote,
        color: row.color,
        pageLabel: row.page_label,
      })),
    };
  }

  /**
   * Links a paper or highlight to a links field of a cycle.
   * Errors: `inquiry.no-project`, `inquiry.no-cycle`, `inquiry.unknown-field`, `inquiry.no-target`, `inquiry.already-linked`.
   */
  link(input: CallParsed<'inquiry.link'>): Result<{ linkId: string }> {
    const loaded = this.#store.load(input.projectId);
    if (!loaded.ok) return loaded;
    if (!loaded.value.state.cycles.some((cycle) => cycle.id === input.cycleId))
      return fail('inquiry.no-cycle');
    const field = findField(this.#store.content().fields, input.key);
    if (field?.type !== 'links') return fail('inquiry.unknown-field', { field: input.key });
    if (!this.#store.rows.exists(input.kind, input.id)) return fail('inquiry.no-target');
    const known = this.#store.rows
      .links(input.cycleId)
      .some((row) => row.from_id === input.id && linkPayloadOf(row.payload).fieldKey === input.key);
    if (known) return fail('inquiry.already-linked');
    const { core } = this.#store;
    const linkId = core.ids.next();
    core.commands.run('inquiry.link', (set) => {
      set.insert('link', {
        id: linkId,
        from_kind: input.kind,
        from_id: input.id,
        relation: field.relation,
        to_kind: LINK_TARGET,
        to_id: input.cycleId,
        payload: JSON.stringify({ fieldKey: input.key, use: input.use.trim() }),
        created_at: core.clock.now(),
      });
      this.#store.touch(set, input.projectId);
    });
    return ok({ linkId });
  }

  /** Changes the one line of use. Errors: `inquiry.no-link`. */
  setUse(linkId: string, use: string): Result<Record<string, never>> {
    const row = this.#store.rows.link(linkId);
    if (row?.to_kind !== LINK_TARGET) return fail('inquiry.no-link');
    this.#store.core.commands.run(
      'inquiry.edit-link',
      (set) => {
        set.update('link', linkId, {
          payload: JSON.stringify({ ...linkPayloadOf(row.payload), use: use.trim() }),
        });
      },
      { coalesceKey: `inquiry.link:${linkId}` },
    );
    return ok({});
  }

  /** Takes a link away; the paper stays. Errors: `inquiry.no-link`. */
  unlink(linkId: string): Result<Record<string, never>> {
    const row = this.#store.rows.link(linkId);
    if (row?.to_kind !== LINK_TARGET) return fail('inquiry.no-link');
    this.#store.core.commands.run('inquiry.unlink', (set) => {
      set.remove('link', linkId);
    });
    return ok({});
  }

  /** The journal of a project, latest first. Errors: `inquiry.no-project`. */
  journal(projectId: string): Result<CallOutput<'inquiry.journal'>> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const entries = this.#store.rows.journal(projectId);
    return ok({ entries: entries.map((row) => this.#entry(row, loaded.value)) });
  }

  /**
   * Writes a journal entry. A new one when `entryId` is null; an entry whose stage was signed since is never changed: what is
   * written is appended as an amendment of it.
   * Errors: `inquiry.no-project`, `inquiry.no-cycle`, `inquiry.no-entry`, `inquiry.entry-empty`.
   */
  writeEntry(input: CallParsed<'inquiry.writeEntry'>): Result<CallOutput<'inquiry.writeEntry'>> {
    const loaded = this.#store.load(input.projectId);
    if (!loaded.ok) return loaded;
    if (!loaded.value.state.cycles.some((cycle) => cycle.id === input.cycleId))
      return fail('inquiry.no-cycle');
    if (`${input.title}${input.description}${input.interpretation}`.trim() === '')
      return fail('inquiry.entry-empty');
    const { core } = this.#store;
    const now = core.clock.now();
    const old = input.entryId === null ? null : this.#store.rows.journalEntry(input.entryId);
    if (input.entryId !== null && (old?.project_id !== input.projectId || old.trashed_at !== null)) {
      return fail('inquiry.no-entry');
    }
    const content = {
      kind: input.kind,
      date: input.date,
      title: input.title.trim(),
      description: input.description.trim(),
      interpretation: input.interpretation.trim(),
      perspective: input.perspective,
      is_small_win: input.isSmallWin ? 1 : 0,
      privacy_class: input.privacy,
      updated_at: now,
    };
    const mayEdit = old !== null && old !== undefined && !this.#isSigned(old, loaded.value);
    const entryId = mayEdit ? old.id : core.ids.next();
    core.commands.run(
      'inquiry.write-entry',
      (set) => {
        if (mayEdit) set.update('journal_entry', entryId, content);
        else {
          set.insert('journal_entry', {
            id: entryId,
            project_id: input.projectId,
            cycle_id: input.cycleId,
            ...content,
            details: JSON.stringify({ amends: old?.id ?? null }),
            created_at: now,
            trashed_at: null,
          });
        }
        this.#store.touch(set, input.projectId);
      },
      { coalesceKey: `inquiry.entry:${entryId}` },
    );
    return ok({ entryId, isAmendment: !mayEdit && old !== null && old !== undefined });
  }

  /** Moves an entry to the trash, unless its stage was signed. Errors: `inquiry.no-entry`, `inquiry.entry-signed`. */
  trashEntry(entryId: string): Result<Record<string, never>> {
    const row = this.#store.rows.journalEntry(entryId);
    if (!row || row.trashed_at !== null) return fail('inquiry.no-entry');
    const loaded = this.#store.load(row.project_id);
    if (!loaded.ok) return loaded;
    if (this.#isSigned(row, loaded.value)) return fail('inquiry.entry-signed');
    const { core } = this.#store;
    core.commands.run('inquiry.trash-entry', (set) => {
      set.update('journal_entry', entryId, { trashed_at: core.clock.now() });
    });
    return ok({});
  }

  /** An entry is signed when its cycle closed, or a stage that holds the journal was signed, after it was written. */
  #isSigned(row: JournalEntryTable, { state, model }: { state: LoadedState; model: LoadedModel }): boolean {
    const cycle = state.cycles.find((found) => found.id === row.cycle_id);
    if (cycle?.closedAt != null) return true;
    return state.runs.some(
      (run) =>
        run.cycleId === row.cycle_id &&
        run.status === 'done' &&
        (run.doneAt ?? '') >= row.created_at &&
        findStage(model, run.stageId)?.panels.includes('journal') === true,
    );
  }

  #entry(row: JournalEntryTable, loaded: { state: LoadedState; model: LoadedModel }): JournalOutput {
    return {
      id: row.id,
      cycleNumber: loaded.state.cycles.find((cycle) => cycle.id === row.cycle_id)?.number ?? 0,
      kind: row.kind,
      date: row.date,
      title: row.title,
      description: row.description,
      interpretation: row.interpretation,
      perspective: PERSPECTIVES.find((known) => known === row.perspective) ?? null,
      isSmallWin: row.is_small_win === 1,
      privacy: PRIVACY_CLASSES.find((known) => known === row.privacy_class) ?? 'P2',
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      amends: detailsSchema.parse(JSON.parse(row.details)).amends,
      isSigned: this.#isSigned(row, loaded),
    };
  }

  /**
   * Adds participants: by the pseudonyms given, else so many random ones.
   * Errors: `inquiry.no-project`, `inquiry.pseudonym-taken` (details: `pseudonym`).
   */
  addParticipants(input: CallParsed<'inquiry.addParticipants'>): Result<{ pseudonyms: string[] }> {
    const loaded = this.#store.load(input.projectId);
    if (!loaded.ok) return loaded;
    const taken = this.#store.rows.consent(input.projectId).map((row) => row.pseudonym);
    const given = input.pseudonyms.map((text) => text.trim()).filter((text) => text !== '');
    const twice = given.find((text, index) => taken.includes(text) || given.indexOf(text) !== index);
    if (twice !== undefined) return fail('inquiry.pseudonym-taken', { pseudonym: twice });
    const fresh = newPseudonyms(input.count, [...taken, ...given], randomInt);
    const pseudonyms = [...given, ...fresh];
    const { core } = this.#store;
    core.commands.run(
      'inquiry.add-participants',
      (set) => {
        for (const pseudonym of pseudonyms) {
          set.insert('consent', {
            id: core.ids.next(),
            project_id: input.projectId,
            ...this.#consentColumns(newConsentRecord(pseudonym, input.language)),
          });
        }
        this.#store.touch(set, input.projectId);
      },
      { params: { count: pseudonyms.length } },
    );
    return ok({ pseudonyms });
  }

  /** Records answers of participants; a withdrawn one cannot be changed. Errors: `inquiry.no-participant`, `inquiry.withdrawn`. */
  setConsent(input: CallParsed<'inquiry.setConsent'>): Result<Record<string, never>> {
    const rows = input.ids.map((id) => this.#store.rows.consentRow(id));
    const present = rows.flatMap((row) => (row ? [row] : []));
    const first = present[0];
    if (!first || present.length !== rows.length) return fail('inquiry.no-participant');
    if (present.some((row) => row.withdrawn_at !== null)) return fail('inquiry.withdrawn');
    const now = this.#store.core.clock.now();
    this.#store.core.commands.run('inquiry.set-consent', (set) => {
      for (const row of present) {
        const record = consentOf(row);
        const guardian = input.guardian ?? record.guardian;
        const isAnswered = input.guardian !== undefined && input.guardian !== 'pending';
        set.update(
          'consent',
          row.id,
          this.#consentColumns({
            ...record,
            guardian,
            guardianDate: isAnswered
              ? (input.date ?? now.slice(0, 10))
              : guardian === 'pending'
                ? null
                : record.guardianDate,
            assent: input.assent ?? record.assent,
            formVersion: input.formVersion ?? record.formVersion,
            scopes: { ...record.scopes, ...input.scopes },
          }),
        );
      }
      this.#store.touch(set, first.project_id);
    });
    return ok({});
  }

  /** Records a withdrawal, dated now; no reason is asked. Errors: `inquiry.no-participant`. */
  withdraw(id: string): Result<Record<string, never>> {
    const row = this.#store.rows.consentRow(id);
    if (!row) return fail('inquiry.no-participant');
    const { core } = this.#store;
    core.commands.run(
      'inquiry.withdraw',
      (set) => {
        set.update('consent', id, this.#consentColumns(withdraw(consentOf(row), core.clock.now())));
        this.#store.touch(set, row.project_id);
      },
      { params: { pseudonym: row.pseudonym } },
    );
    return ok({});
  }

  #consentColumns(record: ConsentRecord) {
    return {
      pseudonym: record.pseudonym,
      guardian_consent: record.guardian,
      child_assent: record.assent,
      scope: JSON.stringify({
        scopes: record.scopes,
        formVersion: record.formVersion,
        language: record.language,
      }),
      consented_at: record.guardianDate,
      withdrawn_at: record.withdrawnAt,
      updated_at: this.#store.core.clock.now(),
    };
  }
}

type Loaded = Extract<ReturnType<InquiryStore['load']>, { ok: true }>['value'];
type LoadedState = Loaded['state'];
type LoadedModel = Loaded['model'];
