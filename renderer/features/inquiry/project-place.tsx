import { EllipsisVertical, PenLine, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GUIDANCE_LEVELS, currentCycle, findStage, latestRun } from '@shared/domain/inquiry';
import type { CheckContext, CycleModel, EngineState, LinkCounts } from '@shared/domain/inquiry';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Chip, ErrorNote, Icon, IconButton, Menu, Place, Skeleton, toast } from '../../ui';
import type { MenuEntry } from '../../ui';
import { useLocal, type Content, type Detail } from './content';
import { ModelSwitchDialog } from './model-switch-dialog';
import { OtherView, isOtherView } from './other-views';
import { ProjectContext, useProject, type OpenProject } from './project-context';
import { RenameDialog } from './rename-dialog';
import { StageSide } from './stage-side';
import { StagePanel } from './stage-panel';
import { StageView } from './stage-view';
import styles from './inquiry.module.css';

interface ProjectPlaceProps {
  readonly projectId: string;
  /** Stage id or name of a view; the active stage when null. */
  readonly view: string | null;
  readonly cycleId: string | null;
  /** Entry of the journal that the address names. */
  readonly entryId: string | null;
}

const tables = [
  'project',
  'cycle',
  'stage_run',
  'project_field',
  'link',
  'item',
  'annotation',
  'consent',
  'journal_entry',
  'dataset',
];

function stateOf(detail: Detail): EngineState {
  return {
    projectId: detail.project.id,
    status: detail.project.status,
    cycles: detail.cycles,
    runs: detail.runs,
  };
}

function checksOf(content: Content, detail: Detail): CheckContext {
  const links: Record<string, number> = {};
  for (const link of detail.links) links[link.fieldKey] = (links[link.fieldKey] ?? 0) + 1;
  return {
    catalogue: content.fields,
    wording: content.wording,
    values: detail.values,
    links: links satisfies LinkCounts,
    consent: detail.consent,
    journalKinds: detail.journalKinds,
    datasetCount: detail.datasetCount,
    firstDataAt: detail.firstDataAt,
    otherActiveProjects: detail.otherActiveProjects,
  };
}

function activeStage(model: CycleModel, state: EngineState, cycleId: string): string {
  const isActive = (id: string): boolean => latestRun(state, cycleId, id)?.status === 'active';
  return (model.stages.find((stage) => isActive(stage.id)) ?? model.stages.at(-1))?.id ?? '';
}

/** One project: stages on the left, the form of a stage in the middle, what is asked before moving on on the right. */
export function ProjectPlace({ projectId, view, cycleId, entryId }: ProjectPlaceProps) {
  const { t } = useTranslation('inquiry');
  const go = useGo();
  const content = useContract('inquiry.content', {}, { tables: [] });
  const detail = useContract('inquiry.get', { projectId, cycleId }, { tables, keepPrevious: true });
  const setField = useContractMutation('inquiry.setField');
  const local = useLocal();
  const failed = detail.error ?? content.error;
  const project = useMemo((): OpenProject | null => {
    if (!content.data || !detail.data) return null;
    const found = content.data.models.find((candidate) => candidate.id === detail.data.project.modelId);
    if (!found) return null;
    const state = stateOf(detail.data);
    const current = currentCycle(state);
    const shown = detail.data.cycleId;
    const suffix = shown === current?.id ? '' : `?cycle=${shown}`;
    return {
      content: content.data,
      detail: detail.data,
      model: found,
      state,
      checks: checksOf(content.data, detail.data),
      isClosed: state.cycles.some((cycle) => cycle.id === shown && cycle.closedAt !== null),
      save: async (key, value) => {
        const result = await setField.run({ projectId, cycleId: shown, key, value });
        const back =
          result.ok && result.value.returnedTo !== null
            ? findStage(found, result.value.returnedTo)
            : undefined;
        const rule = back ? found.returnRules.find((candidate) => candidate.field === key) : undefined;
        if (back && rule) {
          toast({
            text: t('stage.ruleBack', { stage: local(back.title), reason: local(rule.reason) }),
            tone: 'warn',
          });
          go(`/inquiry/${projectId}/${back.id}`);
        }
        return result.ok;
      },
      show: (next) => {
        go(`/inquiry/${projectId}/${next}${suffix}`);
      },
    };
  }, [content.data, detail.data, go, local, projectId, setField, t]);
  if (!project) {
    return (
      <Place title={t('place')} surface="sheet">
        {failed ? (
          <ErrorNote
            failure={failed.failure}
            onRetry={() => {
              go('/inquiry');
            }}
          />
        ) : (
          <Skeleton label={t('place')} lines={6} />
        )}
      </Place>
    );
  }
  const { model, state } = project;
  const shown = view ?? activeStage(model, state, project.detail.cycleId);
  const stage = findStage(model, shown);
  return (
    <ProjectContext value={project}>
      <Place
        title={project.detail.project.title}
        start={<ProjectTitle />}
        end={<ProjectActions />}
        surface="sheet"
        side={<StageSide shown={shown} />}
        sideSize="wide"
        sideLabel={t('project.stages')}
        panel={stage ? <StagePanel stage={stage} /> : undefined}
        panelLabel={t('project.beforeYouMoveOn')}
      >
        {stage ? (
          <StageView key={`${project.detail.cycleId}:${stage.id}`} stage={stage} />
        ) : isOtherView(shown) ? (
          <OtherView view={shown} entryId={entryId} />
        ) : (
          <p>{t('stage.none')}</p>
        )}
      </Place>
    </ProjectContext>
  );
}

