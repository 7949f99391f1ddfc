import type { BibtexEntry } from './bibtex-fields';

/** Groups of a JabRef file, to be asked for each entry. */
export interface JabrefGroups {
  /** @param entry an entry @returns its groups, each as names from the outermost one on */
  readonly of: (entry: BibtexEntry) => readonly (readonly string[])[];
}

const META = /@comment\s*\{\s*jabref-meta:\s*(?:groupstree|grouping)\s*:([\s\S]*?;)\s*\}/gi;

/**
 * Reads the group tree that JabRef keeps in a comment (also files of Better BibTeX have it). Groups that are searches are left
 * out: they hold what fits, not what somebody put there.
 * @param text whole file
 */
export function readJabrefGroups(text: string): JabrefGroups {
  const byName = new Map<string, readonly string[]>();
  const byKey = new Map<string, (readonly string[])[]>();
  for (const match of /jabref-meta/i.test(text) ? text.matchAll(META) : [])
    readTree(match[1] ?? '', byName, byKey);
  return {
    of: (entry) => {
      const names = splitUnescaped(entry.fields.get('groups') ?? '', ',').map(unescape);
      const told = names.filter((name) => name !== '').map((name) => byName.get(name) ?? [name]);
      return [...told, ...(byKey.get(entry.key) ?? [])];
    },
  };
}

function readTree(
  tree: string,
  byName: Map<string, readonly string[]>,
  byKey: Map<string, (readonly string[])[]>,
): void {
  let path: string[] = [];
  for (const group of splitUnescaped(tree.replace(/\r?\n/g, ''), ';')) {
    const match = /^\s*(\d+)\s+(\w+):(.*)$/.exec(group);
    const level = Number(match?.[1] ?? 0);
    if (match === null || level === 0) continue;
    const [name = '', , ...rest] = splitUnescaped(
      (match[3] ?? '').replace(/\\;/g, '\u0001').replace(/\\\\/g, '\\'),
      '\u0001',
    );
    path = [...path.slice(0, level - 1), unescape(name)];
    const kind = match[2] ?? '';
    if (kind !== 'ExplicitGroup' && kind !== 'StaticGroup') continue;
    if (!byName.has(unescape(name))) byName.set(unescape(name), path);
    for (const key of kind === 'ExplicitGroup' ? rest : []) {
      const clean = unescape(key);
      if (clean !== '') byKey.set(clean, [...(byKey.get(clean) ?? []), path]);
    }
  }
}

function splitUnescaped(value: string, sign: string): readonly string[] {
  return value.split(new RegExp(`(?<!\\\\)${sign}`, 'u'));
}

function unescape(value: string): string {
  return value.replace(/\\(.)/g, '$1').trim();
}
