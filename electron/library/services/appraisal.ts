import type { ChangeSet } from '@db/change-set';
import {
  APPRAISAL_ANSWER_KIND,
  appraisalsOfItem,
  ensureAnswer,
  ensureAppraisal,
  findAppraisal,
  findEvidenceLink,
  isEvidenceLink,
  itemExists,
  itemOfAnnotation,
  papersToAppraise,
  readAnswers,
  readEvidence,
} from '@db/repositories/appraisal';
import { readMainDocument } from '@db/repositories/main-document';
import type { AppraisalAnswerTable, AppraisalTable } from '@db/schema';
import {
  appraisalAnswerSchema,
  appraisalProgress,
  type AppraisalAnswerValue,
  type AppraisalSetStructure,
} from '@shared/domain/appraisal/appraisal-set';
import type { ContentLanguage } from '@shared/domain/learning/language';
import type { AppraisalOutput } from '@shared/ipc/contract/appraisal';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { ContentStore } from '../adapters/content-store';
import type { Core } from '../core';

const MAX_PAPERS = 100;

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

/** Which question of which set on which item. */
export interface QuestionAddress {
  readonly itemId: string;
  readonly setId: string;
  readonly questionId: string;
}

/** Parts of an answer to write; parts left out stay. */
export interface AnswerPatch {
  readonly answer?: AppraisalAnswerValue | null | undefined;
  readonly notReported?: boolean | undefined;
  readonly note?: string | undefined;
}

/** Appraisals of papers. There is no score and no total. */
export class AppraisalService {
  constructor(
    private readonly core: Needs,
    private readonly content: ContentStore,
  ) {}

  /** @returns a set with its words, `appraisal.set-unknown` or `learn.content-broken` */
  set(setId: string, language: ContentLanguage): Result<CallOutput<'appraisal.set'>> {
    const set = this.content.appraisalSet(setId);
    if (!set.ok) return set;
    const text = this.content.appraisalSetText(setId, language);
    if (!text.ok) return text;
    const instruments = new Map(set.value.instruments.map((instrument) => [instrument.id, instrument]));
    return ok({
      id: set.value.id,
      title: text.value.title,
      intro: text.value.intro,
      questions: set.value.questions.flatMap(({ id, terms, mapsTo }) => {
        const words = text.value.questions[id];
        const mapped = mapsTo.flatMap((name) => instruments.get(name) ?? []);
        return words ? [{ id, ...words, terms, mapsTo: mapped }] : [];
      }),
      overall: text.value.overall,
    });
  }

