import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import { describe, Problem } from '@/api/problem';
import type { ModelSettings, ModelSettingsWrite, ModelTrial } from '@/api/types';
import { Button } from '@/components/Button';
import { PasswordField, SelectField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { toast } from '@/components/toast-store';
import { formValues, submitted } from '@/lib/form';
import { duration } from '@/lib/time';
import { useTryModel, useWriteModel, writeOf } from './models';
import more from './DataTab.module.css';
import styles from './SettingsPage.module.css';

/** Provider, model, address and key; the key goes in and never comes out. */
export function ModelForm({ settings }: { settings: ModelSettings }) {
  const form = useRef<HTMLFormElement>(null);
  const write = useWriteModel();
  const trial = useTryModel();
  const [missing, setMissing] = useState(false);
  const own = settings.source === 'organization';
  const given = (typed: Record<string, string>): ModelSettingsWrite | null => {
    const wanted = writeOf(typed);
    setMissing(wanted.model === '');
    trial.reset();
    write.reset();
    return wanted.model === '' ? null : wanted;
  };
  const error = write.error ?? trial.error;
  const fields = error instanceof Problem ? error.fields : {};
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        const wanted = given(submitted(event));
        const sent = event.currentTarget;
        if (!wanted) return;
        write.mutate(wanted, {
          onSuccess: () => {
            const key = sent.elements.namedItem('api_key');
            if (key instanceof HTMLInputElement) key.value = '';
            toast(t`Saved.`);
          },
        });
      }}
    >
      {error !== null && Object.keys(fields).length === 0 && <Notice kind="bad">{describe(error)}</Notice>}
      {trial.data && <Tried trial={trial.data} />}
      <SelectField
        label={t`Provider`}
        name="provider"
        defaultValue={own ? (settings.provider ?? 'anthropic') : 'anthropic'}
      >
        <option value="anthropic">{t`Anthropic`}</option>
        <option value="openai">{t`OpenAI, or compatible with it`}</option>
      </SelectField>
      <TextField
        label={t`Model`}
        name="model"
        maxLength={200}
        spellCheck={false}
        defaultValue={own ? (settings.model ?? '') : ''}
        hint={t`As the provider calls it.`}
        error={missing ? t`Enter the name of a model.` : fields['model']}
      />
      <TextField
        label={t`Address`}
        name="base_url"
        optional
        inputMode="url"
        maxLength={500}
        spellCheck={false}
        defaultValue={own ? (settings.base_url ?? '') : ''}
        hint={t`Only for a server of your own. Its operator has to allow the host.`}
        error={fields['base_url']}
      />
      <PasswordField
        label={t`Key`}
        name="api_key"
        maxLength={500}
        autoComplete="off"
        hint={
          settings.has_key
            ? t`Leave it empty to keep the present one.`
            : t`Encrypted at once; it is never shown again.`
        }
        error={fields['api_key']}
      />
      <div className={more.actions}>
        <Button type="submit" look="primary" busy={write.isPending}>
          {t`Save`}
        </Button>
        <Button
          busy={trial.isPending}
          onClick={() => {
            const wanted = form.current && given(formValues(form.current));
            if (wanted) trial.mutate(wanted);
          }}
        >
          {t`Test the connection`}
        </Button>
      </div>
    </form>
  );
}

function Tried({ trial }: { trial: ModelTrial }) {
  const time = duration(trial.milliseconds);
  const model = trial.model ?? '';
  if (trial.ok) return <Notice kind="good">{t`${model} answered after ${time}.`}</Notice>;
  return <Notice kind="bad">{trial.message ?? t`The model could not answer.`}</Notice>;
}
