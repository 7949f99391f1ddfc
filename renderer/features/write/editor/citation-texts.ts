/** What each citation of a report reads like in the chosen style; nodes in the text listen to it. */
export class CitationTexts {
  private texts: ReadonlyMap<string, string> = new Map();
  private readonly listeners = new Set<() => void>();

  /** @returns the formatted text of a citation, undefined until the style has answered */
  get(citationId: string): string | undefined {
    return this.texts.get(citationId);
  }

  /** Replaces all texts and tells the nodes. */
  set(texts: ReadonlyMap<string, string>): void {
    this.texts = texts;
    for (const listener of this.listeners) listener();
  }

  /** @returns ends the subscription */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
