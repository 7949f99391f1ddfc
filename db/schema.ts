import type { CommandLogTable, JobRecordTable, JobTable, NetworkAnswerTable } from './schema-untracked';

/** Row types of library.sqlite, as Kysely tables. One interface per table; column names are those of the SQL. */
export interface FileTable {
  id: string;
  size: number;
  media_type: string;
  original_name: string;
  created_at: string;
  linked_path: string | null;
}
export interface ImportBatchTable {
  id: string;
  source: string;
  format: string;
  job_id: string | null;
  created_at: string;
  found_via: string;
}
export interface ItemTable {
  id: string;
  type: string;
  csl: string;
  citation_key: string | null;
  title: string;
  authors: string;
  year: number | null;
  container_title: string;
  doi: string | null;
  language: string | null;
  design: string | null;
  read_status: string;
  sort_title: string;
  sort_authors: string;
  title_key: string;
  provenance: string;
  import_batch_id: string | null;
  is_sample: number;
  opened_at: string | null;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  relevance: number | null;
  education: string;
  citation_key_pinned: number;
  retraction: string | null;
}
export interface AttachmentTable {
  id: string;
  item_id: string;
  file_id: string;
  title: string;
  fingerprint: string | null;
  page_count: number | null;
  text_status: string;
  text_error: string | null;
  last_page_index: number;
  created_at: string;
  trashed_at: string | null;
  is_main: number;
}
export interface CollectionTable {
  id: string;
  parent_id: string | null;
  name: string;
  position: number;
  created_at: string;
}
export interface CollectionItemTable {
  id: string;
  collection_id: string;
  item_id: string;
}
export interface TagTable {
  id: string;
  name: string;
  color: string | null;
  shortcut: number | null;
}
export interface ItemTagTable {
  id: string;
  item_id: string;
  tag_id: string;
}
export interface NoteTable {
  id: string;
  item_id: string | null;
  body: string;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  format: string;
}
export interface AnnotationTable {
  id: string;
  item_id: string;
  attachment_id: string;
  type: string;
  page_index: number;
  page_label: string | null;
  rects: string;
  color: string;
  quote_exact: string;
  quote_prefix: string;
  quote_suffix: string;
  position_start: number | null;
  position_end: number | null;
  comment: string;
  sort_index: string;
  fingerprint: string;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  tags: string;
}
export interface AppraisalTable {
  id: string;
  item_id: string;
  set_id: string;
  set_version: string;
  overall_judgement: string;
  created_at: string;
  updated_at: string;
}
export interface AppraisalAnswerTable {
  id: string;
  appraisal_id: string;
  question_id: string;
  answer: string | null;
  not_reported: number;
  note: string;
  updated_at: string;
}
export interface ModuleProgressTable {
  id: string;
  module_id: string;
  module_version: string;
  step: string;
  state: string;
  started_at: string;
  completed_at: string | null;
}
export interface ExerciseAttemptTable {
  id: string;
  module_id: string;
  exercise_id: string;
  response: string;
  score: number;
  is_correct: number;
  at: string;
}
export interface ProjectTable {
  id: string;
  kind: string;
  title: string;
  model_id: string;
  model_version: string;
  guidance: string;
  status: string;
  is_based_on: string | null;
  is_sample: number;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
}
export interface CycleTable {
  id: string;
  project_id: string;
  number: number;
  decision: string | null;
  decision_reason: string;
  opened_at: string;
  closed_at: string | null;
}
export interface StageRunTable {
  id: string;
  cycle_id: string;
  stage_id: string;
  status: string;
  reason: string;
  entered_at: string | null;
  done_at: string | null;
  signed_by: string | null;
}
export interface ProjectFieldTable {
  id: string;
  project_id: string;
  cycle_id: string;
  field_key: string;
  value: string;
  amends_id: string | null;
  updated_at: string;
}
export interface JournalEntryTable {
  id: string;
  project_id: string;
  cycle_id: string | null;
  kind: string;
  date: string;
  title: string;
  description: string;
  interpretation: string;
  details: string;
  perspective: string | null;
  is_small_win: number;
  privacy_class: string;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
}
export interface ConsentTable {
  id: string;
  project_id: string;
  pseudonym: string;
  guardian_consent: string;
  child_assent: string;
  scope: string;
  consented_at: string | null;
  withdrawn_at: string | null;
  updated_at: string;
}
export interface DatasetTable {
  id: string;
  project_id: string;
  cycle_id: string | null;
  name: string;
  file_id: string;
  recipe: string;
  measure: string;
  perspective: string | null;
  privacy_class: string;
  version: number;
  created_at: string;
  trashed_at: string | null;
}
export interface DatasetRowTable {
  id: string;
  dataset_id: string;
  pseudonym: string;
  row_values: string;
  excluded_reason: string | null;
}
export interface AnalysisTable {
  id: string;
  project_id: string;
  cycle_id: string | null;
  dataset_id: string;
  kind: string;
  options: string;
  result: string;
  dataset_version: number;
  previous_result: string | null;
  changed_because: string | null;
  computed_at: string;
  trashed_at: string | null;
}
export interface ReportTable {
  id: string;
  project_id: string | null;
  template_id: string;
  template_version: string;
  title: string;
  language: string;
  style_id: string;
  citation_locale: string;
  metadata: string;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
}
export interface ReportSectionTable {
  id: string;
  report_id: string;
  section_key: string;
  heading: string;
  position: number;
  is_required: number;
  body: string;
  updated_at: string;
}
export interface PracticeCaseTable {
  id: string;
  origin: string;
  case_id: string;
  version: number;
  title: string;
  project_id: string | null;
  report_id: string | null;
  content: string;
  manifest_hash: string;
  integrity: string;
  file_id: string | null;
  created_at: string;
  trashed_at: string | null;
}
export interface LinkTable {
  id: string;
  from_kind: string;
  from_id: string;
  relation: string;
  to_kind: string;
  to_id: string;
  payload: string;
  created_at: string;
}
export interface SettingTable {
  id: string;
  value: string;
}

