import { readFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  checkBeforeSharing,
  practiceCase,
  trustFacts,
  type PracticeCase,
  type ShareFinding,
} from '@shared/domain/exchange';
import type { InquirySummary } from '@shared/domain/inquiry';
import { crateMetadata, readableCrateVersion, type CrateFile } from '@shared/formats/ro-crate/metadata';
import { MANIFEST_NAME, readManifest, writeManifest } from '@shared/formats/ro-crate/manifest';
import { casePreview, type PreviewWords } from '@shared/formats/ro-crate/preview';
import { fail, ok, type Result } from '@shared/lib/result';
import { readPackage } from '../adapters/case-package/read-package';
import { textOfOutgoing } from '../adapters/case-package/outgoing-text';
import type { PackedFile } from '../adapters/case-package/write-package';
import { sha256 } from '../adapters/sha256';
import type { Core } from '../core';
import type { ExchangeSources } from './exchange-sources';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  bib: 'application/x-bibtex',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown',
  csv: 'text/csv',
  txt: 'text/plain',
};

const localeWords = z.object({
  preview: z.record(z.string(), z.string()),
  claimLevels: z.record(z.string(), z.string()),
  verdicts: z.record(z.string(), z.string()),
});

/** A package as it was read: the case, whether its bytes are those its author listed, and which are not. */
export interface OpenedPackage {
  readonly record: PracticeCase;
  readonly integrity: 'verified' | 'unverified';
  readonly changed: readonly string[];
  readonly manifestHash: string;
  readonly bytes: Uint8Array;
}

/** Builds, checks and opens `.inquiry.zip` packages. */
export class CasePackages {
  readonly #core: Pick<Core, 'resources' | 'paths'>;
  readonly #sources: ExchangeSources;

  constructor(core: Pick<Core, 'resources' | 'paths'>, sources: ExchangeSources) {
    this.#core = core;
    this.#sources = sources;
  }

  /**
   * Everything that would go out, in memory.
   * @returns the files, the manifest last; or a failure of the report exporter
   */
  async build(
    record: PracticeCase,
    summary: InquirySummary,
    reportId: string | null,
  ): Promise<Result<readonly PackedFile[]>> {
    const references = this.#sources.references(summary);
    const files: PackedFile[] = [
      utf8('case.json', `${JSON.stringify(record, null, 2)}\n`),
      utf8('references.csl.json', references.cslJson),
      utf8('references.bib', references.bibtex),
    ];
    if (record.impact.outcomes.length > 0) {
      files.push(
        utf8('data/aggregate-outcomes.csv', aggregateCsv(record)),
        utf8('data/README.md', AGGREGATE_CODEBOOK),
      );
    }
    if (reportId !== null) {
      const report = await this.#sources.reportFiles(reportId);
      if (!report.ok) return report;
      files.push(...report.value);
    }
    const described = files.map(describe);
    const words = this.#words(record.language);
    const level = words.claimLevels[String(trustFacts(record).claimLevel)] ?? '';
    const verdict = words.verdicts[record.impact.verdict] ?? record.impact.verdict;
    const preview = casePreview(record, words.preview, level, verdict, references.lines, described);
    files.unshift(
      utf8('ro-crate-metadata.json', `${JSON.stringify(crateMetadata(record, described), null, 2)}\n`),
      utf8('ro-crate-preview.html', preview),
    );
    files.push(
      utf8(
        MANIFEST_NAME,
        writeManifest(files.map((file) => ({ path: file.path, sha256: sha256(file.bytes) }))),
      ),
    );
    return ok(files);
  }

