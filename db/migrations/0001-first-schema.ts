import type { Migration } from './migration';

/**
 * The first schema: the whole thread from paper to shared case.
 * Every table a person writes to has a TEXT primary key `id` (UUIDv7), so that each change can be an entry of command_log
 * and libraries can later be merged. Foreign keys are deferred: undo replays row images in log order, not in key order.
 */
export const migration0001: Migration = {
  version: 1,
  name: 'first-schema',
  oldestAppVersion: '0.1.0',
  sql: `
    CREATE TABLE file (
      id TEXT PRIMARY KEY,                 -- lower-case hex SHA-256 of the bytes: the name below files/
      size INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      original_name TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE import_batch (
      id TEXT PRIMARY KEY,
      source TEXT NOT NULL,                -- file or folder name as the person chose it, never an absolute path
      format TEXT NOT NULL,
      job_id TEXT,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE item (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,                  -- CSL type
      csl TEXT NOT NULL CHECK (json_valid(csl)),
      citation_key TEXT,
      title TEXT NOT NULL DEFAULT '',
      authors TEXT NOT NULL DEFAULT '',    -- list column: family names
      year INTEGER,
      container_title TEXT NOT NULL DEFAULT '',
      doi TEXT,                            -- lower case, without the resolver address
      language TEXT,
      design TEXT,                         -- research design id (A-RCT ... naming of the appraisal sets)
      read_status TEXT NOT NULL DEFAULT 'to-read'
        CHECK (read_status IN ('to-read','reading','read','skimmed','rejected')),
      sort_title TEXT NOT NULL DEFAULT '',
      sort_authors TEXT NOT NULL DEFAULT '',
      title_key TEXT NOT NULL DEFAULT '',  -- normalised title: candidate key of the duplicate rule
      provenance TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(provenance)), -- field -> {source, confidence, approved}
      import_batch_id TEXT REFERENCES import_batch(id) DEFERRABLE INITIALLY DEFERRED,
      is_sample INTEGER NOT NULL DEFAULT 0,
      opened_at TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX item_by_title ON item(trashed_at, sort_title, id);
    CREATE INDEX item_by_authors ON item(trashed_at, sort_authors, id);
    CREATE INDEX item_by_year ON item(trashed_at, year, id);
    CREATE INDEX item_by_added ON item(trashed_at, created_at, id);
    CREATE INDEX item_by_status ON item(trashed_at, read_status, id);
    CREATE INDEX item_by_doi ON item(doi) WHERE doi IS NOT NULL;
    CREATE INDEX item_by_title_key ON item(title_key);
    CREATE INDEX item_by_citation_key ON item(citation_key) WHERE citation_key IS NOT NULL;
    CREATE INDEX item_by_batch ON item(import_batch_id) WHERE import_batch_id IS NOT NULL;

    CREATE TABLE attachment (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      file_id TEXT NOT NULL REFERENCES file(id) DEFERRABLE INITIALLY DEFERRED,
      title TEXT NOT NULL,                 -- readable name
      fingerprint TEXT,                    -- PDF /ID
      page_count INTEGER,
      text_status TEXT NOT NULL DEFAULT 'queued'
        CHECK (text_status IN ('queued','indexed','no-text-layer','failed')),
      text_error TEXT,
      last_page_index INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX attachment_by_item ON attachment(item_id);
    CREATE INDEX attachment_by_file ON attachment(file_id);
    CREATE INDEX attachment_by_status ON attachment(text_status);

    CREATE TABLE collection (
      id TEXT PRIMARY KEY,
      parent_id TEXT REFERENCES collection(id) DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      position INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE collection_item (
      id TEXT PRIMARY KEY,
      collection_id TEXT NOT NULL REFERENCES collection(id) DEFERRABLE INITIALLY DEFERRED,
      item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (collection_id, item_id)
    ) STRICT;
    CREATE INDEX collection_item_by_item ON collection_item(item_id);
    CREATE TABLE tag (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      color TEXT,
      shortcut INTEGER CHECK (shortcut BETWEEN 1 AND 9)
    ) STRICT;
    CREATE TABLE item_tag (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      tag_id TEXT NOT NULL REFERENCES tag(id) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (item_id, tag_id)
    ) STRICT;
    CREATE INDEX item_tag_by_tag ON item_tag(tag_id);

    CREATE TABLE note (
      id TEXT PRIMARY KEY,
      item_id TEXT REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      body TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX note_by_item ON note(item_id);
    CREATE TABLE annotation (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      attachment_id TEXT NOT NULL REFERENCES attachment(id) DEFERRABLE INITIALLY DEFERRED,
      type TEXT NOT NULL CHECK (type IN ('highlight','underline','note','text','image','ink')),
      page_index INTEGER NOT NULL,
      page_label TEXT,
      rects TEXT NOT NULL CHECK (json_valid(rects)),   -- [[x1,y1,x2,y2],...] in PDF points from the bottom-left
      color TEXT NOT NULL,
      quote_exact TEXT NOT NULL DEFAULT '',            -- W3C TextQuoteSelector
      quote_prefix TEXT NOT NULL DEFAULT '',
      quote_suffix TEXT NOT NULL DEFAULT '',
      position_start INTEGER,                          -- W3C TextPositionSelector within the page text
      position_end INTEGER,
      comment TEXT NOT NULL DEFAULT '',
      sort_index TEXT NOT NULL,
      fingerprint TEXT NOT NULL DEFAULT '',
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX annotation_by_attachment ON annotation(attachment_id, sort_index);
    CREATE INDEX annotation_by_item ON annotation(item_id);

    CREATE TABLE appraisal (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      set_id TEXT NOT NULL,
      set_version TEXT NOT NULL,
      overall_judgement TEXT NOT NULL DEFAULT '',
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      UNIQUE (item_id, set_id)
    ) STRICT;
    CREATE TABLE appraisal_answer (
      id TEXT PRIMARY KEY,
      appraisal_id TEXT NOT NULL REFERENCES appraisal(id) DEFERRABLE INITIALLY DEFERRED,
      question_id TEXT NOT NULL,
      answer TEXT CHECK (answer IN ('yes','partly','no','cannot-tell','not-applicable')),
      not_reported INTEGER NOT NULL DEFAULT 0,
      note TEXT NOT NULL DEFAULT '',
      updated_at TEXT NOT NULL,
      UNIQUE (appraisal_id, question_id)
    ) STRICT;
    CREATE TABLE module_progress (
      id TEXT PRIMARY KEY,
      module_id TEXT NOT NULL UNIQUE,
      module_version TEXT NOT NULL,
      step TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(state)),
      started_at TEXT NOT NULL,
      completed_at TEXT
    ) STRICT;
    CREATE TABLE exercise_attempt (
      id TEXT PRIMARY KEY,
      module_id TEXT NOT NULL,
      exercise_id TEXT NOT NULL,
      response TEXT NOT NULL CHECK (json_valid(response)),
      score REAL NOT NULL,
      is_correct INTEGER NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX exercise_attempt_by_exercise ON exercise_attempt(module_id, exercise_id, at);

    CREATE TABLE project (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL DEFAULT 'new-inquiry' CHECK (kind IN ('new-inquiry','research-into-practice')),
      title TEXT NOT NULL,
      model_id TEXT NOT NULL,
      model_version TEXT NOT NULL,
      guidance TEXT NOT NULL DEFAULT 'guided' CHECK (guidance IN ('guided','light','free')),
      status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','paused','finished')),
      is_based_on TEXT CHECK (is_based_on IS NULL OR json_valid(is_based_on)),  -- parent case reference (schema.org isBasedOn)
      is_sample INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE TABLE cycle (
      id TEXT PRIMARY KEY,
      project_id TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL,
      decision TEXT CHECK (decision IN ('adopt','adapt','abandon','scale','repeat','pause','too-early')),
      decision_reason TEXT NOT NULL DEFAULT '',
      opened_at TEXT NOT NULL,
      closed_at TEXT,
      UNIQUE (project_id, number)
    ) STRICT;
    CREATE TABLE stage_run (
      id TEXT PRIMARY KEY,
      cycle_id TEXT NOT NULL REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
      stage_id TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('not-started','active','done','returned','skipped')),
      reason TEXT NOT NULL DEFAULT '',
      entered_at TEXT,
      done_at TEXT,
      signed_by TEXT
    ) STRICT;
    CREATE INDEX stage_run_by_cycle ON stage_run(cycle_id);
    CREATE TABLE project_field (
      id TEXT PRIMARY KEY,
      project_id TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      cycle_id TEXT NOT NULL REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
      field_key TEXT NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      amends_id TEXT,                                  -- set when written after the stage was signed
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX project_field_by_key ON project_field(project_id, cycle_id, field_key);
    CREATE TABLE journal_entry (
      id TEXT PRIMARY KEY,
      project_id TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      cycle_id TEXT REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL,                              -- observation, reflection, fidelity, meeting, critical-friend, milestone
      date TEXT NOT NULL,
      title TEXT NOT NULL DEFAULT '',
      description TEXT NOT NULL DEFAULT '',
      interpretation TEXT NOT NULL DEFAULT '',
      details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
      perspective TEXT,
      is_small_win INTEGER NOT NULL DEFAULT 0,
      privacy_class TEXT NOT NULL DEFAULT 'P2' CHECK (privacy_class IN ('P0','P1','P2','P3')),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX journal_entry_by_project ON journal_entry(project_id, date);
    CREATE TABLE consent (
      id TEXT PRIMARY KEY,
      project_id TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      pseudonym TEXT NOT NULL,
      guardian_consent TEXT NOT NULL DEFAULT 'pending' CHECK (guardian_consent IN ('yes','no','pending')),
      child_assent TEXT NOT NULL DEFAULT 'pending' CHECK (child_assent IN ('yes','no','pending')),
      scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope)),
      consented_at TEXT,
      withdrawn_at TEXT,
      updated_at TEXT NOT NULL,
      UNIQUE (project_id, pseudonym)
    ) STRICT;
    CREATE TABLE dataset (
      id TEXT PRIMARY KEY,
      project_id TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      cycle_id TEXT REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      file_id TEXT NOT NULL REFERENCES file(id) DEFERRABLE INITIALLY DEFERRED,
      recipe TEXT NOT NULL CHECK (json_valid(recipe)),
      measure TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(measure)),
      perspective TEXT,
      privacy_class TEXT NOT NULL DEFAULT 'P2' CHECK (privacy_class IN ('P0','P1','P2','P3')),
      version INTEGER NOT NULL DEFAULT 1,
      created_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE TABLE dataset_row (
      id TEXT PRIMARY KEY,
      dataset_id TEXT NOT NULL REFERENCES dataset(id) DEFERRABLE INITIALLY DEFERRED,
      pseudonym TEXT NOT NULL,
      row_values TEXT NOT NULL CHECK (json_valid(row_values)),
      excluded_reason TEXT
    ) STRICT;
    CREATE INDEX dataset_row_by_dataset ON dataset_row(dataset_id);
    CREATE TABLE analysis (
      id TEXT PRIMARY KEY,
      project_id TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      cycle_id TEXT REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
      dataset_id TEXT NOT NULL REFERENCES dataset(id) DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL,
      options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
      result TEXT NOT NULL CHECK (json_valid(result)),
      dataset_version INTEGER NOT NULL,
      previous_result TEXT CHECK (previous_result IS NULL OR json_valid(previous_result)),
      changed_because TEXT,
      computed_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX analysis_by_project ON analysis(project_id);

    CREATE TABLE report (
      id TEXT PRIMARY KEY,
      project_id TEXT REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      template_id TEXT NOT NULL,
      template_version TEXT NOT NULL,
      title TEXT NOT NULL,
      language TEXT NOT NULL,
      style_id TEXT NOT NULL,
      citation_locale TEXT NOT NULL,
      metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE TABLE report_section (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report(id) DEFERRABLE INITIALLY DEFERRED,
      section_key TEXT NOT NULL,
      heading TEXT NOT NULL,
      position INTEGER NOT NULL,
      is_required INTEGER NOT NULL DEFAULT 0,
      body TEXT NOT NULL CHECK (json_valid(body)),      -- TipTap JSON
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX report_section_by_report ON report_section(report_id, position);

    CREATE TABLE practice_case (
      id TEXT PRIMARY KEY,
      origin TEXT NOT NULL CHECK (origin IN ('own','imported')),
      case_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      title TEXT NOT NULL,
      project_id TEXT REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
      report_id TEXT REFERENCES report(id) DEFERRABLE INITIALLY DEFERRED,
      content TEXT NOT NULL CHECK (json_valid(content)), -- case.json
      manifest_hash TEXT NOT NULL DEFAULT '',
      integrity TEXT NOT NULL DEFAULT 'own' CHECK (integrity IN ('own','verified','unverified')),
      file_id TEXT REFERENCES file(id) DEFERRABLE INITIALLY DEFERRED,
      created_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX practice_case_by_case ON practice_case(case_id, version);
    CREATE TABLE link (
      id TEXT PRIMARY KEY,
      from_kind TEXT NOT NULL,
      from_id TEXT NOT NULL,
      relation TEXT NOT NULL,               -- supports, rationale, answers, evidence, cites, isBasedOn
      to_kind TEXT NOT NULL,
      to_id TEXT NOT NULL,
      payload TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(payload)),
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX link_from ON link(from_kind, from_id);
    CREATE INDEX link_to ON link(to_kind, to_id);

    CREATE TABLE setting (
      id TEXT PRIMARY KEY,                  -- the setting's name
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT;

    CREATE TABLE job (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued','running','done','failed','cancelled')),
      payload TEXT NOT NULL CHECK (json_valid(payload)),
      checkpoint TEXT CHECK (checkpoint IS NULL OR json_valid(checkpoint)),
      done INTEGER NOT NULL DEFAULT 0,
      total INTEGER,
      error_code TEXT,
      error_details TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX job_by_state ON job(state, created_at);
    CREATE TABLE job_record (
      job_id TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      source TEXT NOT NULL,
      line INTEGER,
      outcome TEXT NOT NULL,               -- imported, duplicate, failed, skipped
      code TEXT,
      details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
      item_id TEXT,
      title TEXT NOT NULL DEFAULT '',
      raw TEXT,
      PRIMARY KEY (job_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE command_log (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      group_id TEXT NOT NULL,              -- entries of one undo step
      kind TEXT NOT NULL CHECK (kind IN ('do','undo','redo')),
      target_group_id TEXT,                -- the group an undo or redo acts on
      name TEXT NOT NULL,
      params TEXT NOT NULL CHECK (json_valid(params)),
      changes TEXT NOT NULL CHECK (json_valid(changes)),  -- [{table,id,before,after}] in order
      device_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX command_log_by_group ON command_log(group_id, sequence);
    CREATE TRIGGER command_log_no_update BEFORE UPDATE ON command_log BEGIN SELECT RAISE(ABORT, 'command_log is append-only'); END;
    CREATE TRIGGER command_log_no_delete BEFORE DELETE ON command_log BEGIN SELECT RAISE(ABORT, 'command_log is append-only'); END;
  `,
};
