import { childrenOf, type XmlElement } from '../xml/xml-tree';
import { RDF } from './vocabulary';

const ABOUT = `${RDF}about`;
const ID = `${RDF}ID`;
const NODE_ID = `${RDF}nodeID`;
const RESOURCE = `${RDF}resource`;
const DESCRIPTION = `${RDF}Description`;

/** The nodes of an RDF/XML document, found by name. */
export class RdfGraph {
  readonly #nodes = new Map<string, XmlElement>();

  /** @param root the `rdf:RDF` element */
  constructor(readonly root: XmlElement) {
    for (const node of root.children) {
      const name = nameOf(node);
      if (name !== undefined && !this.#nodes.has(name)) this.#nodes.set(name, node);
    }
  }

  /** @param property a property element @returns the name of the node it points to, if it points */
  targetName(property: XmlElement): string | undefined {
    const direct = property.attributes.get(RESOURCE) ?? property.attributes.get(NODE_ID);
    if (direct !== undefined) return direct;
    const inner = property.children[0];
    return inner === undefined ? undefined : nameOf(inner);
  }

  /** @param property a property element @returns the node inside it or the one it points to */
  target(property: XmlElement): XmlElement | undefined {
    const inner = property.children[0];
    if (inner !== undefined) return inner;
    const name = this.targetName(property);
    return name === undefined ? undefined : this.#nodes.get(name);
  }

  /** Nodes that a node's property leads to. */
  targets(node: XmlElement, property: string): readonly XmlElement[] {
    return childrenOf(node, property).flatMap((child) => this.target(child) ?? []);
  }

  /** Texts that are the values of a property, without those that are nodes or empty. */
  literals(node: XmlElement, property: string): readonly string[] {
    return childrenOf(node, property).flatMap((child) => {
      const text = child.children.length === 0 && !child.attributes.has(RESOURCE) ? child.text.trim() : '';
      return text === '' ? [] : [text];
    });
  }
}

/** @param node a node element @returns its name in the document */
export function nameOf(node: XmlElement): string | undefined {
  const id = node.attributes.get(ID);
  return node.attributes.get(ABOUT) ?? (id === undefined ? node.attributes.get(NODE_ID) : `#${id}`);
}

/** @param node a node element @returns its class: the element's own name, or the `rdf:type` of a plain description */
export function classOf(node: XmlElement): string {
  if (node.name !== DESCRIPTION) return node.name;
  return childrenOf(node, `${RDF}type`)[0]?.attributes.get(RESOURCE) ?? node.name;
}
