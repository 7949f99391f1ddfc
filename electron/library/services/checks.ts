import { setImmediate } from 'node:timers/promises';
import type { ChangeSet } from '@db/change-set';
import { readNamedRecords, readRecordsOf, readRetraction } from '@db/repositories/checks';
import { isCitationKeyTaken } from '@db/repositories/import-lookups';
import { readItem } from '@db/repositories/item';
import { readSettingValues, writeSetting } from '@db/repositories/setting';
import { z } from 'zod';
import { uniqueCitationKey } from '@shared/domain/bibliography/citation-key';
import { cslItemSchema, type CslItem } from '@shared/domain/bibliography/csl-item';
import { listColumns } from '@shared/domain/bibliography/list-columns';
import { fieldText } from '@shared/domain/bibliography/merge-items';
import { ALL_CHECKS, type Finding } from '@shared/domain/checks';
import { readProvenance, WRITTEN_BY_PERSON } from '@shared/domain/library/provenance';
import type { CallOutput } from '@shared/ipc/contract';
import type { CheckFinding } from '@shared/ipc/contract/checks';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { ChecksScan, type KnownFinding } from './checks-scan';
import { parseCsl } from './import-duplicates';

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'paths'> & Pick<Core, 'ids'>;

/** Setting that remembers what is meant to be so: record -> checks. */
const IGNORED_SETTING = 'checks.ignored';
const ignoredSchema = z.record(z.string(), z.array(z.string())).catch({});
const retractionSchema = z.object({
  kind: z.string().catch('retraction'),
  date: z.string().nullable().catch(null),
  source: z.string().nullable().catch(null),
  doi: z.string().nullable().catch(null),
});

const FIXES_PER_CHUNK = 20;

type Ignored = Readonly<Record<string, readonly string[]>>;

/** What is odd in the records: finding, mending, leaving be. */
export class ChecksService {
  readonly #core: Needs;
  readonly #scan: ChecksScan;

  constructor(core: Needs) {
    this.#core = core;
    this.#scan = new ChecksScan(core);
  }

  async summary(): Promise<CallOutput<'checks.summary'>> {
    const { findings, records, took, longestBlock } = await this.#scan.report();
    const ignored = this.#ignored();
    const kinds = new Map(
      ALL_CHECKS.map(({ id, severity }) => [id, { check: id, severity, count: 0, fixable: 0, ignored: 0 }]),
    );
    let odd = 0;
    for (const [itemId, found] of findings) {
      let isOdd = false;
      for (const [id, hasFix] of byCheck(found)) {
        const kind = kinds.get(id);
        if (kind === undefined) continue;
        if (ignored[itemId]?.includes(id) === true) kind.ignored += 1;
        else {
          isOdd = true;
          kind.count += 1;
          if (hasFix) kind.fixable += 1;
        }
      }
      if (isOdd) odd += 1;
    }
    return {
      records,
      odd,
      kinds: [...kinds.values()].filter((kind) => kind.count + kind.ignored > 0),
      took,
      longestBlock,
    };
  }

