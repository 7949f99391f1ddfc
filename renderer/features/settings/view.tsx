import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { Slot } from '../../lib/slots';
import { languageNames } from '../../lib/i18n';
import {
  AutosaveTextField,
  Place,
  RadioGroup,
  Select,
  SideEntry,
  SideGroup,
  SideList,
  Switch,
} from '../../ui';
import { BookMarked, HandHelping, Highlighter, LibraryBig, Palette, WifiOff } from 'lucide-react';
import { change } from './change';
import { ColorMeanings } from './color-meanings';
import { LibraryCare } from './library-care';
import styles from './settings.module.css';

const groups = [
  { id: 'look', icon: Palette },
  { id: 'guidance', icon: HandHelping },
  { id: 'colors', icon: Highlighter },
  { id: 'network', icon: WifiOff },
  { id: 'library', icon: LibraryBig },
  { id: 'about', icon: BookMarked },
] as const;

/** Everything that can be set, one page; the left column jumps. */
export default function SettingsPlace() {
  const { t } = useTranslation('settings');
  return (
    <Place
      title={t('title')}
      surface="sheet"
      sideLabel={t('groups')}
      side={
        <SideGroup>
          <SideList>
            {groups.map(({ id, icon }) => (
              <SideEntry
                key={id}
                label={t(`group.${id}`)}
                icon={icon}
                onPress={() => {
                  const heading = document.getElementById(`settings-${id}`);
                  heading?.scrollIntoView({ block: 'start' });
                  heading?.focus();
                }}
              />
            ))}
          </SideList>
        </SideGroup>
      }
    >
      <div className={styles['page']}>
        <Look />
        <Guidance />
        <section className={styles['group']}>
          <GroupTitle id="colors" />
          <ColorMeanings />
        </section>
        <Network />
        <section className={styles['group']}>
          <GroupTitle id="library" />
          <LibraryCare />
          <Slot name="settings.health" props={{}} />
        </section>
        <About />
      </div>
    </Place>
  );
}

function GroupTitle({ id }: { readonly id: (typeof groups)[number]['id'] }) {
  const { t } = useTranslation('settings');
  return (
    <h2 id={`settings-${id}`} tabIndex={-1}>
      {t(`group.${id}`)}
    </h2>
  );
}

function Look() {
  const { t } = useTranslation('settings');
  const { language, theme, authorName } = useSettings();
  return (
    <section className={styles['group']}>
      <GroupTitle id="look" />
      <div className={styles['narrow']}>
        <Select
          label={t('language.label')}
          choices={[
            { id: 'system', label: t('language.system') },
            { id: 'en', label: languageNames.en },
            { id: 'uk', label: languageNames.uk },
          ]}
          value={language}
          onChange={(chosen) => void change({ language: chosen })}
        />
      </div>
      <RadioGroup
        label={t('theme.label')}
        orientation="horizontal"
        choices={(['system', 'light', 'dark', 'high-contrast'] as const).map((id) => ({
          id,
          label: t(`theme.${id}`),
        }))}
        value={theme}
        onChange={(chosen) => void change({ theme: chosen })}
      />
      <div className={styles['narrow']}>
        <AutosaveTextField
          label={t('author.label')}
          hint={t('author.hint')}
          value={authorName}
          onSave={(name) => change({ authorName: name })}
        />
      </div>
    </section>
  );
}

function Guidance() {
  const { t } = useTranslation('settings');
  const { guidance } = useSettings();
  return (
    <section className={styles['group']}>
      <GroupTitle id="guidance" />
      <RadioGroup
        label={t('guidance.label')}
        hint={t('guidance.hint')}
        choices={(['guided', 'light', 'free'] as const).map((id) => ({
          id,
          label: t(`guidance.${id}.name`),
          description: t(`guidance.${id}.text`),
        }))}
        value={guidance}
        onChange={(chosen) => void change({ guidance: chosen })}
      />
    </section>
  );
}

function Network() {
  const { t } = useTranslation('settings');
  const { networkEnabled } = useSettings();
  return (
    <section className={styles['group']}>
      <GroupTitle id="network" />
      <Switch
        isSelected={networkEnabled}
        onChange={(on) => void change({ networkEnabled: on })}
        description={t('network.text')}
      >
        {t('network.label')}
      </Switch>
      <Slot name="settings.online" props={{}} />
    </section>
  );
}

function About() {
  const { t } = useTranslation('settings');
  const info = useContract('desktop.info', {}, { tables: [] }).data;
  return (
    <section className={styles['group']}>
      <GroupTitle id="about" />
      <p className={styles['text']}>{t('about.text', { version: info?.version ?? '' })}</p>
      <p className={styles['text']}>{t('about.licence')}</p>
    </section>
  );
}
