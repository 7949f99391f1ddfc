import {
  BookOpen,
  ChevronDown,
  Ellipsis,
  FolderPlus,
  Quote as QuoteIcon,
  RotateCcw,
  Tag as TagIcon,
  Trash2,
} from 'lucide-react';
import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { READ_STATUSES, type ReadStatus } from '@shared/domain/library/item-view';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { fileTarget } from '../../../lib/file-target';
import { useFormats } from '../../../lib/format';
import { useGo } from '../../../lib/navigation';
import { useContract } from '../../../lib/queries';
import { Slot } from '../../../lib/slots';
import {
  Button,
  EmptyState,
  ErrorNote,
  Icon,
  IconButton,
  Later,
  Menu,
  Note,
  Skeleton,
  Tabs,
} from '../../../ui';
import { moveToTrash, putBack, readableOf, readerAddress, setStatus } from '../actions';
import { copyCitation } from '../copy-citation';
import { relevanceEntries } from '../relevance';
import { useLibrary } from '../state';
import { DetailsTab } from './details-tab';
import { UsedInTab } from './used-in-tab';
import styles from './panel.module.css';

const tables = [
  'item',
  'attachment',
  'annotation',
  'note',
  'appraisal',
  'appraisal_answer',
  'link',
  'tag',
  'item_tag',
  'collection',
  'collection_item',
];

type TabId = 'details' | 'annotations' | 'notes' | 'appraisal' | 'used-in';

/** Everything about one paper. */
export function PaperPanel({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation(['library', 'common']);
  const paper = useContract('library.get', { itemId }, { tables, keepPrevious: true });
  // Drawn in slices behind the list: with a hundred fields a panel drawn at once would hold up a held arrow key.
  const shown = useDeferredValue(paper.data, undefined);
  if (paper.isError)
    return (
      <ErrorNote
        failure={paper.error.failure}
        onRetry={() => {
          void paper.refetch();
        }}
      />
    );
  if (shown === undefined) return <Skeleton label={t('common:loading')} lines={6} />;
  return <Loaded paper={shown} />;
}

/** "Halas, Brook · 2019 · Example Journal of Reading 12(3), 201–219" */
function describe({ authors, year, csl }: ItemDetail): string {
  const issue = csl.issue === undefined ? '' : `(${csl.issue})`;
  const where = [
    csl['container-title'] ?? csl.publisher,
    csl.volume === undefined ? issue : `${csl.volume}${issue}`,
  ]
    .filter(Boolean)
    .join(' ');
  const pages = csl.page?.replace('-', '–');
  return [authors, year, [where, pages].filter(Boolean).join(', ')]
    .filter((part) => part !== '' && part !== null)
    .join(' · ');
}

const Loaded = memo(function Loaded({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation(['library', 'common']);
  const { number } = useFormats();
  const [tab, setTab] = useState<TabId>('details');
  const { counts } = paper;
  const shown = (count: number): string | undefined => (count === 0 ? undefined : number(count));
  return (
    <div className={styles['panel']} {...(paper.trashedAt === null ? fileTarget(paper.id, paper.title) : {})}>
      <div>
        <h2 className={styles['title']} lang={paper.csl.language}>
          {paper.title === '' ? t('table.untitled') : paper.title}
        </h2>
        <p className={styles['meta']}>{describe(paper)}</p>
      </div>
      <Slot name="item.retraction" props={{ itemId: paper.id }} />
      {paper.isSample ? <Note>{t('panel.sample')}</Note> : null}
      <Actions paper={paper} />
      <Tabs
        label={t('panel.tabs')}
        className={styles['tabs']}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'details', label: t('panel.details'), content: <Details key={paper.id} paper={paper} /> },
          {
            id: 'annotations',
            label: t('panel.annotations'),
            count: shown(counts.annotations),
            content: (
              <Slot
                name="item.annotations"
                props={{ itemId: paper.id }}
                fallback={
                  <EmptyState compact title={t('annotations.none.title')}>
                    {t('annotations.none.text')}
                  </EmptyState>
                }
              />
            ),
          },
          {
            id: 'notes',
            label: t('panel.notes'),
            count: shown(counts.notes),
            content: <Slot name="item.notes" props={{ itemId: paper.id }} />,
          },
          {
            id: 'appraisal',
            label: t('panel.appraisal'),
            count: shown(counts.appraisalAnswers),
            content: (
              <Slot
                name="item.appraisal"
                props={{ itemId: paper.id }}
                fallback={<AppraisalCount paper={paper} />}
              />
            ),
          },
          {
            id: 'used-in',
            label: t('panel.usedIn'),
            count: shown(counts.usedIn),
            content: <UsedInTab itemId={paper.id} />,
          },
        ]}
      />
    </div>
  );
});