  /** The pre-share check on every file, docx and PDF included. @param projectId whose pseudonyms are looked for
   * @param names given by the person, used once */
  async check(
    files: readonly PackedFile[],
    projectId: string,
    names: readonly string[],
  ): Promise<readonly ShareFinding[]> {
    const { pseudonyms } = await this.#sources.rosterOf(projectId);
    const texts = await Promise.all(
      files.map(async (file) => ({ path: file.path, text: await textOfOutgoing(file) })),
    );
    return checkBeforeSharing(texts, {
      roster: names,
      pseudonyms,
      localPaths: [homedir(), this.#core.paths.root, tmpdir()].filter((path) => path.length > 4),
      userName: userInfo().username,
    });
  }

  /**
   * Reads and verifies a package from somebody else.
   * @returns `package.not-a-case` when it is a zip of something else, or a refusal of `readPackage`
   */
  async open(path: string): Promise<Result<OpenedPackage>> {
    const read = await readPackage(path);
    if (!read.ok) return read;
    const files = read.value;
    const metadata = files.get('ro-crate-metadata.json') ?? files.get('ro-crate-metadata.jsonld');
    const caseBytes = files.get('case.json');
    if (!metadata || !caseBytes || readableCrateVersion(parseJson(metadata)) === null)
      return fail('package.not-a-case');
    const record = practiceCase.safeParse(parseJson(caseBytes));
    if (!record.success) return fail('package.unreadable-case', undefined, record.error.message);
    const manifestBytes = files.get(MANIFEST_NAME);
    const manifest = manifestBytes ? readManifest(new TextDecoder().decode(manifestBytes)) : null;
    const changed = changedFiles(files, manifest);
    return ok({
      record: record.data,
      integrity: changed.length === 0 ? 'verified' : 'unverified',
      changed,
      manifestHash: manifestBytes ? sha256(manifestBytes) : '',
      bytes: new Uint8Array(readFileSync(path)),
    });
  }

  #words(language: 'en' | 'uk'): {
    preview: PreviewWords;
    claimLevels: Record<string, string>;
    verdicts: Record<string, string>;
  } {
    const file = join(this.#core.resources, 'locales', language, 'exchange.json');
    const parsed = localeWords.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { ...parsed, preview: parsed.preview as PreviewWords };
  }
}

function changedFiles(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: ReadonlyMap<string, string> | null,
): readonly string[] {
  if (!manifest) return [MANIFEST_NAME];
  const changed: string[] = [];
  for (const [path, bytes] of files) {
    if (path !== MANIFEST_NAME && manifest.get(path) !== sha256(bytes)) changed.push(path);
  }
  for (const path of manifest.keys()) if (!files.has(path)) changed.push(path);
  return changed.sort();
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function utf8(path: string, text: string): PackedFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function describe(file: PackedFile): CrateFile {
  const extension = file.path.split('.').at(-1) ?? '';
  return {
    path: file.path,
    name: file.path.split('/').at(-1) ?? file.path,
    encodingFormat: MEDIA_TYPES[extension] ?? 'application/octet-stream',
    size: file.bytes.length,
    sha256: sha256(file.bytes),
  };
}

const AGGREGATE_CODEBOOK = `# data/aggregate-outcomes.csv

One line per outcome. No pupil is in this file: groups below ten are withheld.

construct: what was measured. measureId: the instrument. n: pupils with both scores. change: mean difference in points of the
measure. ciLow, ciHigh: 95 % interval of the change. effectType, effect, effectLow, effectHigh: standardised effect with its interval;
g_pre divides by the spread before and contains normal growth, practice and regression to the mean. withheld: yes when n < 10.
`;

function aggregateCsv(record: PracticeCase): string {
  const cell = (value: string | number | null | undefined): string => {
    const written = value === null || value === undefined ? '' : String(value);
    return /[",\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
  };
  const rows = record.impact.outcomes.map((outcome) =>
    [
      outcome.construct,
      outcome.measureId,
      outcome.n,
      outcome.change,
      outcome.interval?.low,
      outcome.interval?.high,
      outcome.effect?.type,
      outcome.effect?.value,
      outcome.effect?.interval.low,
      outcome.effect?.interval.high,
      outcome.withheld ? 'yes' : 'no',
    ]
      .map(cell)
      .join(','),
  );
  return `construct,measureId,n,change,ciLow,ciHigh,effectType,effect,effectLow,effectHigh,withheld\n${rows.join('\n')}\n`;
}