  /** A page of the records with one kind of oddity. */
  async records(
    checkId: string,
    wantIgnored: boolean,
    offset: number,
    limit: number,
  ): Promise<CallOutput<'checks.records'>> {
    const { db } = this.#core;
    const ids = await this.#withCheck(checkId, wantIgnored);
    const page = ids.slice(offset, offset + limit);
    const names = new Map(readNamedRecords(db, page).map((row) => [row.id, row]));
    const records = new Map(readRecordsOf(db, page).map((row) => [row.id, row]));
    const ignored = this.#ignored();
    return {
      total: ids.length,
      rows: page.flatMap((id) => {
        const [name, row] = [names.get(id), records.get(id)];
        if (name === undefined || row === undefined) return [];
        const findings = this.#scan.findingsOf(row).filter(({ check }) => check === checkId);
        return [
          {
            itemId: id,
            title: name.title,
            authors: name.authors,
            year: name.year,
            findings: findings.map((found) => this.#view(row.csl, found, ignored[id] ?? [], id)),
          },
        ];
      }),
    };
  }

  /** @returns what is odd in one record, and its retraction; nothing odd for one in the trash */
  async ofItem(itemId: string): Promise<CallOutput<'checks.ofItem'>> {
    const { db } = this.#core;
    await this.#scan.report();
    const [row] = readRecordsOf(db, [itemId]);
    const stored = readRetraction(db, itemId);
    const retraction = stored === null ? null : retractionSchema.parse(JSON.parse(stored));
    if (row === undefined) return { findings: [], retraction };
    const ignored = this.#ignored()[itemId] ?? [];
    const findings = this.#scan
      .findingsOf(row)
      .filter(({ check }) => check !== 'retracted')
      .map((found) => this.#view(row.csl, found, ignored, itemId));
    return { findings, retraction };
  }

  /** @returns `checks.missing` when the record is gone, `checks.no-fix` when only a person can mend it */
  async fix(itemId: string, checkId: string): Promise<Result<{ changed: number }>> {
    const { db, commands } = this.#core;
    await this.#scan.report();
    const [row] = readRecordsOf(db, [itemId]);
    if (row === undefined) return fail('checks.missing');
    const changed = commands.run('checks.fix', (change) => this.#write(change, itemId, checkId), {
      params: { title: readNamedRecords(db, [itemId])[0]?.title ?? '' },
    });
    return changed ? ok({ changed: 1 }) : fail('checks.no-fix');
  }

  /** Mends every record with that oddity, as one step of the history. */
  async fixAll(checkId: string): Promise<{ changed: number; left: number }> {
    const { commands, ids } = this.#core;
    const wanted = await this.#withCheck(checkId, false);
    const groupId = ids.next();
    let changed = 0;
    for (let at = 0; at < wanted.length; at += FIXES_PER_CHUNK) {
      const chunk = wanted.slice(at, at + FIXES_PER_CHUNK);
      commands.run(
        'checks.fixAll',
        (change) => {
          for (const itemId of chunk) if (this.#write(change, itemId, checkId)) changed += 1;
        },
        { groupId, params: { count: wanted.length } },
      );
      await setImmediate();
    }
    return { changed, left: wanted.length - changed };
  }

  /** Remembers that something is meant to be so, or takes it back. */
  ignore(itemIds: readonly string[], checkId: string, isIgnored: boolean): { ignored: number } {
    const { db, commands } = this.#core;
    const next: Record<string, readonly string[]> = { ...this.#ignored() };
    for (const itemId of itemIds) {
      const others = (next[itemId] ?? []).filter((id) => id !== checkId);
      const checks = isIgnored ? [...others, checkId] : others;
      if (checks.length === 0) Reflect.deleteProperty(next, itemId);
      else next[itemId] = checks;
    }
    commands.run('checks.ignore', (change) => {
      writeSetting(db, change, IGNORED_SETTING, next);
    });
    return { ignored: isIgnored ? itemIds.length : 0 };
  }

  async #withCheck(checkId: string, wantIgnored: boolean): Promise<readonly string[]> {
    const { findings } = await this.#scan.report();
    const ignored = this.#ignored();
    return [...findings]
      .filter(
        ([itemId, found]) =>
          found.some(({ check }) => check === checkId) &&
          (ignored[itemId]?.includes(checkId) === true) === wantIgnored,
      )
      .map(([itemId]) => itemId);
  }

  #ignored(): Ignored {
    return ignoredSchema.parse(readSettingValues(this.#core.db)[IGNORED_SETTING] ?? {});
  }

  /** Writes the fixes of one kind into one record. @returns whether there was one */
  #write(change: ChangeSet, itemId: string, checkId: string): boolean {
    const { db, clock } = this.#core;
    const row = readItem(db, itemId);
    if (row?.trashed_at !== null) return false;
    const changes = this.#changesOf(row.csl, itemId, checkId);
    const names = Object.keys(changes);
    if (names.length === 0) return false;
    const merged = Object.entries<unknown>({ ...asObject(row.csl), ...changes }).filter(
      ([, value]) => value !== null,
    );
    const csl = cslItemSchema.safeParse(Object.fromEntries(merged));
    if (!csl.success) return false;
    const provenance = { ...readProvenance(row.provenance) };
    for (const name of names) if (provenance[name]) provenance[name] = WRITTEN_BY_PERSON;
    change.update('item', itemId, {
      csl: JSON.stringify(csl.data),
      ...listColumns(csl.data),
      provenance: JSON.stringify(provenance),
      updated_at: clock.now(),
    });
    return true;
  }

  /** The fix of one kind; keys that something cites stay, and a new key is one that no other record has. */
  #changesOf(text: string, itemId: string, checkId: string): Readonly<Record<string, unknown>> {
    const { db } = this.#core;
    const findings = this.#scan
      .findingsOf({ id: itemId, csl: text })
      .filter(({ check }) => check === checkId);
    if (checkId !== 'key-twice' && checkId !== 'key-signs')
      return findings.reduce<object>((all, { fix }) => ({ ...all, ...fix }), {}) as Readonly<
        Record<string, unknown>
      >;
    const [found] = findings;
    const row = readItem(db, itemId);
    if (found === undefined || row === undefined || row.citation_key_pinned === 1) return {};
    const wanted = found.fix?.['citation-key'] ?? found.value;
    if (typeof wanted !== 'string' || (checkId === 'key-signs' && found.fix === undefined)) return {};
    const isTaken = (key: string): boolean => key !== row.citation_key && isCitationKeyTaken(db, key);
    if (checkId === 'key-signs') return { 'citation-key': uniqueCitationKey(wanted, isTaken) };
    if (this.#scan.keepsKey(itemId)) return {};
    return { 'citation-key': uniqueCitationKey(wanted, (key) => isCitationKeyTaken(db, key)) };
  }

  #view(text: string, found: Finding, ignored: readonly string[], itemId: string): CheckFinding {
    const item = parseCsl(text);
    const fix = this.#fixShown(text, found, itemId);
    const after = cslItemSchema.safeParse(
      Object.fromEntries(
        Object.entries<unknown>({ ...asObject(text), ...fix }).filter(([, value]) => value !== null),
      ),
    );
    return {
      check: found.check,
      severity: ALL_CHECKS.find(({ id }) => id === found.check)?.severity ?? 'hint',
      field: found.field,
      value: found.value,
      changes:
        item === undefined || !after.success
          ? []
          : Object.keys(fix).map((field) => ({
              field,
              before: fieldText(item, field),
              after: fieldText(after.data, field),
            })),
      isIgnored: ignored.includes(found.check),
    };
  }

  #fixShown(text: string, found: Finding, itemId: string): Readonly<Record<string, unknown>> {
    return found.field === 'citation-key' ? this.#changesOf(text, itemId, found.check) : (found.fix ?? {});
  }
}

/** One entry per kind, with whether any finding of it can be fixed. */
function byCheck(found: readonly KnownFinding[]): ReadonlyMap<string, boolean> {
  const kinds = new Map<string, boolean>();
  for (const { check, hasFix } of found) kinds.set(check, (kinds.get(check) ?? false) || hasFix);
  return kinds;
}

function asObject(text: string): Readonly<Partial<CslItem>> {
  return { ...(JSON.parse(text) as CslItem) };
}
