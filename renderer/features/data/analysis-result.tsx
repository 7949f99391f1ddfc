import { CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { presentationFor, regressionNotice, type Block } from '@shared/domain/dataset/presentation';
import { useContractMutation } from '../../lib/queries';
import { Button, Note } from '../../ui';
import { ChangedBanner } from './changed-banner';
import { CountsBlock, DescriptivesBlock, MedianBlock, PlotBlock } from './blocks-describe';
import { ChangeBlock, EffectBlock, RankBlock, StudentBlock } from './blocks-infer';
import { useResultNumbers } from './numbers';
import type { Analysis } from './types';
import styles from './data.module.css';

export interface AnalysisResultProps {
  readonly analysis: Analysis;
  /** How many outcomes the project has analysed: more than one is said. */
  readonly outcomes: number;
}

/** One result: blocks in the order and with the reserve that the small-n rules ask for, cautions at the end. */
export function AnalysisResult({ analysis, outcomes }: AnalysisResultProps) {
  const { t } = useTranslation('data');
  const { measure, result } = analysis;
  const unit = measure.unit === '' ? t('unit.points') : measure.unit;
  const { ordinal, selectedLow } = measure;
  const { blocks, cautions, shares } = presentationFor(result.n, { ordinal, outcomes, selectedLow });
  const { run: acknowledge } = useContractMutation('data.acknowledgeChange');
  const asked = blocks.filter((one) => one.visibility === 'asked').map((one) => one.block);
  const withheld = blocks.filter((one) => one.visibility === 'withheld').map((one) => one.block);
  const content = (block: Block): ReactNode => {
    const props = { analysis, unit, shares };
    switch (block) {
      case 'plot':
        return <PlotBlock {...props} />;
      case 'median-change':
        return <MedianBlock {...props} />;
      case 'counts':
        return <CountsBlock {...props} />;
      case 'descriptives':
        return <DescriptivesBlock {...props} />;
      case 'raw-change':
        return <ChangeBlock {...props} />;
      case 'effect-size':
        return <EffectBlock {...props} />;
      case 'exact-test':
      case 'rank-test':
        return <RankBlock {...props} exactFirst={block === 'exact-test'} />;
      case 't-test':
        return <StudentBlock {...props} />;
      // The list of scores is the table under the plot; subgroups come with comparison groups.
      case 'list':
      case 'subgroups':
        return null;
    }
  };
  const framed = (block: Block): ReactNode => {
    const inside = content(block);
    return inside === null ? null : (
      <section key={block} className={styles['block']} data-block={block}>
        <h4 className={styles['blockTitle']}>{t(`block.${block}`, { unit })}</h4>
        {inside}
      </section>
    );
  };
  return (
    <article className={styles['result']} aria-label={analysis.name}>
      <header>
        <h3 className={styles['resultTitle']}>{analysis.name}</h3>
        <p className={styles['design']}>
          {t('design', { type: t(`measureType.${measure.type}`), n: result.n })}
        </p>
      </header>
      {analysis.changedBecause === null ? null : (
        <ChangedBanner
          analysis={analysis}
          because={analysis.changedBecause}
          onSeen={() => void acknowledge({ analysisId: analysis.id })}
        />
      )}
      {blocks.filter((one) => one.visibility === 'shown').map((one) => framed(one.block))}
      {asked.length > 0 ? <Asked n={result.n}>{asked.map(framed)}</Asked> : null}
      {withheld.includes('descriptives') ? <p className={styles['words']}>{t('withheld.small')}</p> : null}
      <section className={styles['block']}>
        <h4 className={styles['blockTitle']}>{t('cautions')}</h4>
        <ul className={styles['cautions']}>
          {cautions.map((caution) => (
            <li key={caution}>{t(`caution.${caution}`, { count: outcomes })}</li>
          ))}
          <DriftCaution analysis={analysis} unit={unit} />
          <LossCautions analysis={analysis} unit={unit} />
          {withheld.includes('subgroups') && !withheld.includes('descriptives') ? (
            <li>{t('withheld.subgroups')}</li>
          ) : null}
        </ul>
      </section>
    </article>
  );
}

/** Numbers that a very small group gets only on the user's wish, with the reason why. */
function Asked({ n, children }: { readonly n: number; readonly children: ReactNode }) {
  const { t } = useTranslation('data');
  const [shown, setShown] = useState(false);
  return (
    <>
      <Note
        icon={CircleAlert}
        tone="warn"
        actions={
          <Button
            size="small"
            aria-expanded={shown}
            onPress={() => {
              setShown(!shown);
            }}
          >
            {t(shown ? 'ask.hide' : 'ask.button')}
          </Button>
        }
      >
        {t('ask.text', { n })}
      </Note>
      {shown ? children : null}
    </>
  );
}

/** How much of the rise selection alone would bring, when the mean of the whole group is known. */
function DriftCaution({ analysis, unit }: { readonly analysis: Analysis; readonly unit: string }) {
  const { t } = useTranslation('data');
  const { points, effect } = useResultNumbers();
  const { selectedLow, wholeMean } = analysis.measure;
  const notice = selectedLow && wholeMean !== null ? regressionNotice(analysis.result, wholeMean) : null;
  if (notice === null) return null;
  return (
    <li>
      {t('drift', {
        selected: points(notice.selectedMean),
        whole: points(notice.wholeMean),
        r: effect(notice.correlation),
        drift: points(notice.expectedDrift),
        unit,
      })}
    </li>
  );
}

/** Pairs lost for a missing score, and whether those pupils were different before. */
function LossCautions({ analysis, unit }: { readonly analysis: Analysis; readonly unit: string }) {
  const { t } = useTranslation('data');
  const { points, signed } = useResultNumbers();
  const { lost, leavers } = analysis.result;
  const count = lost.onlyBefore + lost.onlyAfter + lost.neither;
  if (count === 0) return null;
  return (
    <>
      <li>{t('caution.pairs-lost', { pupils: t('pupils', { count }) })}</li>
      {leavers ? (
        <li>
          {t('leavers', {
            difference: signed(leavers.differenceFromStayers),
            mean: points(leavers.meanBefore),
            unit,
          })}
        </li>
      ) : null}
    </>
  );
}
