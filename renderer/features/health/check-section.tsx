import { FolderSearch, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import type { MissingFile } from '@shared/ipc/contract/health';
import { call } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { reportFailure, useContractMutation } from '../../lib/queries';
import { Button, ButtonRow, DataTable, Note, toast } from '../../ui';
import { useRepair } from './use-repair';
import styles from './health.module.css';

/** Looks through everything on request, and mends what is missing. */
export function CheckSection() {
  const { t } = useTranslation('health');
  const { run, isPending } = useContractMutation('health.check');
  const find = useContractMutation('health.findFiles');
  const [found, setFound] = useState<CallOutput<'health.check'>>();
  const check = async (): Promise<void> => {
    const result = await run({});
    if (result.ok) setFound(result.value);
  };
  const lookIn = async (): Promise<void> => {
    const picked = await call('desktop.pickFiles', { kind: 'folder', multiple: false });
    if (!picked.ok) {
      reportFailure(picked.error);
      return;
    }
    const path = picked.value.paths[0];
    if (path === undefined) return;
    const result = await find.run({ path });
    if (!result.ok) return;
    toast({ text: t('check.found', { count: result.value.found }) });
    await check();
  };
  return (
    <section className={styles['group']}>
      <h2>{t('check.title')}</h2>
      <p className={styles['text']}>{t('check.text')}</p>
      <ButtonRow>
        <Button icon={ShieldCheck} isDisabled={isPending} onPress={() => void check()}>
          {isPending ? t('check.running') : t('check.run')}
        </Button>
        {found !== undefined && found.missing.length > 0 ? (
          <Button icon={FolderSearch} isDisabled={find.isPending} onPress={() => void lookIn()}>
            {find.isPending ? t('check.looking') : t('check.lookIn')}
          </Button>
        ) : null}
      </ButtonRow>
      <div role="status">{found === undefined ? null : <Outcome found={found} />}</div>
      {found !== undefined && found.missing.length > 0 ? (
        <MissingTable missing={found.missing} onMended={() => void check()} />
      ) : null}
    </section>
  );
}

function Outcome({ found }: { readonly found: CallOutput<'health.check'> }) {
  const { t } = useTranslation('health');
  if (found.problems.length === 0 && found.missing.length === 0)
    return (
      <Note tone="ok" icon={ShieldCheck}>
        {t('check.sound')}
      </Note>
    );
  return (
    <Note tone="warn" icon={ShieldAlert}>
      {found.problems.length === 0 ? null : (
        <>
          {t('check.damaged')}
          <ul className={styles['list']}>
            {found.problems.slice(0, 10).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      {found.missing.length === 0 ? null : t('check.missing', { count: found.missing.length })}
    </Note>
  );
}

function MissingTable({
  missing,
  onMended,
}: {
  readonly missing: readonly MissingFile[];
  readonly onMended: () => void;
}) {
  const { t } = useTranslation('health');
  const go = useGo();
  const repair = useRepair(onMended);
  return (
    <>
      <DataTable
        caption={t('check.missingTitle')}
        rows={missing.slice(0, 200)}
        rowKey={(file) => file.attachmentId}
        columns={[
          { id: 'title', header: t('check.document'), isRowHeader: true, cell: (file) => file.title },
          { id: 'why', header: t('check.why'), cell: (file) => t(`check.reason.${file.reason}`) },
          {
            id: 'act',
            header: t('check.act'),
            kind: 'number',
            cell: (file) => (
              <>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('check.showOf', { title: file.title })}
                  onPress={() => {
                    go(`/library/${file.itemId}`);
                  }}
                >
                  {t('check.show')}
                </Button>{' '}
                <Button
                  size="small"
                  aria-label={t('file.findOf', { title: file.title })}
                  onPress={() => void repair.choose(file.attachmentId)}
                >
                  {t('file.find')}
                </Button>
              </>
            ),
          },
        ]}
      />
      {repair.question}
    </>
  );
}
