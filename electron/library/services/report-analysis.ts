import type { SharedAnalysis } from '@shared/domain/dataset/shared-analysis';
import type { ReportAnalysis } from '@shared/domain/report/prefill';
import type { TemplateLanguage } from '@shared/domain/report/template';
import type { ReleasedAnalysis } from './report-inquiry-port';
import { fillWords, numberWriter, reportWords } from './report-words';

/**
 * Puts a released result into words and a table: n, interval and design always, no verdict.
 * A group too small to be shared is named as such and gets no numbers.
 * @param analysis the released result
 * @param language language of the report
 */
export function analysisForReport(analysis: ReleasedAnalysis, language: TemplateLanguage): ReportAnalysis {
  const words = reportWords(language).analysis;
  const measure = analysis.measure.name === '' ? analysis.name : analysis.measure.name;
  const { result } = analysis;
  if (result.kind === 'withheld') {
    const statement = fillWords(words.withheld, { measure, below: result.groupBelow });
    return { id: analysis.analysisId, statement, caption: measure, columns: [], rows: [], note: '' };
  }
  return {
    id: analysis.analysisId,
    statement: statementOf(result, { measure, unit: analysis.measure.unit }, language),
    caption: fillWords(words.caption, { measure }),
    columns: [measure, words.before, words.after],
    rows: rowsOf(result, language),
    note: [effectOf(result, language), words.note].filter((text) => text !== '').join(' '),
  };
}

type Aggregate = Extract<SharedAnalysis, { kind: 'aggregate' }>;

function statementOf(
  result: Aggregate,
  names: { readonly measure: string; readonly unit: string },
  language: TemplateLanguage,
): string {
  const words = reportWords(language).analysis;
  const one = numberWriter(language, 1);
  const { before, after, difference, interval, medianChange, n } = result;
  if (before.mean !== null && after.mean !== null && difference !== null && interval !== null) {
    return fillWords(words.statement, {
      ...names,
      before: one(before.mean),
      after: one(after.mean),
      n,
      difference: one(difference),
      low: one(interval.low),
      high: one(interval.high),
    });
  }
  return fillWords(words['statement-median'], {
    ...names,
    median: medianChange === null ? '–' : one(medianChange),
    n,
  });
}

function effectOf({ effect }: Aggregate, language: TemplateLanguage): string {
  if (effect === null) return '';
  const two = numberWriter(language, 2);
  const { value, interval } = effect;
  const text = fillWords(reportWords(language).analysis.effect, {
    value: two(value),
    low: two(interval.low),
    high: two(interval.high),
  });
  return `${text}.`;
}

function rowsOf(result: Aggregate, language: TemplateLanguage): string[][] {
  const words = reportWords(language).analysis;
  const one = numberWriter(language, 1);
  const row = (name: string, before: number | null, after: number | null): string[][] =>
    before === null || after === null ? [] : [[name, one(before), one(after)]];
  return [
    ...row(words.mean, result.before.mean, result.after.mean),
    ...row(words.sd, result.before.sd, result.after.sd),
    ...row(words.median, result.before.median, result.after.median),
    [words.pupils, String(result.n), String(result.n)],
  ];
}
