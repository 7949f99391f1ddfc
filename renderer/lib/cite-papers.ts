import i18next from 'i18next';
import { STYLE_IDS, type RichRun, type StyleId } from '@shared/domain/report/citation';
import type { CallInput } from '@shared/ipc/contract';
import { ok, type Result } from '@shared/lib/result';
import { call, onEvent } from './client';

const STYLE_KEY = 'copy.style';
/** Works in one pair of brackets: as many as the citation engine takes. */
const MAX_CITED = 50;
/** Entries of one list of references. */
export const MAX_REFERENCES = 2_000;

/** The same text twice: for editors that know formatting and for those that do not. */
export interface CopiedText {
  readonly plain: string;
  readonly html: string;
}

/** The style in which citations are copied; remembered on this computer. */
export function copyStyle(): StyleId {
  const stored = localStorage.getItem(STYLE_KEY);
  return STYLE_IDS.find((id) => id === stored) ?? STYLE_IDS[0];
}

/** @param style what is to be remembered */
export function setCopyStyle(style: StyleId): void {
  localStorage.setItem(STYLE_KEY, style);
  prepared = null;
}

/**
 * One citation of all papers, e.g. "(Halas, 2019; Brook, 2020)".
 * @param itemIds papers in the order of the citation; those beyond the first fifty are left out
 */
export async function citePapers(itemIds: readonly string[]): Promise<Result<CopiedText>> {
  const formatted = await format([
    { id: 'c', items: itemIds.slice(0, MAX_CITED).map((itemId) => ({ itemId })) },
  ]);
  if (!formatted.ok) return formatted;
  const [citation] = formatted.value.citations;
  return ok({ plain: citation?.plain ?? '', html: htmlOf(citation?.runs ?? []) });
}

/**
 * The list of references of the papers, in the order of the style.
 * @param itemIds papers, at most {@link MAX_REFERENCES}
 */
export async function referencesOf(itemIds: readonly string[]): Promise<Result<CopiedText>> {
  const ids = itemIds.slice(0, MAX_REFERENCES);
  const formatted = await format(ids.map((itemId) => ({ id: itemId, items: [{ itemId }] })));
  if (!formatted.ok) return formatted;
  const { bibliography, hangingIndent } = formatted.value;
  const style = hangingIndent ? ' style="margin-left:2em;text-indent:-2em"' : '';
  return ok({
    plain: bibliography.map((entry) => entry.plain).join('\n'),
    html: bibliography.map((entry) => `<p${style}>${htmlOf(entry.runs)}</p>`).join('\n'),
  });
}

let endListening: (() => void) | null = null;
let prepared: { readonly key: string; readonly text: CopiedText | null } | null = null;
const keyOf = (itemIds: readonly string[]): string => itemIds.join(' ');

/** Papers whose references are made ahead: more would be felt, and nobody drags so many into a text. */
const MAX_PREPARED = 100;

/** Makes the references of papers that may be dragged: a drag must hold its text the moment it begins. */
export function prepareReferences(itemIds: readonly string[]): void {
  const key = keyOf(itemIds);
  if (itemIds.length === 0 || itemIds.length > MAX_PREPARED || prepared?.key === key) return;
  // What was made ahead is forgotten when records change.
  endListening ??= onEvent('library.changed', ({ tables }) => {
    if (tables.includes('item')) prepared = null;
  });
  prepared = { key, text: null };
  void referencesOf(itemIds).then((result) => {
    if (prepared?.key === key && result.ok) prepared = { key, text: result.value };
  });
}

/** @returns the references made ahead for exactly these papers, null when they are not ready */
export function preparedReferences(itemIds: readonly string[]): CopiedText | null {
  return prepared?.key === keyOf(itemIds) ? prepared.text : null;
}

function format(
  clusters: CallInput<'citation.format'>['clusters'],
): ReturnType<typeof call<'citation.format'>> {
  const locale = i18next.language.startsWith('uk') ? 'uk-UA' : 'en-GB';
  return call('citation.format', { styleId: copyStyle(), locale, clusters });
}

function htmlOf(runs: readonly RichRun[]): string {
  return runs.map(htmlOfRun).join('');
}

function htmlOfRun(run: RichRun): string {
  let html = escaped(run.text);
  if (run.italic) html = `<i>${html}</i>`;
  if (run.bold) html = `<b>${html}</b>`;
  if (run.underline) html = `<u>${html}</u>`;
  if (run.smallCaps) html = `<span style="font-variant:small-caps">${html}</span>`;
  if (run.superscript) html = `<sup>${html}</sup>`;
  if (run.subscript) html = `<sub>${html}</sub>`;
  return run.href === undefined ? html : `<a href="${escaped(run.href)}">${html}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
