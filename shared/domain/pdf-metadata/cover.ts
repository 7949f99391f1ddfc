import { isCoverPage, isFurniture } from './furniture';
import { joinLines, layoutBlocks, layoutLines, type LayoutBlock, type LayoutLine } from './lines';
import { bareName, isPersonName, parseAuthorString, splitName } from './names';
import { squash, tidy } from './normalise';
import type { InferredName, PdfHead, PdfPageLayout } from './types';

/**
 * Reads what an archive's or publisher's cover says of the paper behind it. Covers name title and authors with labels
 * ("Author(s): …"), or print them large and once more in a citation, which confirms them.
 */

/** What a cover page states. */
export interface CoverFacts {
  readonly page: PdfPageLayout;
  readonly title?: string;
  /** In the order of the cover; absent when it names none or not all ("et al."). */
  readonly authors?: readonly InferredName[];
  readonly year?: number;
}

/** A label with its value on the same line: "Source: A Journal, Vol. 2 (1998), pp. 1-9". */
const INLINE_LABEL =
  /^(author\(s\)|authors?|review by|reviewed works?(?:\(s\))?|source|published by|stable url|title|date|accessed|doi|url)\s*:\s*(.*)$/i;
/** A label on a line of its own, its value below. */
const LONE_LABEL =
  /^(title|authors?|permalink|publication date|doi|journal|issn|license|copyright information|abstract|peer reviewed|date)$/i;

type Labels = ReadonlyMap<string, readonly string[]>;

/** Values by label; what stands above the first label is under the empty one. */
function labelled(lines: readonly LayoutLine[], pattern: RegExp): Labels {
  const found = new Map<string, string[]>([['', []]]);
  let label = '';
  let above: LayoutLine | undefined;
  for (const line of lines) {
    const match = pattern.exec(line.text);
    // A paragraph apart belongs to no label.
    const apart = above !== undefined && above.y - line.y > 2.6 * Math.max(above.size, line.size);
    if (match?.[1] !== undefined) {
      label = match[1].toLowerCase();
      found.set(label, match[2] === undefined || match[2] === '' ? [] : [match[2]]);
    } else if (apart && (found.get(label)?.length ?? 0) > 0) {
      if (label === '') found.set('', [line.text]);
      else label = 'apart';
    } else {
      found.set(label, [...(found.get(label) ?? []), line.text]);
    }
    above = line;
  }
  return found;
}

/** Names a cover lists; believed as they stand, since the label says what they are. */
function namesOf(values: readonly string[]): readonly InferredName[] {
  const listed =
    values.length > 1 &&
    values.every((value) => /^[^,;]{2,40},[^,;]{1,40}$/.test(value) || isPersonName(bareName(value)));
  const text = tidy(values.join(listed ? '; ' : ' ')).replace(/[.;]$/, '');
  if (text === '' || /\bet al\b/i.test(text)) return [];
  const parsed = parseAuthorString(text);
  if (parsed.length > 0) return parsed;
  const separator = text.includes(';') ? /\s*;\s*/ : /,? (?:and|und|&) |, (?=\S+ \S)/;
  const inverted = /^[^,;]{2,40},[^,;]{1,40}$/.test(text);
  const pieces = inverted ? [text] : text.split(separator).filter((piece) => piece !== '');
  return pieces.every((piece) => piece.length < 60 && /^\p{L}.*\p{L}{2}/u.test(piece))
    ? pieces.map((piece) => splitName(piece))
    : [];
}

const yearIn = (text: string): number | undefined => {
  const year = /\b(?:1[89]|20)\d{2}\b/.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
};

