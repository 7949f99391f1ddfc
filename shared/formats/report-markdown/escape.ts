/**
 * Plain text as Pandoc Markdown that means exactly this text.
 * @param text one line or paragraph, without line breaks
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>@^~$#|"'{}]/g, (char) => (char === '"' || char === "'" ? char : `\\${char}`))
    .replace(
      /^(\s*)([-+]|[0-9]+[.)]|:|%)(\s)/u,
      (_, space: string, mark: string, after: string) => `${space}${escapeStart(mark)}${after}`,
    );
}

function escapeStart(mark: string): string {
  return `${mark.slice(0, -1)}\\${mark.slice(-1)}`;
}

/** @param text any text; @returns it as a YAML double-quoted scalar (JSON strings are valid YAML) */
export function yamlString(text: string): string {
  return JSON.stringify(text);
}
