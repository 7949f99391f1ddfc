import {
  dateToIso,
  isDateVariable,
  isNameVariable,
  isTextVariable,
  normaliseItem,
  parseDate,
  type CslDateVariable,
  type CslItem,
  type CslItemType,
  type CslName,
  type CslNameVariable,
  type CslTextVariable,
  type ItemRemark,
} from '../../domain/bibliography';
import { FIELDS, ROLES, ZOTERO_TYPE_OF, ZOTERO_TYPES } from './vocabulary';
import type { ZoteroCreator, ZoteroItem } from './zotero-item';

/** What a record of Zotero has and CSL has no word for; kept in `custom.zotero` and written again by an export. */
interface ZoteroRest {
  readonly itemType?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Zotero's role for a list of names, where it is not the usual one. */
  readonly roles?: Readonly<Record<string, string>>;
}

const DATES: readonly (readonly [string, CslDateVariable])[] = [
  ['date', 'issued'],
  ['issueDate', 'issued'],
  ['accessDate', 'accessed'],
  ['filingDate', 'submitted'],
  ['originalDate', 'original-date'],
];

const VARIABLE_OF: ReadonlyMap<string, CslTextVariable> = new Map(FIELDS);
const DATE_OF: ReadonlyMap<string, CslDateVariable> = new Map(DATES);
const LIST_OF: ReadonlyMap<string, CslNameVariable> = new Map(ROLES);
const FIELD_OF = firstOf(FIELDS);
const ROLE_OF = firstOf(ROLES);
const DATE_FIELD_OF = firstOf(DATES);

function firstOf<T extends string>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<T, string> {
  return new Map([...pairs].reverse().map(([name, variable]) => [variable, name] as const));
}

/**
 * An item of Zotero as a record.
 * @param source item type, fields and creators
 * @returns the record; fields without a CSL variable are in `custom.zotero`
 */
export function zoteroToCsl(source: ZoteroItem): {
  readonly item: CslItem;
  readonly remarks: readonly ItemRemark[];
} {
  const known = Object.hasOwn(ZOTERO_TYPES, source.itemType) ? ZOTERO_TYPES[source.itemType] : undefined;
  const loose: Record<string, unknown> = { type: known?.csl ?? 'document' };
  const rest: Record<string, string> = {};
  for (const [name, value] of Object.entries(source.fields)) {
    const date = DATE_OF.get(name);
    const variable = VARIABLE_OF.get(name);
    if (date !== undefined && loose[date] === undefined) {
      const parsed = parseDate(value);
      if (parsed !== undefined) loose[date] = parsed;
    } else if (variable !== undefined && loose[variable] === undefined) loose[variable] = value;
    else if (name !== 'extra') rest[name] = value;
  }
  const note = readExtra(source.fields['extra'] ?? '', loose);
  if (note !== '') loose['note'] = note;
  const roles = readCreators(source.creators, loose);
  const { item, remarks } = normaliseItem(loose);
  const kept: ZoteroRest = {
    ...(known === undefined || ZOTERO_TYPE_OF.get(known.csl) !== source.itemType
      ? { itemType: source.itemType }
      : {}),
    ...(Object.keys(rest).length === 0 ? {} : { fields: rest }),
    ...(Object.keys(roles).length === 0 ? {} : { roles }),
  };
  if (Object.keys(kept).length > 0) item.custom = { ...item.custom, zotero: kept };
  return { item, remarks };
}

function readCreators(
  creators: readonly ZoteroCreator[],
  loose: Record<string, unknown>,
): Readonly<Record<string, string>> {
  const lists = new Map<CslNameVariable, CslName[]>();
  const roles: Record<string, string> = {};
  for (const { role, family, given } of creators) {
    const list = LIST_OF.get(role) ?? 'contributor';
    const name: CslName = given === '' ? { literal: family } : family === '' ? { given } : { family, given };
    const names = lists.get(list);
    if (names === undefined) lists.set(list, [name]);
    else names.push(name);
    if (ROLE_OF.get(list) !== role) roles[list] = role;
  }
  for (const [list, names] of lists) loose[list] = names;
  return roles;
}

