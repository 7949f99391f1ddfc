import { HeartPulse } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { reportFailure } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { AutosaveTextField, Button, ButtonRow } from '../../ui';

/** Settings: the way to the health page. */
export default function SettingsEntry() {
  const { t } = useTranslation('health');
  const go = useGo();
  const { attachmentNamePattern } = useSettings();
  return (
    <>
      <AutosaveTextField
        label={t('file.pattern')}
        hint={t('file.patternHint')}
        value={attachmentNamePattern}
        onSave={async (pattern) => {
          const result = await call('settings.set', { attachmentNamePattern: pattern });
          if (!result.ok) reportFailure(result.error);
          return result.ok;
        }}
      />
      <ButtonRow>
        <Button
          icon={HeartPulse}
          onPress={() => {
            go('/health');
          }}
        >
          {t('commands.open')}
        </Button>
      </ButtonRow>
    </>
  );
}
