import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  appraisalSetStructureSchema,
  appraisalSetTextSchema,
  type AppraisalSetStructure,
  type AppraisalSetText,
} from '@shared/domain/appraisal/appraisal-set';
import {
  checkModuleStructure,
  checkModuleText,
  type ContentIssue,
} from '@shared/domain/learning/content-check';
import {
  glossaryStructureSchema,
  glossaryTextSchema,
  type GlossaryStructure,
  type GlossaryText,
} from '@shared/domain/learning/glossary';
import { contentLanguages, type ContentLanguage } from '@shared/domain/learning/language';
import {
  moduleStructureSchema,
  moduleTextSchema,
  type ModuleStructure,
  type ModuleText,
} from '@shared/domain/learning/module';
import { sampleLibrarySchema, type SampleLibrary } from '@shared/domain/learning/sample-library';
import {
  paperAnswersSchema,
  paperManifestSchema,
  teachingPaperSchema,
  type Anchor,
  type RenderedPaper,
  type TeachingPaper,
} from '@shared/domain/learning/teaching-paper';
import { fail, ok, type Result } from '@shared/lib/result';

/** A module that passed the checks, with its words in every language. */
export interface CheckedModule {
  readonly structure: ModuleStructure;
  readonly texts: Readonly<Record<ContentLanguage, ModuleText>>;
}

/**
 * The learning content of `resources/`: read once, validated at the boundary. A broken file costs that file, not the
 * place: callers get `learn.content-broken` with the file and what is wrong.
 */
export class ContentStore {
  readonly #cache = new Map<string, Result<unknown>>();

  /** @param resources absolute path of the `resources/` folder */
  constructor(private readonly resources: string) {}

  /** Ids of all modules, in order. */
  moduleIds(): readonly string[] {
    return this.#folders('modules');
  }

  /** @param id module id @returns `learn.module-unknown`, `learn.content-broken` */
  module(id: string): Result<CheckedModule> {
    if (!this.moduleIds().includes(id)) return fail('learn.module-unknown', { id });
    return this.#once(`module ${id}`, () => this.#readModule(id));
  }

  /** Ids of all appraisal sets, in order. */
  appraisalSetIds(): readonly string[] {
    return this.#folders('appraisal');
  }

  /** @param id set id @returns `appraisal.set-unknown`, `learn.content-broken` */
  appraisalSet(id: string): Result<AppraisalSetStructure> {
    if (!this.appraisalSetIds().includes(id)) return fail('appraisal.set-unknown', { id });
    return this.#file(`appraisal/${id}/set.json`, appraisalSetStructureSchema);
  }

  /** @param id set id that exists */
  appraisalSetText(id: string, language: ContentLanguage): Result<AppraisalSetText> {
    return this.#file(`appraisal/${id}/${language}.json`, appraisalSetTextSchema);
  }

  /** Terms and how they hang together. */
  glossary(): Result<GlossaryStructure> {
    return this.#file('glossary/terms.json', glossaryStructureSchema);
  }

  glossaryText(language: ContentLanguage): Result<GlossaryText> {
    return this.#file(`glossary/${language}.json`, glossaryTextSchema);
  }

  /** @param id teaching paper id @returns `learn.paper-unknown`, `learn.content-broken` */
  paper(id: string): Result<TeachingPaper> {
    if (!this.#folders('teaching-papers').includes(id)) return fail('learn.paper-unknown', { id });
    return this.#file(`teaching-papers/${id}/paper.json`, teachingPaperSchema);
  }

  /** @param id teaching paper id @returns its anchors; none when the paper has no answer file */
  anchors(id: string): Result<readonly Anchor[]> {
    const file = `teaching-papers/${id}/answers.json`;
    if (!existsSync(join(this.resources, file))) return ok([]);
    const answers = this.#file(file, paperAnswersSchema);
    return answers.ok ? ok(answers.value.anchors) : answers;
  }

  /** @param id teaching paper id @returns its PDF with absolute path; `learn.paper-not-built` when the build left it out */
  paperPdf(id: string): Result<RenderedPaper> {
    const manifest = this.#file('generated/manifest.json', paperManifestSchema);
    if (!manifest.ok) return fail('learn.paper-not-built', { id });
    const found = manifest.value.papers.find((paper) => paper.id === id);
    if (!found) return fail('learn.paper-not-built', { id });
    return ok({ ...found, file: join(this.resources, 'generated', found.file) });
  }

  /** The records a new library starts with. */
  sampleLibrary(): Result<SampleLibrary> {
    return this.#file('sample-library/library.json', sampleLibrarySchema);
  }

  #readModule(id: string): Result<CheckedModule> {
    const structure = this.#file(`modules/${id}/module.json`, moduleStructureSchema);
    if (!structure.ok) return structure;
    const en = this.#file(`modules/${id}/en.json`, moduleTextSchema);
    if (!en.ok) return en;
    const uk = this.#file(`modules/${id}/uk.json`, moduleTextSchema);
    if (!uk.ok) return uk;
    const glossary = this.glossary();
    if (!glossary.ok) return glossary;
    const texts = { en: en.value, uk: uk.value };
    const context = {
      paperAnswers: this.#folders('teaching-papers').map((paperId) => {
        const anchors = this.anchors(paperId);
        return { paperId, anchors: anchors.ok ? [...anchors.value] : [] };
      }),
      appraisalSetIds: this.appraisalSetIds(),
      termIds: glossary.value.terms.map((term) => term.id),
    };
    const issues: readonly ContentIssue[] = [
      ...checkModuleStructure(structure.value, context),
      ...contentLanguages.flatMap((language) =>
        checkModuleText(structure.value, texts[language], language, context),
      ),
    ];
    const [first] = issues;
    if (first) return fail('learn.content-broken', { file: first.where, problem: first.problem });
    return ok({ structure: structure.value, texts });
  }

  #folders(path: string): readonly string[] {
    const folder = join(this.resources, path);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  }

  #file<Schema extends z.ZodType>(path: string, schema: Schema): Result<z.output<Schema>> {
    return this.#once(path, () => {
      let raw: unknown;
      try {
        raw = JSON.parse(readFileSync(join(this.resources, path), 'utf8'));
      } catch (error) {
        return fail('learn.content-broken', { file: path, problem: String(error) });
      }
      const parsed = schema.safeParse(raw);
      if (parsed.success) return ok(parsed.data);
      const [issue] = parsed.error.issues;
      return fail('learn.content-broken', {
        file: path,
        problem: issue ? `${issue.path.join('.')}: ${issue.message}` : parsed.error.message,
      });
    });
  }

  #once<T>(key: string, read: () => Result<T>): Result<T> {
    const known = this.#cache.get(key);
    // One key is only ever read with one type: the callers above fix it.
    if (known) return known as Result<T>;
    const fresh = read();
    this.#cache.set(key, fresh);
    return fresh;
  }
}