/** Lines of Zotero's "Extra" that name a CSL variable ("Citation Key: …", "PMID: …", "original-title: …"). */
function readExtra(extra: string, loose: Record<string, unknown>): string {
  const rest = extra.split('\n').filter((line) => {
    const match = /^([A-Za-z][A-Za-z -]{1,40}):\s*(\S.*)$/.exec(line.trim());
    const label = match?.[1] ?? '';
    const value = match?.[2];
    if (value === undefined) return true;
    const variable = variableNamed(label);
    if (variable === undefined || loose[variable] !== undefined) return true;
    loose[variable] = isDateVariable(variable) ? (parseDate(value) ?? value) : value;
    return false;
  });
  return rest.join('\n').trim();
}

function variableNamed(label: string): string | undefined {
  if (['note', 'Note', 'keyword', 'annote'].includes(label)) return undefined;
  const candidates = [label, label.toUpperCase(), label.toLowerCase().replaceAll(' ', '-')];
  return candidates.find((name) => isTextVariable(name) || isDateVariable(name));
}

/**
 * A record as an item of Zotero. What Zotero has no field for goes into "Extra", where Zotero and others look for it.
 * @param item the record
 */
export function cslToZotero(item: CslItem): ZoteroItem {
  const rest = zoteroRest(item);
  const itemType = zoteroTypeOf(item.type, rest.itemType);
  const fields: Record<string, string> = { ...rest.fields };
  const extra: string[] = [];
  if (ZOTERO_TYPES[itemType]?.csl !== item.type) extra.push(`type: ${item.type}`);
  const creators: ZoteroCreator[] = [];
  for (const [variable, value] of Object.entries(item)) {
    if (isTextVariable(variable) && typeof value === 'string') {
      if (variable === 'note') extra.push(value);
      else if (variable !== 'keyword') placeText(fields, extra, variable, value, itemType);
    } else if (isDateVariable(variable)) {
      const date = item[variable];
      const text = date === undefined ? '' : dateToIso(date);
      const field = DATE_FIELD_OF.get(variable);
      if (text === '') continue;
      if (field === undefined) extra.push(`${variable}: ${text}`);
      else fields[field] = text;
    } else if (isNameVariable(variable)) {
      const role = rest.roles?.[variable] ?? ROLE_OF.get(variable) ?? 'contributor';
      for (const name of item[variable] ?? []) creators.push(zoteroName(name, role));
    }
  }
  if (extra.length > 0) fields['extra'] = extra.join('\n');
  return { itemType, fields, creators };
}

function placeText(
  fields: Record<string, string>,
  extra: string[],
  variable: CslTextVariable,
  value: string,
  itemType: string,
): void {
  const field = variable === 'citation-key' ? undefined : FIELD_OF.get(variable);
  if (variable === 'citation-key') extra.push(`Citation Key: ${value}`);
  else if (field === undefined) extra.push(`${variable}: ${value.replaceAll('\n', ' ')}`);
  else if (field === 'versionNumber' && itemType === 'computerProgram') fields['edition'] = value;
  else fields[field] = value;
}

function zoteroName(name: CslName, role: string): ZoteroCreator {
  if (name.literal !== undefined) return { role, family: name.literal, given: '' };
  const join = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
  return {
    role,
    family: join(name['non-dropping-particle'], name.family),
    given: [join(name.given, name['dropping-particle']), name.suffix].filter(Boolean).join(', '),
  };
}

function zoteroTypeOf(type: CslItemType, remembered: string | undefined): string {
  if (remembered !== undefined && ZOTERO_TYPES[remembered]?.csl === type) return remembered;
  return ZOTERO_TYPE_OF.get(type) ?? 'document';
}

function zoteroRest(item: CslItem): ZoteroRest {
  const rest: unknown = item.custom?.['zotero'];
  if (typeof rest !== 'object' || rest === null) return {};
  const values = new Map<string, unknown>(Object.entries(rest));
  const itemType = values.get('itemType');
  return {
    ...(typeof itemType === 'string' ? { itemType } : {}),
    fields: texts(values.get('fields')),
    roles: texts(values.get('roles')),
  };
}

function texts(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