function readLabels(page: PdfPageLayout, lines: readonly LayoutLine[]): CoverFacts | undefined {
  const inline = labelled(lines, INLINE_LABEL);
  const source = inline.get('source')?.join(' ');
  const by = inline.get('author(s)') ?? inline.get('review by');
  if (source !== undefined) {
    const above = tidy(inline.get('')?.join(' ') ?? '');
    const reviewed = (inline.get('reviewed work(s)') ?? inline.get('reviewed work'))
      ?.join(' ')
      .replace(/ by \p{Lu}.*$/u, '');
    const title =
      reviewed !== undefined && /^(?:review|untitled)?$/i.test(above)
        ? reviewed
        : above.replace(/^review: (?=\S)/i, '');
    const authors = namesOf(by ?? []);
    const year = yearIn(/\(([^()]*\d{4}[^()]*)\)/.exec(source)?.[1] ?? source);
    return {
      page,
      ...(title === '' ? {} : { title }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(year === undefined ? {} : { year }),
    };
  }
  const lone = labelled(lines, LONE_LABEL);
  const title = tidy(lone.get('title')?.join(' ') ?? '');
  if (title === '') return undefined;
  const authors = namesOf(lone.get('authors') ?? lone.get('author') ?? []);
  const year = yearIn((lone.get('publication date') ?? lone.get('date'))?.[0] ?? '');
  return {
    page,
    title,
    ...(authors.length === 0 ? {} : { authors }),
    ...(year === undefined ? {} : { year }),
  };
}

const CITATION =
  /(?:to cite this (?:article|version|paper|document|chapter)|cite this (?:article|paper|version) as|(?:suggested|recommended) citation|citation for (?:the )?(?:published|original)[^:\n]*|how to cite(?: this \w+)?|empfohlene zitierung)[^:\n]{0,30}:?/gi;
const CITATION_END =
  /\n(?:nutzungsbedingungen|terms of use|take[- ]?down|general rights|to link to|http|hal id)/i;

/** The citations a cover asks for, as they are printed. */
function citations(page: PdfPageLayout): string {
  const found = [...page.text.matchAll(CITATION)].map((match) => {
    const rest = page.text.slice(match.index + match[0].length, match.index + match[0].length + 1200);
    return rest.slice(0, CITATION_END.exec(rest)?.index ?? 700);
  });
  return found.join('\n');
}

/** The large lines of a cover that its citation repeats. */
function titleOf(lines: readonly LayoutLine[], cited: string): readonly LayoutBlock[] {
  const wanted = squash(cited);
  const blocks = layoutBlocks(lines).filter((block) => {
    const said = squash(joinLines(block.lines));
    return said.length > 7 && wanted.includes(said) && !isFurniture(joinLines(block.lines));
  });
  const [largest] = [...blocks].sort((a, b) => b.size - a.size);
  return largest === undefined ? [] : [largest];
}

function readCitation(page: PdfPageLayout, lines: readonly LayoutLine[]): CoverFacts | undefined {
  const cited = citations(page);
  const [block] = titleOf(lines, cited);
  if (block === undefined) return undefined;
  const title = tidy(joinLines(block.lines));
  const below = lines.filter((line) => line.y < block.bottom - 1 && line.size < block.size);
  const list: LayoutLine[] = [];
  for (const line of below.filter((each) => each.size === below[0]?.size)) {
    const above = list.at(-1)?.y ?? block.bottom;
    if (above - line.y > 5 * line.size) break;
    list.push(line);
  }
  const key = squash(cited);
  const confirmed = (names: readonly InferredName[]): boolean =>
    names.length > 0 && names.every((name) => key.includes(squash(name.family ?? name.literal ?? '?')));
  const people =
    [list, below.slice(0, 1), below.slice(1, 2)]
      .map((some) => namesOf(some.map((line) => line.text)))
      .find((names) => confirmed(names)) ?? [];
  const withoutTitle = cited.replace(/\s+/g, ' ').replace(title, ' ');
  const year = yearIn(
    /\(((?:1[89]|20)\d{2})[^)]{0,12}\)/.exec(withoutTitle)?.[1] ??
      /[,.] ((?:1[89]|20)\d{2})[,. ]/.exec(withoutTitle)?.[1] ??
      '',
  );
  return {
    page,
    title,
    ...(people.length === 0 ? {} : { authors: people }),
    ...(year === undefined ? {} : { year }),
  };
}

/**
 * What the cover in front of a paper says of it.
 * @param head what was read of the document
 * @returns undefined when there is no cover, or one that names nothing
 */
export function readCover(head: PdfHead): CoverFacts | undefined {
  for (const page of head.pages.slice(0, 2)) {
    if (!isCoverPage(page.text)) return undefined;
    const lines = layoutLines(page);
    const facts = readLabels(page, lines) ?? readCitation(page, lines);
    if (facts !== undefined) return facts;
  }
  return undefined;
}