  /** @returns the appraisal, empty before anything was written; `appraisal.item-missing`, `appraisal.set-unknown` */
  get(itemId: string, setId: string): Result<AppraisalOutput> {
    if (!itemExists(this.core.db, itemId)) return fail('appraisal.item-missing');
    const set = this.content.appraisalSet(setId);
    return set.ok ? ok(this.#read(itemId, set.value)) : set;
  }

  /** Writes parts of an answer; typing in one note is one undo step. */
  answer(address: QuestionAddress, patch: AnswerPatch): Result<AppraisalOutput> {
    return this.#change('appraisal.answer', address, typingKey(address, patch), (change, answer, now) => {
      change.update('appraisal_answer', answer.id, {
        ...(patch.answer === undefined ? {} : { answer: patch.answer }),
        ...(patch.notReported === undefined ? {} : { not_reported: patch.notReported ? 1 : 0 }),
        ...(patch.note === undefined ? {} : { note: patch.note }),
        updated_at: now,
      });
    });
  }

  /** Writes the overall judgement. */
  judge(itemId: string, setId: string, overallJudgement: string): Result<AppraisalOutput> {
    const set = this.#ready(itemId, setId);
    if (!set.ok) return set;
    const now = this.core.clock.now();
    this.core.commands.run(
      'appraisal.judge',
      (change) => {
        const appraisal = ensureAppraisal(this.core.db, change, this.#freshAppraisal(itemId, set.value, now));
        change.update('appraisal', appraisal.id, { overall_judgement: overallJudgement, updated_at: now });
      },
      { coalesceKey: `appraisal.judge:${itemId}:${setId}` },
    );
    return ok(this.#read(itemId, set.value));
  }

  /** Rests an answer on a highlight of the same item. @returns `appraisal.highlight-missing`, `appraisal.other-paper` */
  anchor(address: QuestionAddress, annotationId: string): Result<AppraisalOutput> {
    const item = itemOfAnnotation(this.core.db, annotationId);
    if (item === undefined) return fail('appraisal.highlight-missing');
    if (item !== address.itemId) return fail('appraisal.other-paper');
    return this.#change('appraisal.anchor', address, undefined, (change, answer, now) => {
      if (findEvidenceLink(this.core.db, annotationId, answer.id) !== undefined) return;
      change.insert('link', {
        id: this.core.ids.next(),
        from_kind: 'annotation',
        from_id: annotationId,
        relation: 'answers',
        to_kind: APPRAISAL_ANSWER_KIND,
        to_id: answer.id,
        payload: '{}',
        created_at: now,
      });
      // A passage was found after all.
      if (answer.not_reported === 1)
        change.update('appraisal_answer', answer.id, { not_reported: 0, updated_at: now });
    });
  }

  /** Takes a highlight away from an answer; the highlight itself stays. */
  unanchor(linkId: string): Result<{ removed: boolean }> {
    if (!isEvidenceLink(this.core.db, linkId)) return ok({ removed: false });
    this.core.commands.run('appraisal.unanchor', (change) => {
      change.remove('link', linkId);
    });
    return ok({ removed: true });
  }

  /** @returns what was appraised of an item */
  ofItem(itemId: string): Result<CallOutput<'appraisal.ofItem'>> {
    return ok({
      appraisals: appraisalsOfItem(this.core.db, itemId).flatMap((row) => {
        const set = this.content.appraisalSet(row.set_id);
        if (!set.ok) return []; // a set that is no longer shipped
        const { progress } = this.#read(itemId, set.value);
        return [
          { setId: row.set_id, overallJudgement: row.overall_judgement, updatedAt: row.updated_at, progress },
        ];
      }),
    });
  }

  /** @returns papers that can be appraised with a set, with how far each is */
  papers(setId: string): Result<CallOutput<'appraisal.papers'>> {
    const set = this.content.appraisalSet(setId);
    if (!set.ok) return set;
    return ok({
      papers: papersToAppraise(this.core.db, setId, MAX_PAPERS).map((row) => ({
        itemId: row.item_id,
        attachmentId: row.attachment_id,
        title: row.title,
        authors: row.authors,
        year: row.year,
        progress: row.appraisal_id === null ? null : this.#read(row.item_id, set.value).progress,
      })),
    });
  }

  /** @returns the PDF beside which an item is appraised, if it has one */
  paperOf(itemId: string): Result<CallOutput<'appraisal.paperOf'>> {
    return ok({ attachmentId: readMainDocument(this.core.db, itemId) ?? null });
  }

  #ready(itemId: string, setId: string): Result<AppraisalSetStructure> {
    if (!itemExists(this.core.db, itemId)) return fail('appraisal.item-missing');
    return this.content.appraisalSet(setId);
  }

  #change(
    name: string,
    address: QuestionAddress,
    coalesceKey: string | undefined,
    write: (change: ChangeSet, answer: AppraisalAnswerTable, now: string) => void,
  ): Result<AppraisalOutput> {
    const { itemId, setId, questionId } = address;
    const set = this.#ready(itemId, setId);
    if (!set.ok) return set;
    if (!set.value.questions.some((question) => question.id === questionId)) {
      return fail('appraisal.question-unknown', { question: questionId });
    }
    const now = this.core.clock.now();
    this.core.commands.run(
      name,
      (change) => {
        const appraisal = ensureAppraisal(this.core.db, change, this.#freshAppraisal(itemId, set.value, now));
        const answer = ensureAnswer(this.core.db, change, {
          id: this.core.ids.next(),
          appraisal_id: appraisal.id,
          question_id: questionId,
          answer: null,
          not_reported: 0,
          note: '',
          updated_at: now,
        });
        write(change, answer, now);
        change.update('appraisal', appraisal.id, { updated_at: now });
      },
      coalesceKey === undefined ? {} : { coalesceKey },
    );
    return ok(this.#read(itemId, set.value));
  }

  #freshAppraisal(itemId: string, set: AppraisalSetStructure, now: string): AppraisalTable {
    return {
      id: this.core.ids.next(),
      item_id: itemId,
      set_id: set.id,
      set_version: String(set.version),
      overall_judgement: '',
      created_at: now,
      updated_at: now,
    };
  }

  #read(itemId: string, set: AppraisalSetStructure): AppraisalOutput {
    const row = findAppraisal(this.core.db, itemId, set.id);
    const stored = row ? readAnswers(this.core.db, row.id) : [];
    const evidence = row ? readEvidence(this.core.db, row.id) : [];
    const answers = set.questions.map(({ id }) => {
      const answer = stored.find((candidate) => candidate.question_id === id);
      return {
        questionId: id,
        answer: appraisalAnswerSchema.nullable().parse(answer?.answer ?? null),
        notReported: answer?.not_reported === 1,
        note: answer?.note ?? '',
        evidence: evidence
          .filter((highlight) => highlight.answer_id === answer?.id)
          .map((highlight) => ({
            linkId: highlight.link_id,
            annotationId: highlight.annotation_id,
            attachmentId: highlight.attachment_id,
            pageIndex: highlight.page_index,
            pageLabel: highlight.page_label,
            quote: highlight.quote,
            comment: highlight.comment,
            color: highlight.color,
          })),
      };
    });
    const questionIds = set.questions.map((question) => question.id);
    return {
      itemId,
      setId: set.id,
      appraisalId: row?.id ?? null,
      overallJudgement: row?.overall_judgement ?? '',
      answers,
      progress: appraisalProgress(
        questionIds,
        answers.map((answer) => ({ ...answer, anchorCount: answer.evidence.length })),
      ),
    };
  }
}

/** Only typing is folded into one step; a click on an answer is a step of its own. */
function typingKey({ itemId, setId, questionId }: QuestionAddress, patch: AnswerPatch): string | undefined {
  return patch.note === undefined ? undefined : `appraisal.note:${itemId}:${setId}:${questionId}`;
}
