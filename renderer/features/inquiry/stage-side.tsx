import {
  CalendarDays,
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
  NotebookPen,
  Table2,
  Undo2,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentCycle, latestRun, stageFields, workload } from '@shared/domain/inquiry';
import type { Cycle, ModelStage, StageStatus } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { SideEntry, SideGroup, SideList } from '../../ui';
import type { LucideIcon } from '../../ui';
import { useLocal } from './content';
import { useProject } from './project-context';

const icons: Readonly<Record<StageStatus, LucideIcon>> = {
  'not-started': Circle,
  active: CircleDot,
  done: CircleCheck,
  returned: Undo2,
  skipped: CircleMinus,
};

/** What stands beside a stage: papers linked, consents given, or that it is done. */
function useStageCount(): (stage: ModelStage, status: StageStatus) => string | undefined {
  const { t } = useTranslation('inquiry');
  const { detail, content } = useProject();
  return (stage, status) => {
    if (stage.panels.includes('consent') && detail.consentCounts.participants > 0) {
      return t('side.consented', {
        usable: detail.consentCounts.usable,
        all: detail.consentCounts.participants,
      });
    }
    const isRationale = stage.canonical === 'rationale';
    const keys = stageFields(stage);
    const links = detail.links.filter((link) => keys.includes(link.fieldKey)).length;
    const hasLinks = content.fields.fields.some(
      (field) => field.type === 'links' && keys.includes(field.key),
    );
    if (isRationale && hasLinks && links > 0) return t('side.papers', { count: links });
    if (status === 'active' || status === 'not-started') return undefined;
    return t(`stage.status.${status}`);
  };
}

/** The left column: cycles with their stages, and what is always there. */
export function StageSide({ shown }: { readonly shown: string }) {
  const { t } = useTranslation('inquiry');
  const { detail, state, show } = useProject();
  const formats = useFormats();
  const load = workload(detail.values);
  const last = currentCycle(state);
  const hours = formats.number(load.hoursPerWeek, 1);
  const time =
    load.hoursPerWeek === 0
      ? t('side.time')
      : load.budget === null
        ? t('side.timeUsed', { hours })
        : t('side.timeBudget', { hours, budget: formats.number(load.budget, 1) });
  const always = [
    { id: 'journal', icon: NotebookPen, label: t('side.journal'), count: detail.journalCount || undefined },
    { id: 'people', icon: Users, label: t('side.people'), count: undefined },
    { id: 'time', icon: CalendarDays, label: time, count: undefined },
    { id: 'data', icon: Table2, label: t('side.data'), count: detail.datasetCount || undefined },
  ];
  return (
    <>
      {state.cycles.map((cycle) =>
        cycle.id === detail.cycleId ? (
          <CycleGroup key={cycle.id} cycle={cycle} shown={shown} />
        ) : (
          <OtherCycle key={cycle.id} cycle={cycle} />
        ),
      )}
      {last && last.closedAt === null ? (
        <SideGroup title={t('side.cycle', { number: last.number + 1 })}>
          <SideList>
            <SideEntry
              icon={CircleDashed}
              label={t('side.opensLater')}
              isDisabled
              onPress={() => undefined}
            />
          </SideList>
        </SideGroup>
      ) : null}
      <SideGroup title={t('side.always')}>
        <SideList>
          {always.map((entry) => (
            <SideEntry
              key={entry.id}
              icon={entry.icon}
              label={entry.label}
              count={entry.count}
              isCurrent={shown === entry.id}
              onPress={() => {
                show(entry.id);
              }}
            />
          ))}
        </SideList>
      </SideGroup>
    </>
  );
}

/** A cycle that is not on screen: one line that opens it. */
function OtherCycle({ cycle }: { readonly cycle: Cycle }) {
  const { t } = useTranslation('inquiry');
  const { detail, state, model } = useProject();
  const go = useGo();
  const isCurrent = cycle.id === currentCycle(state)?.id;
  const last = model.stages.at(-1)?.id ?? '';
  return (
    <SideGroup title={t('side.cycle', { number: cycle.number })}>
      <SideList>
        <SideEntry
          icon={cycle.closedAt === null ? CircleDot : CircleCheck}
          label={cycle.decision ? t(`decision.kinds.${cycle.decision}`) : t('stage.status.active')}
          onPress={() => {
            go(
              isCurrent
                ? `/inquiry/${detail.project.id}`
                : `/inquiry/${detail.project.id}/${last}?cycle=${cycle.id}`,
            );
          }}
        />
      </SideList>
    </SideGroup>
  );
}

function CycleGroup({ cycle, shown }: { readonly cycle: Cycle; readonly shown: string }) {
  const { t } = useTranslation('inquiry');
  const { detail, model, state } = useProject();
  const local = useLocal();
  const go = useGo();
  const { locale } = useFormats();
  const countOf = useStageCount();
  const isCurrent = cycle.id === currentCycle(state)?.id;
  const month = (iso: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(iso));
  const { 'time.start': start, 'time.end': end } = detail.values;
  const period =
    typeof start === 'string' && typeof end === 'string' && start !== '' && end !== ''
      ? `${month(start)} – ${month(end)}`
      : null;
  return (
    <SideGroup
      title={
        period === null
          ? t('side.cycle', { number: cycle.number })
          : t('side.cyclePeriod', { number: cycle.number, period })
      }
    >
      <SideList>
        {model.stages.map((stage) => {
          const status = latestRun(state, cycle.id, stage.id)?.status ?? 'not-started';
          return (
            <SideEntry
              key={stage.id}
              icon={icons[status]}
              label={local(stage.title)}
              count={countOf(stage, status)}
              isCurrent={shown === stage.id}
              onPress={() => {
                go(`/inquiry/${detail.project.id}/${stage.id}${isCurrent ? '' : `?cycle=${cycle.id}`}`);
              }}
            />
          );
        })}
      </SideList>
    </SideGroup>
  );
}