export interface SavedSearchTable {
  id: string;
  name: string;
  condition: string;
  position: number;
  created_at: string;
  updated_at: string;
}
export interface NotDuplicateTable {
  id: string;
  first_item_id: string;
  second_item_id: string;
  created_at: string;
}
export interface ReadingLogEntryTable {
  id: string;
  item_id: string;
  date: string;
  minutes: number | null;
  purpose: string;
  key_idea: string;
  question: string;
  used_for: string;
  created_at: string;
  updated_at: string;
}

/** Tables whose rows a person makes: written only through the command log. */
export interface TrackedTables {
  file: FileTable;
  import_batch: ImportBatchTable;
  item: ItemTable;
  attachment: AttachmentTable;
  collection: CollectionTable;
  collection_item: CollectionItemTable;
  tag: TagTable;
  item_tag: ItemTagTable;
  note: NoteTable;
  annotation: AnnotationTable;
  appraisal: AppraisalTable;
  appraisal_answer: AppraisalAnswerTable;
  module_progress: ModuleProgressTable;
  exercise_attempt: ExerciseAttemptTable;
  project: ProjectTable;
  cycle: CycleTable;
  stage_run: StageRunTable;
  project_field: ProjectFieldTable;
  journal_entry: JournalEntryTable;
  consent: ConsentTable;
  dataset: DatasetTable;
  dataset_row: DatasetRowTable;
  analysis: AnalysisTable;
  report: ReportTable;
  report_section: ReportSectionTable;
  practice_case: PracticeCaseTable;
  link: LinkTable;
  setting: SettingTable;
  saved_search: SavedSearchTable;
  not_duplicate: NotDuplicateTable;
  reading_log_entry: ReadingLogEntryTable;
}
export type TrackedTable = keyof TrackedTables;

/** Columns that SQLite fills when an insert leaves them out: those that came after the first schema. */
interface DefaultedColumns {
  file: 'linked_path';
  import_batch: 'found_via';
  item: 'relevance' | 'education' | 'citation_key_pinned' | 'retraction';
  attachment: 'is_main';
  note: 'format';
  annotation: 'tags';
}
type DefaultedOf<T extends TrackedTable> = T extends keyof DefaultedColumns ? DefaultedColumns[T] : never;
/** A row as an insert gives it. */
export type NewRow<T extends TrackedTable> = Omit<TrackedTables[T], DefaultedOf<T>> &
  Partial<Pick<TrackedTables[T], DefaultedOf<T> & keyof TrackedTables[T]>>;

/** Every table of library.sqlite. */
export interface Schema extends TrackedTables {
  job: JobTable;
  job_record: JobRecordTable;
  command_log: CommandLogTable;
  network_answer: NetworkAnswerTable;
}