function ProjectTitle() {
  const { detail, model } = useProject();
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { basedOn, title } = detail.project;
  return (
    <>
      <h1 className={styles['title']}>{title}</h1>
      <Chip>{local(model.phaseLine)}</Chip>
      {basedOn ? <Chip tone="accent">{t('project.lineage', { title: basedOn.title })}</Chip> : null}
    </>
  );
}

function ProjectActions() {
  const { t } = useTranslation('inquiry');
  const { t: common } = useTranslation('common');
  const { detail } = useProject();
  const go = useGo();
  const update = useContractMutation('inquiry.update');
  const trash = useContractMutation('inquiry.setTrashed');
  const [dialog, setDialog] = useState<'rename' | 'switch' | null>(null);
  const { id, title, guidance } = detail.project;
  const moveToTrash = async (): Promise<void> => {
    const result = await trash.run({ projectId: id, isTrashed: true });
    if (!result.ok) return;
    go('/inquiry');
    toast({
      text: t('project.trashed', { title }),
      action: {
        label: common('action.restore'),
        run: () => {
          void trash.run({ projectId: id, isTrashed: false });
        },
      },
    });
  };
  const entries: readonly MenuEntry[] = [
    ...GUIDANCE_LEVELS.map((level) => ({
      id: level,
      label: `${t('guidance.label')}: ${t(`guidance.${level}`)}`,
      hint: t(`guidance.${level}Hint`),
      isSelected: level === guidance,
      onAction: () => {
        void update.run({ projectId: id, guidance: level });
      },
    })),
    'separator',
    {
      id: 'rename',
      label: t('project.rename'),
      onAction: () => {
        setDialog('rename');
      },
    },
    {
      id: 'switch',
      label: t('project.switchModel'),
      onAction: () => {
        setDialog('switch');
      },
    },
    {
      id: 'all',
      label: t('project.allProjects'),
      onAction: () => {
        go('/inquiry');
      },
    },
    'separator',
    {
      id: 'trash',
      label: t('project.trash'),
      tone: 'danger',
      onAction: () => {
        void moveToTrash();
      },
    },
  ];
  const close = (): void => {
    setDialog(null);
  };
  return (
    <>
      <span className={styles['stays']}>
        <Icon icon={ShieldCheck} size={17} />
        <span>{t('project.stays')}</span>
      </span>
      <Button
        icon={PenLine}
        onPress={() => {
          go(`/write?new=1&project=${id}`);
        }}
      >
        {t('project.writeUp')}
      </Button>
      <Menu
        label={t('project.menu')}
        entries={entries}
        trigger={<IconButton icon={EllipsisVertical} label={t('project.menu')} />}
      />
      <RenameDialog isOpen={dialog === 'rename'} onClose={close} />
      <ModelSwitchDialog isOpen={dialog === 'switch'} onClose={close} />
    </>
  );
}
