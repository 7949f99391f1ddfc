import type { Editor } from '@tiptap/core';
import { Check, Circle, CircleDashed } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STYLE_IDS } from '@shared/domain/report/citation';
import type { ReportContent } from '@shared/domain/report/document';
import { buildEvidenceTrail } from '@shared/domain/report/evidence';
import { collectCitations, countWords, isEmptyContent } from '@shared/domain/report/walk';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { cx, Place, Select, SideEntry, SideList, Tabs } from '../../ui';
import { CitationPicker } from './cite/citation-picker';
import type { EvidenceNodeOptions } from './editor/evidence-nodes';
import { SectionEditor } from './editor/section-editor';
import { Toolbar } from './editor/toolbar';
import type { DraftState } from './editor/use-section-draft';
import { ExportMenu } from './export-menu';
import { insertEvidence } from './insert-evidence';
import { CheckPanel } from './panels/check-panel';
import { ClaimsPanel } from './panels/claims-panel';
import { EvidenceDialog, type Candidate } from './panels/evidence-dialog';
import { ReferencesPanel } from './panels/references-panel';
import { ReportTitle } from './report-title';
import { useCiting } from './use-citing';
import { useEditors } from './use-editors';
import { useFormatted } from './use-formatted';
import styles from './write.module.css';

type Report = CallOutput<'report.get'>;
type Panel = 'claims' | 'references' | 'check';
/** What the evidence dialog is open for. */
type Choosing =
  { readonly for: 'claim'; readonly claimId: string } | { readonly for: 'text'; readonly editor: Editor };

export interface ReportViewProps {
  readonly report: Report;
  readonly search: Readonly<Record<string, string>>;
}

