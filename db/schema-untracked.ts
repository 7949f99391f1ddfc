/** Row types of the tables that the command log does not track. */
export interface JobTable {
  id: string;
  kind: string;
  state: string;
  payload: string;
  checkpoint: string | null;
  done: number;
  total: number | null;
  error_code: string | null;
  error_details: string | null;
  created_at: string;
  updated_at: string;
}
export interface JobRecordTable {
  job_id: string;
  position: number;
  source: string;
  line: number | null;
  outcome: string;
  code: string | null;
  details: string;
  item_id: string | null;
  title: string;
  raw: string | null;
}
export interface CommandLogTable {
  sequence: number;
  id: string;
  group_id: string;
  kind: 'do' | 'undo' | 'redo';
  target_group_id: string | null;
  name: string;
  params: string;
  changes: string;
  device_id: string;
  at: string;
}

export interface NetworkAnswerTable {
  url: string;
  accept: string;
  status: number;
  etag: string | null;
  body: string;
  fetched_at: string;
  expires_at: string;
}
