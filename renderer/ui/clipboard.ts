type Writer = (text: string, html?: string) => Promise<void>;

let write: Writer = (text) => navigator.clipboard.writeText(text);

/** @param writer how this window copies text (the app goes through its main process) */
export function setClipboardWriter(writer: Writer): void {
  write = writer;
}

/** @param text what to put on the clipboard @param html the same with formatting; rejects when the system refuses */
export function copyText(text: string, html?: string): Promise<void> {
  return write(text, html);
}
