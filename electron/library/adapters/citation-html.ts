import type { RichRun } from '@shared/domain/report/citation';

/**
 * citeproc writes a small, known HTML: i, em, b, sup, sub, u, a, span with one style, div blocks and numeric entities.
 * Everything the program shows or exports is built from the runs read here, never from that HTML, so that markup in a
 * record can not reach a page.
 */

type Flags = Omit<RichRun, 'text'>;

const TOKEN = /<(\/?)([a-z]+)([^>]*)>|([^<]+)|</gi;

/**
 * Reads a formatted citation or reference.
 * @param html output of citeproc in its `html` mode
 */
export function runsFromCiteprocHtml(html: string): RichRun[] {
  const runs: RichRun[] = [];
  const stack: { readonly tag: string; readonly flags: Flags }[] = [{ tag: '', flags: {} }];
  for (const [whole, slash, tagName, attributes, text] of html.matchAll(TOKEN)) {
    const current = stack.at(-1)?.flags ?? {};
    if (tagName === undefined) {
      push(runs, decodeEntities(text ?? whole), current);
      continue;
    }
    const tag = tagName.toLowerCase();
    if (tag === 'div') {
      // Left margin (a number) and body of a numbered entry are blocks; in running text a space parts them.
      if (slash === '/' && runs.length > 0) push(runs, ' ', {});
    } else if (slash === '/') {
      if (stack.length > 1) stack.pop();
    } else {
      stack.push({ tag, flags: withTag(current, tag, attributes ?? '') });
    }
  }
  return tidy(runs);
}

function withTag(flags: Flags, tag: string, attributes: string): Flags {
  if (tag === 'i' || tag === 'em') return { ...flags, italic: true };
  if (tag === 'b' || tag === 'strong') return { ...flags, bold: true };
  if (tag === 'u' || attributes.includes('text-decoration:underline')) return { ...flags, underline: true };
  if (tag === 'sup') return { ...flags, superscript: true };
  if (tag === 'sub') return { ...flags, subscript: true };
  if (tag === 'a') {
    const href = /href="([^"]*)"/i.exec(attributes)?.[1];
    return href === undefined ? flags : { ...flags, href: decodeEntities(href) };
  }
  if (attributes.includes('font-variant:small-caps')) return { ...flags, smallCaps: true };
  if (attributes.includes('font-style:normal')) return without(flags, 'italic');
  if (attributes.includes('font-weight:normal')) return without(flags, 'bold');
  if (attributes.includes('font-variant:normal')) return without(flags, 'smallCaps');
  return flags;
}

function without(flags: Flags, name: keyof Flags): Flags {
  return Object.fromEntries(Object.entries(flags).filter(([key]) => key !== name));
}

function push(runs: RichRun[], text: string, flags: Flags): void {
  const collapsed = text.replace(/[\n\t ]+/g, ' ');
  if (collapsed === '') return;
  const last = runs.at(-1);
  if (last !== undefined && sameFlags(last, flags))
    runs[runs.length - 1] = { ...last, text: last.text + collapsed };
  else runs.push({ text: collapsed, ...flags });
}

function sameFlags(run: RichRun, flags: Flags): boolean {
  return JSON.stringify({ ...run, text: '' }) === JSON.stringify({ text: '', ...flags });
}

function tidy(runs: readonly RichRun[]): RichRun[] {
  const out = runs.map((run) => ({ ...run, text: run.text.replace(/ {2,}/g, ' ') }));
  const first = out[0];
  if (first !== undefined) out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last !== undefined) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out.filter((run) => run.text !== '');
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
