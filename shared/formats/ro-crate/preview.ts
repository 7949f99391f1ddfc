import { LICENCE_ADDRESS, type PracticeCase } from '@shared/domain/exchange';
import { encodePath, type CrateFile } from './metadata';

/** Words of the preview page; from the locale of the case's language. */
export type PreviewWords = Readonly<Record<PreviewKey, string>>;
export type PreviewKey =
  | 'setting'
  | 'problem'
  | 'question'
  | 'why'
  | 'whatWeDid'
  | 'howMuch'
  | 'changes'
  | 'evidence'
  | 'impact'
  | 'verdict'
  | 'limits'
  | 'differently'
  | 'advice'
  | 'openQuestions'
  | 'basedOn'
  | 'references'
  | 'files'
  | 'licence'
  | 'authors'
  | 'published'
  | 'claimLevel'
  | 'withheld'
  | 'pupils'
  | 'change'
  | 'effect'
  | 'perspectives'
  | 'cycles'
  | 'notSaid'
  | 'cautionOneGroup';

const STYLE = `:root{color-scheme:light dark}body{font:1.05rem/1.6 Georgia,"Source Serif 4",serif;max-width:44rem;margin:2.5rem auto;padding:0 1.25rem;color:#24221e;background:#fffdf8}
h1{font-size:1.9rem;line-height:1.25;margin:0 0 .4rem}h2{font-size:1.15rem;margin:2.2rem 0 .4rem;border-top:1px solid #ded6c6;padding-top:1rem}
p{margin:.5rem 0;white-space:pre-line}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;font-size:.95rem}dt{color:#6a6459}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;border-bottom:1px solid #ded6c6;padding:.4rem .6rem .4rem 0}.note{color:#6a6459;font-size:.95rem}a{color:#264e86}
@media (prefers-color-scheme:dark){body{background:#22201d;color:#ebe5d9}h2,th,td{border-color:#37332d}dt,.note{color:#a39b8c}a{color:#9cbcec}}`;

/**
 * The page a colleague sees without the app: static, no scripts, inline style, every field of the case readable.
 * @param record the case
 * @param claimLevel computed, as words of the case's language
 * @param references formatted references, plain text
 */
export function casePreview(
  record: PracticeCase,
  words: PreviewWords,
  claimLevel: string,
  verdict: string,
  references: readonly string[],
  files: readonly CrateFile[],
): string {
  const text = (value: string): string =>
    value.trim() === '' ? `<span class="note">${escape(words.notSaid)}</span>` : escape(value);
  const section = (heading: string, ...values: readonly string[]): string => {
    const said = values.filter((value) => value.trim() !== '');
    return `<h2>${escape(heading)}</h2>${said.length === 0 ? `<p>${text('')}</p>` : said.map((value) => `<p>${escape(value)}</p>`).join('')}`;
  };
  const number = new Intl.NumberFormat(record.language, { maximumFractionDigits: 2 });
  const { context, intervention } = record;
  return `<!doctype html>
<html lang="${record.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(record.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(record.title)}</h1>
<p class="note">${escape(words.authors)}: ${escape(record.creators.join(', '))} · ${escape(words.published)}: ${record.publishedAt.slice(0, 10)} · <a href="${LICENCE_ADDRESS[record.licence]}">${record.licence}</a></p>
<p>${escape(record.summary)}</p>
${section(words.setting, context.setting, [context.country, context.phase, context.subject, context.ageRange].filter((part) => part !== '').join(' · '), context.learnerProfile)}
${section(words.problem, record.problem)}
${section(words.question, record.question)}
${section(words.why, record.theoryOfChange, intervention.why)}
${section(words.whatWeDid, intervention.name, intervention.procedures, intervention.materials, intervention.who, intervention.how, intervention.where)}
${section(words.howMuch, intervention.dosage)}
${section(words.changes, intervention.tailoring, intervention.modifications, intervention.fidelityActual)}
<h2>${escape(words.evidence)}</h2>
<dl><dt>${escape(words.claimLevel)}</dt><dd>${escape(claimLevel)}</dd><dt>${escape(words.perspectives)}</dt><dd>${text(record.evidence.perspectives.join(', '))}</dd><dt>${escape(words.cycles)}</dt><dd>${String(record.evidence.cycles)}</dd></dl>
<h2>${escape(words.impact)}</h2>
<p><strong>${escape(words.verdict)}: ${escape(verdict)}</strong></p>
${outcomeTable(record, words, number)}
${record.impact.outcomes.length > 0 && record.evidence.design === 'single-group' ? `<p class="note">${escape(words.cautionOneGroup)}</p>` : ''}
${section(words.limits, record.confidence.limitations)}
${section(words.differently, record.confidence.differently)}
${section(words.advice, record.advice)}
${record.confidence.openQuestions.length > 0 ? section(words.openQuestions, ...record.confidence.openQuestions) : ''}
${record.isBasedOn.length > 0 ? section(words.basedOn, ...record.isBasedOn.map((parent) => `${parent.title} (v${String(parent.version)}, ${parent.licence}). ${parent.changes}`)) : ''}
${references.length > 0 ? section(words.references, ...references) : ''}
<h2>${escape(words.files)}</h2>
<ul>${files.map((file) => `<li><a href="${encodePath(file.path)}">${escape(file.name)}</a></li>`).join('')}</ul>
</main>
</body>
</html>
`;
}

function outcomeTable(record: PracticeCase, words: PreviewWords, number: Intl.NumberFormat): string {
  if (record.impact.outcomes.length === 0) return '';
  const range = (interval: { low: number; high: number } | null): string =>
    interval ? ` [${number.format(interval.low)}; ${number.format(interval.high)}]` : '';
  const rows = record.impact.outcomes.map((outcome) =>
    outcome.withheld
      ? `<tr><th scope="row">${escape(outcome.construct)}</th><td colspan="3">${escape(words.withheld)}</td></tr>`
      : `<tr><th scope="row">${escape(outcome.construct)}</th><td>${outcome.n === null ? '' : String(outcome.n)}</td><td>${
          outcome.change === null ? '' : number.format(outcome.change) + range(outcome.interval)
        }</td><td>${outcome.effect ? `${escape(outcome.effect.type)} ${number.format(outcome.effect.value)}${range(outcome.effect.interval)}` : ''}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">${escape(words.impact)}</th><th scope="col">${escape(words.pupils)}</th><th scope="col">${escape(words.change)}</th><th scope="col">${escape(words.effect)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function escape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
