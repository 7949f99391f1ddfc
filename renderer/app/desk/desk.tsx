import { ArrowRight, BookOpen, Footprints, Inbox, Plus, ScanSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { call } from '../../lib/client';
import { useCommands } from '../../lib/command';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { Slot, useHasSlot } from '../../lib/slots';
import { Button, Icon, Place, type LucideIcon } from '../../ui';
import { useTour } from '../tour/tour-store';
import styles from './desk.module.css';

const deskTables = ['item', 'attachment', 'journal_entry', 'project'];

/** Where I left off: reading, inquiry, learning, writing; what waits; small wins. */
export default function Desk() {
  const { t } = useTranslation('desk');
  const { date } = useFormats();
  const hasWriting = useHasSlot('desk.write');
  const desk = useContract('library.desk', {}, { tables: deskTables });
  return (
    <Place
      title={t('title')}
      surface="sheet"
      end={<span className={styles['date']}>{date(new Date().toISOString())}</span>}
    >
      <div className={styles['page']}>
        <Welcome />
        <div className={styles['columns']}>
          <Part title={t('reading.title')}>
            <Reading papers={desk.data?.reading ?? []} isLoaded={desk.isSuccess} />
          </Part>
          <Part title={t('inquiry.title')}>
            <Slot
              name="desk.inquiry"
              props={{}}
              fallback={<p className={styles['text']}>{t('inquiry.none')}</p>}
            />
          </Part>
          <Slot name="desk.learn" props={{}} />
          {hasWriting ? (
            <Part title={t('writing.title')}>
              <Slot name="desk.write" props={{}} />
            </Part>
          ) : null}
          <Waiting />
          {desk.data && desk.data.smallWins.length > 0 ? <SmallWins wins={desk.data.smallWins} /> : null}
        </div>
      </div>
    </Place>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h2 className={styles['partTitle']}>{title}</h2>
      {children}
    </section>
  );
}

/** On the first days: what this is, and the way through it. */
function Welcome() {
  const { t } = useTranslation('desk');
  const { tourDone } = useSettings();
  const start = useTour((state) => state.start);
  const isRunning = useTour((state) => state.step !== null);
  const { run, commands } = useCommands();
  if (tourDone || isRunning) return null;
  return (
    <section className={styles['welcome']}>
      <h2>{t('welcome.title')}</h2>
      <p>{t('welcome.text')}</p>
      <div className={styles['buttons']}>
        <Button variant="primary" icon={Footprints} onPress={start}>
          {t('welcome.tour')}
        </Button>
        {commands.some(({ id }) => id === 'import.addFiles') ? (
          <Button
            icon={Plus}
            onPress={() => {
              run('import.addFiles');
            }}
          >
            {t('welcome.add')}
          </Button>
        ) : null}
        <Button variant="quiet" onPress={() => void call('settings.set', { tourDone: true })}>
          {t('welcome.later')}
        </Button>
      </div>
    </section>
  );
}

interface LineProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly meta?: ReactNode;
  readonly onPress: () => void;
}

function Line({ icon, children, meta, onPress }: LineProps) {
  return (
    <li>
      <AriaButton className={styles['line'] ?? ''} onPress={onPress}>
        {children}
        {meta ? <span className={styles['meta']}>{meta}</span> : null}
        <Icon icon={icon} size={18} className={styles['go']} />
      </AriaButton>
    </li>
  );
}

interface ReadingProps {
  readonly isLoaded: boolean;
  readonly papers: readonly {
    readonly itemId: string;
    readonly attachmentId: string;
    readonly title: string;
    readonly authors: string;
    readonly year: number | null;
    readonly lastPageIndex: number;
    readonly pageCount: number | null;
  }[];
}

function Reading({ papers, isLoaded }: ReadingProps) {
  const { t } = useTranslation('desk');
  const go = useGo();
  if (papers.length === 0)
    return isLoaded ? (
      <>
        <p className={styles['text']}>{t('reading.none')}</p>
        <div>
          <Button
            onPress={() => {
              go('/library');
            }}
          >
            {t('reading.choose')}
          </Button>
        </div>
      </>
    ) : null;
  return (
    <ul className={styles['list']}>
      {papers.map((paper) => (
        <Line
          key={paper.attachmentId}
          icon={BookOpen}
          meta={[
            paper.authors,
            paper.year,
            paper.pageCount === null
              ? t('reading.page', { page: paper.lastPageIndex + 1 })
              : t('reading.pageOf', { page: paper.lastPageIndex + 1, pages: paper.pageCount }),
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
          onPress={() => {
            void call('library.markOpened', { itemId: paper.itemId });
            go(`/reader/${paper.attachmentId}?page=${paper.lastPageIndex + 1}`);
          }}
        >
          <span className={styles['paper']}>{paper.title}</span>
        </Line>
      ))}
    </ul>
  );
}

/** Small things that wait: fields to look at, papers to file. */
function Waiting() {
  const { t } = useTranslation('desk');
  const go = useGo();
  const { run } = useCommands();
  const counts = useContract('library.counts', {}, { tables: ['item', 'collection_item'] }).data;
  const toApprove = useContract('import.toApprove', { limit: 1 }, { tables: ['item'] }).data?.total ?? 0;
  const unfiled = counts?.unfiled ?? 0;
  if (toApprove === 0 && unfiled === 0) return null;
  return (
    <Part title={t('waiting.title')}>
      <ul className={styles['list']}>
        {toApprove > 0 ? (
          <Line
            icon={ScanSearch}
            onPress={() => {
              if (!run('import.checkFields')) go('/library');
            }}
          >
            {t('waiting.approve', { count: toApprove })}
          </Line>
        ) : null}
        {unfiled > 0 ? (
          <Line
            icon={Inbox}
            onPress={() => {
              if (!run('library.show-unfiled')) go('/library');
            }}
          >
            {t('waiting.file', { count: unfiled })}
          </Line>
        ) : null}
      </ul>
    </Part>
  );
}

interface SmallWinsProps {
  readonly wins: readonly {
    readonly id: string;
    readonly projectId: string;
    readonly projectTitle: string;
    readonly date: string;
    readonly text: string;
  }[];
}

function SmallWins({ wins }: SmallWinsProps) {
  const { t } = useTranslation('desk');
  const { date } = useFormats();
  const go = useGo();
  return (
    <Part title={t('wins.title')}>
      <ul className={styles['list']}>
        {wins.map((win) => (
          <Line
            key={win.id}
            icon={ArrowRight}
            meta={`${win.projectTitle} · ${date(win.date)}`}
            onPress={() => {
              go(`/inquiry/${win.projectId}`);
            }}
          >
            <span className={styles['winText']}>{win.text}</span>
          </Line>
        ))}
      </ul>
    </Part>
  );
}
