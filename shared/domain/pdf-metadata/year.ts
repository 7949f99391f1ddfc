import { readCover } from './cover';
import { isCoverPage } from './furniture';
import { layoutLines } from './lines';
import type { FieldSource, InferredField, PdfHead } from './types';

interface Vote {
  readonly year: number;
  readonly weight: number;
  readonly source: FieldSource;
  readonly page: number | null;
}

const YEAR = '((?:19|20)\\d{2})';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?[ .-])?(?:[\\p{L}.]{3,10}[ .,-]+)?(?:\\d{1,2},? )?${YEAR}|\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}|${YEAR}-\\d{2}-\\d{2}`;

/** Above what a copyright line, the day of acceptance and the day online come to together: they tell of the year before. */
const VOLUME = 12;

/** Patterns of a paper's head with the weight of what they say about the year of publication. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  {
    pattern: new RegExp(
      `\\b(?:published|publication date|date of publication|first online)(?: online| in print)?[:\\s]+(?:${DATE})`,
      'giu',
    ),
    weight: 4,
  },
  {
    pattern: new RegExp(`(?:©|\\(c\\)|copyright)\\s*(?:the authors?\\(?s?\\)?\\s*)?${YEAR}`, 'giu'),
    weight: 3,
  },
  { pattern: new RegExp(`©[^\\n]{0,60}?\\b${YEAR}\\b`, 'giu'), weight: 1.5 },
  { pattern: new RegExp(`\\b${YEAR}\\b[,;.]?\\s*(?:vol(?:ume)?\\.?|\\d{1,3}\\s*[:(])`, 'giu'), weight: 4 },
  { pattern: new RegExp(`\\bvol(?:ume)?\\.?\\s*\\d+[^\\n]{0,50}?\\b${YEAR}\\b`, 'giu'), weight: 4 },
  // Volume lines, which name the year of the issue: "45 (2007) 598", "2020;50:391", "138, 604-611 (2016)".
  { pattern: new RegExp(`\\b\\d{1,3}\\s*\\(${YEAR}\\)\\s*(?:[\\d,:]|[A-Z]\\d)`, 'gu'), weight: VOLUME },
  {
    pattern: new RegExp(
      `\\b${YEAR}(?: \\p{Lu}\\p{Ll}{2,8}(?: \\d{1,2})?)? ?;\\s?\\d{1,3}(?:\\(\\d{1,3}\\))?[:,]\\s?[\\de]`,
      'giu',
    ),
    weight: VOLUME,
  },
  {
    pattern: new RegExp(
      `\\b\\d{1,3}(?:\\(\\d{1,3}\\))?[,:]\\s?[A-Z]?\\d+(?:[\\u2013-]\\d+)?\\s\\(${YEAR}\\)`,
      'gu',
    ),
    weight: VOLUME,
  },
  { pattern: new RegExp(`\\((?:[^()\\n]{0,20}\\s)?${YEAR}\\),?\\s*pp?\\b`, 'giu'), weight: 4 },
  { pattern: new RegExp(`\\(${YEAR}\\)[\\s:,]+\\d+[:(, ]`, 'giu'), weight: 3.5 },
  { pattern: new RegExp(`\\b\\d{1,3}\\s?\\(\\d{1,3}\\)[^\\n]{0,30}\\b${YEAR}\\b`, 'giu'), weight: 3 },
  {
    pattern: new RegExp(
      `(?:how to cite|cite this|to cite|citation|recommended citation)[^\\n]{0,20}[\\s\\S]{0,260}?[\\s(]${YEAR}[).,\\s]`,
      'giu',
    ),
    weight: 4,
  },
  { pattern: new RegExp(`available online[:\\s]+(?:${DATE})`, 'giu'), weight: 2.5 },
  { pattern: new RegExp(`accepted(?: for publication)?[:\\s]+(?:on )?(?:${DATE})`, 'giu'), weight: 2 },
  { pattern: new RegExp(`(?:received|submitted)[:\\s]+(?:${DATE})`, 'giu'), weight: 0.6 },
  {
    pattern: new RegExp(
      `(?:conference|proceedings|symposium|workshop|meeting)[^\\n]{0,80}\\b${YEAR}\\b`,
      'giu',
    ),
    weight: 2.5,
  },
  {
    pattern: new RegExp(
      `\\b${YEAR}\\b[^\\n]{0,40}(?:conference|proceedings|symposium|workshop|meeting)`,
      'giu',
    ),
    weight: 2,
  },
  // The days of a meeting: "June 13-17, 2011".
  {
    pattern: new RegExp(`\\b\\p{Lu}\\p{Ll}{2,8} \\d{1,2} ?[\\u2013-] ?\\d{1,2},? ${YEAR}\\b`, 'gu'),
    weight: 2.5,
  },
  { pattern: new RegExp(`arXiv:\\S+\\s+\\[[\\w.-]+\\]\\s+\\d{1,2} \\w{3} ${YEAR}`, 'giu'), weight: 4 },
];

/** Lines with the day somebody fetched the file, or may: archives stamp them on every page. */
const FETCHED =
  /\bauthor manuscript; available in|\bdownloaded (?:from|by|on)\b|\b(?:19|20)\d{2},? \d{1,2}:\d{2}(?::\d{2})?/iu;

const withoutFetching = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !FETCHED.test(line))
    .join('\n')
    .replace(/\baccessed:[^\n]*/giu, '');

const yearOf = (match: RegExpMatchArray): number | null => {
  // Groups that took no part are undefined, whatever their type says.
  const groups: readonly (string | undefined)[] = match.slice(1);
  const text = groups.find((group) => group !== undefined && /^(?:19|20)\d{2}$/.test(group));
  return text === undefined ? null : Number(text);
};

/** Text before the reference list, whose years are those of other works. */
const withoutReferences = (text: string): string =>
  withoutFetching(text).split(
    /\n\s*(?:references|bibliography|literature cited|works cited|література|литература)\s*\n/i,
  )[0] ?? text;

function votesOfText(head: PdfHead): Vote[] {
  const votes: Vote[] = [];
  const first = Math.max(
    0,
    head.pages.findIndex((page) => !isCoverPage(page.text)),
  );
  for (const page of head.pages.slice(0, first + 2)) {
    const text = withoutReferences(page.text);
    // A cover in front of the paper also gives the day of the download.
    const share = page.pageIndex === head.pages[first]?.pageIndex ? 1 : 0.6;
    for (const { pattern, weight } of PATTERNS) {
      const years = new Set([...text.matchAll(pattern)].map(yearOf).filter((year) => year !== null));
      for (const year of years)
        votes.push({ year, weight: weight * share, source: 'page-text', page: page.pageIndex });
    }
    for (const line of layoutLines(page)) {
      if (line.y < page.height * 0.88 && line.y > page.height * 0.1) continue;
      if (line.text.length > 160 || withoutFetching(line.text).trim() === '') continue;
      const years = new Set(
        [...line.text.matchAll(new RegExp(`(?<![\\d.-])${YEAR}(?![\\d-])`, 'g'))].map(yearOf),
      );
      for (const year of years) {
        if (year !== null) votes.push({ year, weight: 2 * share, source: 'layout', page: page.pageIndex });
      }
    }
  }
  return votes;
}

function votesOfDescription(head: PdfHead): Vote[] {
  const votes: Vote[] = [];
  const { info, xmp } = head.description;
  for (const [key, values] of Object.entries(xmp)) {
    const weight = /coverdate|coverdisplaydate|publicationdate/i.test(key)
      ? 4
      : /dc:date/i.test(key)
        ? 1.2
        : /majorversiondate|versiondate/i.test(key)
          ? 1.5
          : 0;
    const year = /(?:19|20)\d{2}/.exec(values[0] ?? '')?.[0];
    if (weight > 0 && year !== undefined)
      votes.push({ year: Number(year), weight, source: 'xmp', page: null });
  }
  const subject = /\b((?:19|20)\d{2})(?=\.\d|\)|[;:,]|\s|$)/.exec(info.Subject ?? '')?.[1];
  if (subject !== undefined)
    votes.push({ year: Number(subject), weight: 4, source: 'info-dictionary', page: null });
  const created = /^D:((?:19|20)\d{2})/.exec(info.CreationDate ?? '')?.[1];
  if (created !== undefined)
    votes.push({ year: Number(created), weight: 1.3, source: 'info-dictionary', page: null });
  return votes;
}

/**
 * The year of publication, by weighing every date the first two pages and the description give: volume lines,
 * publication and copyright notices count most, dates of receipt and of the file least.
 * @param head what was read of the document
 * @param doi the document's DOI, which at times holds the year
 */
export function inferYear(head: PdfHead, doi: string | undefined): InferredField<number> | undefined {
  const votes = [...votesOfText(head), ...votesOfDescription(head)];
  const cover = readCover(head);
  if (cover?.year !== undefined)
    votes.push({ year: cover.year, weight: VOLUME, source: 'page-text', page: cover.page.pageIndex });
  const inDoi = /[./(]((?:19|20)\d{2})(?=[./)-])/.exec(doi ?? '')?.[1];
  if (inDoi !== undefined) votes.push({ year: Number(inDoi), weight: 2, source: 'page-text', page: null });
  const created = /^D:(\d{4})/.exec(head.description.info.CreationDate ?? '')?.[1];
  const latest = created === undefined || Number(created) < 1985 ? 2100 : Number(created) + 2;
  const total = new Map<number, { weight: number; best: Vote }>();
  for (const vote of votes) {
    if (vote.year < 1900 || vote.year > latest) continue;
    const known = total.get(vote.year);
    total.set(vote.year, {
      weight: (known?.weight ?? 0) + vote.weight,
      best: known !== undefined && known.best.weight >= vote.weight ? known.best : vote,
    });
  }
  const ranked = [...total].sort((a, b) => b[1].weight - a[1].weight);
  const [first, second] = ranked;
  if (first === undefined) return undefined;
  const [value, { weight, best }] = first;
  const lead = weight - (second?.[1].weight ?? 0);
  // Online and print years that both count for much: not to be shown as sure.
  const rivalled = (second?.[1].weight ?? 0) >= 3;
  // A file made in another year than it says (a preprint, a volume that came out late, a scan): doubt it too.
  const otherwiseMade = created === undefined || Number(created) !== value;
  const ceiling = rivalled || otherwiseMade ? 0.85 : 0.95;
  const confidence = Math.min(ceiling, 0.3 + 0.05 * Math.min(weight, 8) + 0.05 * Math.min(lead, 6));
  return { value, source: best.source, confidence, page: best.page };
}
