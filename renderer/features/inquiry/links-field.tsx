import { ExternalLink, Link2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '@shared/domain/inquiry';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { AutosaveTextField, Button, Chip, IconButton, Note, Quote } from '../../ui';
import { useLocal, type Evidence } from './content';
import { EvidencePicker } from './evidence-picker';
import { useProject } from './project-context';
import styles from './inquiry.module.css';
import evidenceStyles from './evidence.module.css';
import fieldStyles from './field.module.css';

interface LinksFieldProps {
  readonly field: Extract<FieldDefinition, { type: 'links' }>;
  readonly isMissing: boolean;
}

/** Papers and highlights that something rests on, each with one line of use and a way back to its page. */
export function LinksField({ field, isMissing }: LinksFieldProps) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { detail } = useProject();
  const [isOpen, setIsOpen] = useState(false);
  const links = detail.links.filter((link) => link.fieldKey === field.key);
  const isGap =
    field.relation === 'rationale' && links.length === 0 && detail.values['rationale.judgementOnly'] !== true;
  return (
    <section className={fieldStyles['field']} aria-label={local(field.label)}>
      <h4 className={fieldStyles['fieldTitle']}>{local(field.label)}</h4>
      {field.help && detail.project.guidance !== 'free' ? (
        <p className={styles['hint']}>{local(field.help)}</p>
      ) : null}
      {isMissing ? (
        <p className={fieldStyles['missing']} role="alert">
          {t('stage.missing')}
        </p>
      ) : null}
      <div className={evidenceStyles['evidence']}>
        {links.length === 0 && !isGap ? <p className={styles['meta']}>{t('links.none')}</p> : null}
        {isGap ? <Note>{t('links.gap')}</Note> : null}
        {links.map((link) => (
          <EvidenceCard key={link.linkId} link={link} />
        ))}
        <div>
          <Button
            icon={Link2}
            onPress={() => {
              setIsOpen(true);
            }}
          >
            {t('links.add')}
          </Button>
        </div>
      </div>
      <EvidencePicker field={field} isOpen={isOpen} onOpenChange={setIsOpen} />
    </section>
  );
}

function EvidenceCard({ link }: { readonly link: Evidence }) {
  const { t } = useTranslation('inquiry');
  const go = useGo();
  const setUse = useContractMutation('inquiry.setUse');
  const unlink = useContractMutation('inquiry.unlink');
  const source = [link.itemAuthors, link.itemYear === null ? '' : String(link.itemYear)]
    .filter(Boolean)
    .join(' ');
  const page = link.pageLabel ?? (link.pageIndex === null ? null : String(link.pageIndex + 1));
  const isHighlight = link.kind === 'annotation' && link.attachmentId !== null;
  const meta = [
    isHighlight && link.quote ? link.itemTitle : '',
    source,
    page === null ? '' : t('links.page', { page }),
  ].filter(Boolean);
  return (
    <div className={evidenceStyles['evidenceCard']}>
      <div className={evidenceStyles['evidenceText']}>
        <Quote
          color={link.color ?? 'var(--rule)'}
          meta={
            <>
              {meta.join(', ')} {link.isTrashed ? <Chip tone="warn">{t('links.trashed')}</Chip> : null}
            </>
          }
        >
          {isHighlight && link.quote ? link.quote : link.itemTitle}
        </Quote>
        <AutosaveTextField
          label={t('links.use')}
          hideLabel
          density="compact"
          placeholder={t('links.usePlaceholder')}
          value={link.use}
          onSave={async (use) => (await setUse.run({ linkId: link.linkId, use })).ok}
        />
      </div>
      <IconButton
        icon={ExternalLink}
        size="small"
        label={t('links.open', { title: link.itemTitle })}
        onPress={() => {
          if (isHighlight && link.attachmentId !== null) {
            go(
              `/reader/${link.attachmentId}?page=${String((link.pageIndex ?? 0) + 1)}&annotation=${link.targetId}`,
            );
          } else {
            go(`/library/${link.itemId}`);
          }
        }}
      />
      <IconButton
        icon={X}
        size="small"
        label={t('links.remove', { title: link.itemTitle })}
        onPress={() => void unlink.run({ linkId: link.linkId })}
      />
    </div>
  );
}
