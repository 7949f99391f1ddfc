import { describe, expect, it } from 'vitest';
import { analysePrePost } from '@shared/domain/dataset/analysis';
import { releaseAggregate } from '@shared/domain/dataset/shared-analysis';
import { analysisForReport } from '../../../electron/library/services/report-analysis';

const BEFORE = [42, 55, 61, 48, 70, 38, 66, 52, 59, 45, 73, 51];
const AFTER = [53, 60, 70, 49, 81, 47, 66, 63, 66, 44, 85, 60];

/** The golden values G2 of the paired-reading story, released as they may leave the computer. */
function released(pupils: number) {
  const rows = BEFORE.slice(0, pupils).map((before, index) => ({
    pseudonym: `p${String(index)}`,
    before,
    after: AFTER[index] ?? null,
  }));
  return {
    analysisId: 'a',
    name: 'fluency.csv',
    measure: { name: 'Oral reading fluency', unit: 'words/min' },
    result: releaseAggregate(analysePrePost(rows, { better: 'higher' })),
  };
}

describe('a result in a report', () => {
  it('says n, change and interval, without a verdict', () => {
    const analysis = analysisForReport(released(12), 'en');
    expect(analysis.statement).toBe(
      'Oral reading fluency: the mean went from 55.0 to 62.0 words/min (n = 12; difference 7.0, 95% CI 4.0 to 10.0)',
    );
    expect(analysis.note).toContain('g_pre = 0.59 (95% CI 0.27 to 0.90)');
    expect(analysis.rows).toContainEqual(['Mean', '55.0', '62.0']);
    expect(analysis.rows).toContainEqual(['Median', '53.5', '61.5']);
  });

  it('writes Ukrainian with a decimal comma', () => {
    expect(analysisForReport(released(12), 'uk').statement).toContain('різниця 7,0, 95 % ДІ від 4,0 до 10,0');
  });

  it('prints no number of a group below ten', () => {
    const analysis = analysisForReport(released(9), 'en');
    expect(analysis.statement).toBe(
      'Oral reading fluency: fewer than 10 pupils, so the result of the group is not printed',
    );
    expect(analysis.rows).toEqual([]);
  });
});
