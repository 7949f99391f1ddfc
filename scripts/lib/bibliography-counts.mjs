/** Counts of records in bibliographies by other readers than ours, and why theirs may differ. */
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Count
 * @property {string} by who counted
 * @property {number | undefined} count number of records, undefined when that reader gave up
 * @property {(records: readonly { raw: string, outcome: { kind: string } }[]) => string} explain why it differs from ours; empty when unknown
 */

const SIGNS = {
  bibtex: /^[ \t]*@[ \t]*(?!(?:comment|string|preamble)\b)[a-z][\w-]*\s*[{(]/gim,
  ris: /^(?:\uFEFF)?[ \t]*TY {0,2}-/gim,
  medline: /^PMID ?- |^OWN ?- ERIC/gm,
  refer: /^%0 /gm,
  'endnote-xml': /<record>/g,
  'zotero-rdf': /<z:itemType>(?!attachment|note<)/g,
};

/** Records that do not begin as the format has it, and are read all the same. */
const WITHOUT_SIGN = {
  ris: { sign: /^[ \t]*TY {0,2}-/im, why: 'have lost their type' },
  medline: { sign: /^PMID ?- |^OWN ?- ERIC/m, why: 'have no PubMed number' },
  refer: { sign: /^%0 /m, why: 'have no type' },
  'zotero-rdf': { sign: /<z:itemType>(?!attachment|note<)/, why: 'are files or notes by themselves' },
};

/**
 * Counts lines that begin a record.
 * @param {string} format @param {string} text whole file
 * @returns {Count}
 */
export function plainCount(format, text) {
  // Files that were put together have a byte order mark in the middle.
  const lines = text.replace(/\uFEFF/g, '').replace(/\r\n?/g, '\n');
  const sign = SIGNS[format];
  const count =
    format === 'table'
      ? rowCount(lines)
      : sign === undefined
        ? jsonCount(text)
        : (lines.match(sign) ?? []).length;
  return {
    by: 'plain count',
    count,
    explain: (records) => {
      if (records.length > count) {
        const lacks = WITHOUT_SIGN[format];
        const without =
          lacks === undefined ? 0 : records.filter((record) => !lacks.sign.test(record.raw)).length;
        if (without >= records.length - count) return `${without} records ${lacks.why}`;
      }
      if (format !== 'bibtex') return '';
      const inside = records.reduce((sum, record) => sum + (record.raw.match(sign)?.length ?? 1) - 1, 0);
      const later = (lines.match(/(?<=[^\s\w.@][ \t]*)@[a-z][\w-]*\s*\{[^,={}"\n]*,/gi) ?? []).length;
      const commented = (lines.match(/@comment\s*[{(][^@]*@(?!comment)[a-z]+\s*\{/gi) ?? []).length;
      if (inside > 0 && records.length + inside >= count)
        return `${inside} starts of entries stand within other entries or comments`;
      if (commented > 0) return `${commented} entries are within @comment`;
      if (records.length > count && later >= records.length - count) return 'several entries on one line';
      return '';
    },
  };
}

/** Rows under the headings; a line break within quotation marks ends none. */
function rowCount(lines) {
  const whole = lines.replace(/"(?:[^"]|"")*"/g, '""');
  return whole.split('\n').filter((line) => /[^\s,;]/.test(line)).length - 1;
}

function jsonCount(text) {
  try {
    const value = JSON.parse(text);
    const list = Array.isArray(value) ? value : (value.items ?? value.references ?? [value]);
    return list.length;
  } catch {
    return undefined;
  }
}

/**
 * The plain count, and what pandoc and bibutils find where they are installed.
 * @param {string} format @param {string} path the file @param {string} text its text
 * @returns {readonly Count[]}
 */
export function independentCounts(format, path, text) {
  return [plainCount(format, text), pandocCount(format, path), bibutilsCount(format, path, text)].filter(
    (count) => count !== undefined,
  );
}

const PANDOC = { bibtex: 'biblatex', 'csl-json': 'csljson' };
const BIBUTILS = {
  bibtex: 'bib2xml',
  ris: 'ris2xml',
  medline: 'nbib2xml',
  refer: 'end2xml',
  'endnote-xml': 'endx2xml',
};
const GAVE_UP = (tool) => () => `${tool} gave up on the file`;

/** @returns {Count | undefined} */
function pandocCount(format, path) {
  const from = PANDOC[format];
  if (from === undefined) return undefined;
  const run = spawnSync('pandoc', ['-f', from, '-t', 'csljson', path], {
    maxBuffer: 1 << 30,
    timeout: 120_000,
  });
  if (run.error?.code === 'ENOENT') return undefined;
  if (run.status !== 0) return { by: 'pandoc', count: undefined, explain: GAVE_UP('pandoc') };
  const items = JSON.parse(run.stdout.toString('utf8') || '[]');
  const ids = new Set(items.map((item) => item.id));
  return {
    by: 'pandoc',
    count: items.length,
    explain: (records) => {
      const keys = records.map((record) => record.outcome.key ?? '');
      const repeated = keys.length - new Set(keys).size;
      const missing = keys.filter((key) => key !== '' && !ids.has(key));
      const xdata = records.filter((record) => /^@(?:xdata|set|control)\b/i.test(record.raw)).length;
      if (items.length < records.length && records.length - items.length <= repeated + xdata)
        return `pandoc merges ${repeated} records of equal keys${xdata > 0 ? ` and passes over ${xdata} of a technical type` : ''}`;
      if (items.length < records.length)
        return `pandoc passes over ${missing.slice(0, 3).join(', ') || 'records without key'}`;
      return '';
    },
  };
}

/** @returns {Count | undefined} */
function bibutilsCount(format, path, text) {
  const tool = BIBUTILS[format];
  if (tool === undefined) return undefined;
  const run = spawnSync(tool, [path], { maxBuffer: 1 << 30, timeout: 120_000 });
  if (run.error?.code === 'ENOENT') return undefined;
  if (run.error !== undefined || run.status !== 0)
    return { by: tool, count: undefined, explain: GAVE_UP(tool) };
  const said = /Processed (\d+) references/.exec(run.stderr.toString('utf8'));
  const count =
    said === null ? (run.stdout.toString('utf8').match(/<mods[ >]/g) ?? []).length : Number(said[1]);
  return {
    by: tool,
    count,
    explain: (records) => {
      if (count < records.length)
        return `${tool} passes over ${records.length - count} (unknown types, broken records, or after one it cannot read)`;
      const technical =
        format === 'bibtex' ? (text.match(/@\s*(?:(?:comment|string|preamble)\b|(?=@))/gi) ?? []).length : 0;
      if (technical >= count - records.length)
        return `${tool} counts ${count - records.length} of ${technical} strings, preambles, comments and stray signs as references`;
      const failed = records.filter((record) => record.outcome.kind === 'failed').length;
      return failed >= count - records.length && failed > 0
        ? `${tool} cuts ${failed} broken records in two`
        : '';
    },
  };
}