/** A report on the sheet: sections to write, beside them claims, references and the check. */
export function ReportView({ report, search }: ReportViewProps) {
  const { t, i18n } = useTranslation('write');
  const formats = useFormats();
  const go = useGo();
  const { run: update } = useContractMutation('report.update');
  const { run: linkEvidence } = useContractMutation('report.linkEvidence');
  const wantedClaim = search['claim'] ?? null;
  const [typed, setTyped] = useState<ReadonlyMap<string, ReportContent>>(new Map());
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, DraftState>>(new Map());
  const [panel, setPanel] = useState<Panel>('claims');
  const [currentClaimId, setCurrentClaimId] = useState<string | null>(wantedClaim);
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const { texts, options, citing, start, finish, remove, close } = useCiting();
  const { active, register, focused, showSection, showClaim } = useEditors();

  const sections = useMemo(
    () =>
      report.sections.map((section) => ({ ...section, content: typed.get(section.id) ?? section.content })),
    [report.sections, typed],
  );
  const trail = useMemo(() => buildEvidenceTrail(sections, report.evidence), [sections, report.evidence]);
  const { formatted, failure } = useFormatted(sections, report, texts);
  const words = useMemo(() => countWords(sections), [sections]);
  const citedIds = useMemo(
    () => [
      ...new Set(collectCitations(sections).flatMap((cluster) => cluster.items.map((item) => item.itemId))),
    ],
    [sections],
  );

  const onContent = useCallback((sectionId: string, content: ReportContent) => {
    setTyped((before) => new Map(before).set(sectionId, content));
  }, []);
  const onState = useCallback((sectionId: string, state: DraftState) => {
    setUnsaved((before) => new Map(before).set(sectionId, state));
  }, []);
  const evidenceWords = useMemo<EvidenceNodeOptions>(
    () => ({
      frozenAt: (iso) => i18n.t('write:frozen-at', { date: iso.slice(0, 10) }),
      page: (label) => i18n.t('write:page', { page: label }),
    }),
    [i18n],
  );

  const toggleClaim = (editor: Editor): void => {
    if (editor.isActive('claim')) {
      editor.chain().focus().extendMarkRange('claim').unsetMark('claim').run();
      return;
    }
    const claimId = crypto.randomUUID();
    editor.chain().focus().setMark('claim', { claimId }).run();
    setCurrentClaimId(claimId);
    setPanel('claims');
    setChoosing({ for: 'claim', claimId });
  };
  const choose = (candidate: Candidate): void => {
    if (choosing === null) return;
    const claim =
      choosing.for === 'claim'
        ? choosing
        : insertEvidence(choosing.editor, candidate, new Date().toISOString());
    const { kind, sourceId } = candidate;
    if (claim !== null) void linkEvidence({ reportId: report.id, claimId: claim.claimId, kind, sourceId });
    setChoosing(null);
  };

  useEffect(() => {
    // The editors are there after the first paint of this view.
    if (wantedClaim !== null) showClaim(wantedClaim);
  }, [showClaim, wantedClaim]);

  const states = [...unsaved.values()];
  const status = states.includes('failed') ? 'failed' : states.includes('pending') ? 'pending' : 'saved';
  const claimOfDialog =
    choosing?.for === 'claim' ? trail.find((one) => one.claimId === choosing.claimId) : undefined;

  return (
    <>
      <Place
        title={report.title === '' ? t('untitled') : report.title}
        surface="bare"
        sideSize="wide"
        sideLabel={t('outline')}
        panelLabel={t(`panel.${panel}`)}
        back={{
          label: t('back'),
          onPress: () => {
            go('/write');
          },
        }}
        end={
          <>
            <span className={cx(styles['status'], status === 'failed' && styles['statusWarn'])} role="status">
              {t(`save.${status}`)}
            </span>
            <span className={styles['status']}>
              {report.wordGuide === null
                ? t('words', { count: words })
                : t('words-of', { count: words, guide: formats.number(report.wordGuide) })}
            </span>
            <Select
              label={t('style.label')}
              hideLabel
              density="compact"
              choices={STYLE_IDS.map((id) => ({ id, label: t(`style.${id}`) }))}
              value={report.styleId}
              onChange={(styleId) => void update({ reportId: report.id, styleId })}
            />
            <ExportMenu report={report} />
          </>
        }
        side={
          <SideList>
            {sections
              .filter((section) => section.kind === 'text')
              .map((section) => {
                const isEmpty = isEmptyContent(section.content);
                return (
                  <SideEntry
                    key={section.id}
                    label={section.heading}
                    icon={isEmpty ? (section.required ? CircleDashed : Circle) : Check}
                    count={
                      isEmpty
                        ? t(section.required ? 'section.to-write' : 'section.optional')
                        : formats.number(countWords([section]))
                    }
                    isCurrent={active?.sectionId === section.id}
                    onPress={() => {
                      showSection(section.id);
                    }}
                  />
                );
              })}
          </SideList>
        }
        panel={
          <Tabs
            label={t('panel.label')}
            className={styles['panelTabs']}
            selected={panel}
            onSelect={setPanel}
            items={[
              {
                id: 'claims',
                label: t('panel.claims'),
                count: trail.length,
                content: (
                  <ClaimsPanel
                    trail={trail}
                    projectId={report.projectId}
                    currentClaimId={currentClaimId}
                    onShowClaim={(claimId) => {
                      setCurrentClaimId(claimId);
                      showClaim(claimId);
                    }}
                    onLink={(claimId) => {
                      setCurrentClaimId(claimId);
                      setChoosing({ for: 'claim', claimId });
                    }}
                  />
                ),
              },
              {
                id: 'references',
                label: t('panel.references'),
                count: formatted?.bibliography.length,
                content: <ReferencesPanel formatted={formatted} failure={failure} locale={report.locale} />,
              },
              {
                id: 'check',
                label: t('panel.check'),
                content: (
                  <CheckPanel
                    reportId={report.id}
                    claimLevel={report.claimLevel.level}
                    onShowSection={showSection}
                    onShowClaim={showClaim}
                  />
                ),
              },
            ]}
          />
        }
      >
        <div className={styles['tools']}>
          <Toolbar
            editor={active?.editor ?? null}
            onCite={start}
            onClaim={toggleClaim}
            onEvidence={(editor) => {
              setChoosing({ for: 'text', editor });
            }}
          />
        </div>
        <div className={styles['page']}>
          <ReportTitle report={report} />
          {report.sections
            .filter((section) => section.kind === 'text')
            .map((section) => (
              <section key={section.id} id={`section-${section.id}`} className={styles['section']}>
                <div className={styles['sectionHead']}>
                  <h2 id={`heading-${section.id}`} lang={report.locale}>
                    {section.heading}
                  </h2>
                  {section.required ? null : (
                    <span className={styles['required']}>{t('section.optional')}</span>
                  )}
                </div>
                <p id={`prompt-${section.id}`} className={styles['prompt']} lang={report.locale}>
                  {section.prompt}
                </p>
                <SectionEditor
                  sectionId={section.id}
                  content={section.content}
                  headingId={`heading-${section.id}`}
                  promptId={`prompt-${section.id}`}
                  language={report.locale}
                  citation={options}
                  evidence={evidenceWords}
                  onReady={register}
                  onFocus={focused}
                  onContent={onContent}
                  onState={onState}
                  onClaim={setCurrentClaimId}
                />
              </section>
            ))}
        </div>
      </Place>
      {citing === null ? null : (
        <CitationPicker
          items={citing.items}
          isNew={citing.position === null}
          alreadyCited={citedIds}
          styleId={report.styleId}
          locale={report.locale}
          onFinish={finish}
          onRemove={remove}
          onClose={close}
        />
      )}
      {choosing === null ? null : (
        <EvidenceDialog
          reportId={report.id}
          title={choosing.for === 'claim' ? t('evidence.link-title') : t('evidence.insert-title')}
          purpose={choosing.for === 'claim' ? (claimOfDialog?.text ?? '') : t('evidence.insert-purpose')}
          onChoose={choose}
          onClose={() => {
            setChoosing(null);
          }}
        />
      )}
    </>
  );
}
