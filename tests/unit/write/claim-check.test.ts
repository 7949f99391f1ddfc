import { describe, expect, it } from 'vitest';
import { checkReport, type CheckInput } from '@shared/domain/report/claim-check';
import { claim, citation, evidence, paragraph, section, text } from '../../builders/report';
import { citing } from '../../builders/csl';

function check(over: Partial<CheckInput>): string[] {
  return checkReport({
    title: 'A title',
    sections: [],
    evidence: [],
    requiredKeys: [],
    language: 'en',
    claimLevel: 1,
    ...over,
  }).map((finding) => finding.kind);
}

describe('checkReport', () => {
  it('flags a claim without evidence and is content once it is linked', () => {
    const sections = [section('a', [paragraph(text('Fluency rose.', claim('claim-1')))])];
    expect(check({ sections })).toEqual(['claim-without-evidence']);
    expect(check({ sections, evidence: [evidence()] })).toEqual([]);
    expect(check({ sections, evidence: [evidence({ claimId: 'another' })] })).toEqual([
      'claim-without-evidence',
    ]);
  });

  it('takes a citation inside the claim as evidence', () => {
    const cited = [paragraph(text('Pairs help', claim('c')), citation('x', [citing('article')], claim('c')))];
    expect(check({ sections: [section('a', cited)] })).toEqual([]);
  });

  it('says when the evidence itself is gone', () => {
    const sections = [section('a', [paragraph(text('Fluency rose.', claim('claim-1')))])];
    expect(check({ sections, evidence: [evidence({ missing: true })] })).toEqual(['evidence-gone']);
    expect(check({ sections, evidence: [evidence({ missing: true }), evidence({ linkId: 'l2' })] })).toEqual(
      [],
    );
  });

  it('flags causal words above the claim level, with the sentence around them', () => {
    const sections = [
      section('a', [paragraph('We began in May. Paired reading led to faster reading. It was fun.')]),
    ];
    const findings = checkReport({
      title: 't',
      sections,
      evidence: [],
      requiredKeys: [],
      language: 'en',
      claimLevel: 1,
    });
    expect(findings).toMatchObject([
      {
        kind: 'above-claim-level',
        text: 'Paired reading led to faster reading.',
        finding: { text: 'led to' },
      },
    ]);
    expect(check({ sections, claimLevel: 5 })).toEqual([]);
  });

  it('flags required sections without text and a missing title', () => {
    const sections = [
      section('title', [], { kind: 'title' }),
      section('limits', [{ type: 'paragraph' }]),
      section('materials', [{ type: 'paragraph' }]),
    ];
    expect(check({ sections, title: ' ', requiredKeys: ['title', 'limits'] })).toEqual([
      'section-empty',
      'section-empty',
    ]);
  });
});
