import { childrenOf, type XmlElement } from '../xml/xml-tree';
import { classOf, nameOf, type RdfGraph } from './graph';
import { BIB, DC, DCTERMS, Z } from './vocabulary';

type Path = readonly string[];

/** Deeper trees are a mistake or an attack; a person's are three or four levels. */
const MAX_DEPTH = 30;

/**
 * Where each record is filed.
 * @param graph the document
 * @returns paths by record name, and the paths of collections that hold nothing
 */
export function collectionPaths(graph: RdfGraph): {
  readonly of: ReadonlyMap<string, readonly Path[]>;
  readonly empty: readonly Path[];
} {
  const all = new Map<string, XmlElement>();
  for (const node of graph.root.children) {
    const name = nameOf(node);
    if (name !== undefined && [`${Z}Collection`, `${BIB}Collection`].includes(classOf(node)))
      all.set(name, node);
  }
  const inner = new Set<string>();
  for (const node of all.values())
    for (const part of partsOf(graph, node)) if (all.has(part)) inner.add(part);
  const of = new Map<string, Path[]>();
  const empty: Path[] = [];
  const walk = (name: string, above: Path, seen: ReadonlySet<string>): void => {
    const node = all.get(name);
    if (node === undefined || seen.has(name) || above.length >= MAX_DEPTH) return;
    const path = [...above, graph.literals(node, `${DC}title`)[0] ?? name];
    const parts = partsOf(graph, node);
    if (parts.length === 0) empty.push(path);
    for (const part of parts) {
      if (all.has(part)) walk(part, path, new Set([...seen, name]));
      else {
        const paths = of.get(part);
        if (paths === undefined) of.set(part, [path]);
        else paths.push(path);
      }
    }
  };
  for (const name of all.keys()) if (!inner.has(name)) walk(name, [], new Set());
  return { of, empty };
}

function partsOf(graph: RdfGraph, node: XmlElement): readonly string[] {
  return childrenOf(node, `${DCTERMS}hasPart`).flatMap((part) => graph.targetName(part) ?? []);
}