function Details({ paper }: { readonly paper: ItemDetail }) {
  const props = { itemId: paper.id };
  return (
    <div className={styles['stack']}>
      <Slot name="item.duplicates" props={props} />
      <Slot name="item.checks" props={props} />
      <DetailsTab paper={paper} />
      <Later>
        <Slot name="item.files" props={props} />
        <Slot name="item.online" props={props} />
        <Slot name="item.reading" props={props} />
      </Later>
    </div>
  );
}

function AppraisalCount({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation('library');
  const count = paper.counts.appraisalAnswers;
  return count === 0 ? (
    <EmptyState compact title={t('appraisal.none.title')}>
      {t('appraisal.none.text')}
    </EmptyState>
  ) : (
    <p>{t('appraisal.answers', { count })}</p>
  );
}

function Actions({ paper }: { readonly paper: ItemDetail }) {
  const { t } = useTranslation(['library', 'common', 'items']);
  const go = useGo();
  const openDialog = useLibrary((state) => state.openDialog);
  const hasPdf = readableOf(paper.attachments) !== undefined;
  if (paper.trashedAt !== null)
    return (
      <Note
        icon={Trash2}
        actions={
          <Button size="small" icon={RotateCcw} onPress={() => void putBack([paper.id])}>
            {t('trash.restore')}
          </Button>
        }
      >
        {t('panel.inTrash')}
      </Note>
    );
  const read = async (): Promise<void> => {
    const address = await readerAddress(paper.id);
    if (address !== undefined) go(address);
  };
  const status = (id: ReadStatus) => ({
    id,
    label: t(`status.${id}`),
    isSelected: paper.readStatus === id,
    onAction: () => void setStatus([paper.id], id),
  });
  return (
    <div className={styles['actions']}>
      <Button variant="primary" icon={BookOpen} isDisabled={!hasPdf} onPress={() => void read()}>
        {hasPdf ? t('panel.read') : t('panel.noPdf')}
      </Button>
      <Button icon={QuoteIcon} onPress={() => void copyCitation([paper.id])}>
        {t('panel.cite')}
      </Button>
      <Menu
        label={t('menu.more')}
        trigger={<IconButton icon={Ellipsis} variant="secondary" label={t('common:action.more')} />}
        entries={[
          {
            id: 'collection',
            label: t('commands.add-to-collection'),
            icon: FolderPlus,
            onAction: () => {
              openDialog('add-to-collection');
            },
          },
          {
            id: 'tag',
            label: t('commands.tag'),
            icon: TagIcon,
            onAction: () => {
              openDialog('tag');
            },
          },
          'separator',
          {
            id: 'trash',
            label: t('bar.toTrash'),
            icon: Trash2,
            tone: 'danger',
            onAction: () => void moveToTrash([paper.id], paper.title),
          },
        ]}
      />
      <div className={styles['actions']}>
        <Menu
          label={t('panel.status')}
          trigger={
            <Button
              size="small"
              aria-label={t('panel.statusIs', { status: t(`status.${paper.readStatus}`) })}
            >
              {t(`status.${paper.readStatus}`)}
              <Icon icon={ChevronDown} size={15} />
            </Button>
          }
          entries={READ_STATUSES.map(status)}
        />
        <Menu
          label={t('items:panel.relevance')}
          trigger={
            <Button
              size="small"
              aria-label={t('items:panel.relevanceIs', {
                level: paper.relevance === null ? t('items:panel.relevanceNone') : String(paper.relevance),
              })}
            >
              {paper.relevance === null
                ? t('items:panel.relevance')
                : t('items:panel.relevanceIs', { level: String(paper.relevance) })}
              <Icon icon={ChevronDown} size={15} />
            </Button>
          }
          entries={relevanceEntries([paper.id], paper.relevance)}
        />
      </div>
    </div>
  );
}
