import { findSensitive } from '../privacy';

/** What the pre-share check knows of the local machine and the project; none of it may be in an outgoing file. */
export interface ShareFacts {
  /** Pupils' and families' names as the raw files hold them. Read for the check only, never stored. */
  readonly roster: readonly string[];
  /** Pseudonyms of the project: individual-level rows are recognised by them. */
  readonly pseudonyms: readonly string[];
  /** Home folder, library folder, user name. */
  readonly localPaths: readonly string[];
  readonly userName: string;
}

/** One outgoing file as text (for a docx or PDF: its extracted text and properties). */
export interface OutgoingText {
  readonly path: string;
  readonly text: string;
}

export type ShareFindingCode =
  'raw-rows' | 'name' | 'e-mail' | 'phone' | 'date' | 'absolute-path' | 'user-name' | 'not-allowed-file';

/** One reason not to share. `excerpt` is shown on this computer only. */
export interface ShareFinding {
  readonly code: ShareFindingCode;
  readonly path: string;
  readonly excerpt: string;
}

/** A file of a package must be one of these; everything else is refused (an allow-list, never a block-list). */
const ALLOWED_FILES: readonly RegExp[] = [
  /^ro-crate-metadata\.json$/,
  /^ro-crate-preview\.html$/,
  /^case\.json$/,
  /^references\.(csl\.json|bib)$/,
  /^report\/[\w .()-]+\.(html|docx|pdf|md|bib)$/u,
  /^data\/(aggregate-[\w-]+\.csv|README\.md)$/,
  /^manifest-sha256\.txt$/,
];

const ABSOLUTE_PATH =
  /(?:\/(?:home|Users|root|tmp|var|mnt|media)\/[\w.-]+|\b[A-Z]:\\(?:Users|Documents)[\\\w.-]*|file:\/\/\/)/g;
const PSEUDONYM = /\bS-[ACDEFGHJKMNPQRTVWXY34679]{4}\b/g;
const MAX_FINDINGS = 200;

/**
 * Looks for what must not leave the computer. Runs on every outgoing file.
 * @param files texts of all files of the package
 * @param facts what to look for
 */
export function checkBeforeSharing(
  files: readonly OutgoingText[],
  facts: ShareFacts,
): readonly ShareFinding[] {
  const findings: ShareFinding[] = [];
  for (const file of files) {
    const add = (code: ShareFindingCode, excerpt: string): void => {
      if (findings.length < MAX_FINDINGS)
        findings.push({ code, path: file.path, excerpt: excerpt.slice(0, 80) });
    };
    if (!ALLOWED_FILES.some((pattern) => pattern.test(file.path))) add('not-allowed-file', file.path);
    for (const pseudonym of rowMarks(file.text, facts.pseudonyms)) add('raw-rows', pseudonym);
    for (const passage of findSensitive(withoutTechnical(file.text), facts.roster)) {
      if (passage.kind === 'pseudonym-key' || (passage.kind === 'phone' && !looksDialled(passage.text)))
        continue;
      add(passage.kind, passage.text);
    }
    for (const match of file.text.matchAll(ABSOLUTE_PATH)) add('absolute-path', match[0]);
    for (const path of facts.localPaths)
      if (path.length > 3 && file.text.includes(path)) add('absolute-path', path);
    if (namesUser(file.text, facts.userName)) add('user-name', facts.userName);
  }
  return findings;
}

/** Ids, hashes, ISO dates and addresses of works are digits too, and in every package. */
const TECHNICAL =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\bhttps?:\/\/[^\s"'<>)]+|\b10\.\d{4,}\/[^\s"'<>]+/gi;

function withoutTechnical(text: string): string {
  return text.replaceAll(TECHNICAL, ' ');
}

/** A number to dial has ten to thirteen digits and starts as one; figures of a table side by side do not. */
function looksDialled(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 10 && digits <= 13 && /^[+0(]/.test(text.trim());
}

function rowMarks(text: string, pseudonyms: readonly string[]): readonly string[] {
  const known = new Set(pseudonyms);
  return [...new Set([...text.matchAll(PSEUDONYM)].map((match) => match[0]))].filter(
    (mark) => known.size === 0 || known.has(mark),
  );
}

/** A user name that is an ordinary word (root, user, teacher) says nothing about a person. */
const ORDINARY_NAMES: ReadonlySet<string> = new Set([
  'root',
  'user',
  'admin',
  'teacher',
  'student',
  'guest',
  'owner',
  'home',
  'desktop',
]);

function namesUser(text: string, userName: string): boolean {
  if (userName.length < 4 || ORDINARY_NAMES.has(userName.toLowerCase())) return false;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${userName.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`,
    'u',
  ).test(text);
}
