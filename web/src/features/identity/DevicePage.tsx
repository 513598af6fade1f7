import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Time } from '@/components/Time';
import { submitted } from '@/lib/form';
import { useAction } from '@/lib/use-action';
import { formClass, PublicPage } from './PublicPage';

type Device = components['schemas']['Device'];

const route = getRouteApi('/device');

/** A command line asks to be signed in as you. */
export function DevicePage() {
  const { code: given = '' } = route.useSearch();
  const [code, setCode] = useState(given);
  const [device, setDevice] = useState<Device>();
  const [done, setDone] = useState<'allow' | 'deny'>();
  const act = useAction(async ({ code, decision }: { code: string; decision: 'allow' | 'deny' | null }) => {
    const found = await data(client.POST('/api/v1/oauth/devices', { body: { code, decision } }));
    setCode(code);
    setDevice(found);
    if (decision !== null) setDone(decision);
  });
  if (done) {
    return (
      <PublicPage
        title={done === 'allow' ? t`The device is signed in` : t`The device was turned away`}
        lead={t`You can close this page.`}
      />
    );
  }
  const wrong =
    act.error instanceof Problem && act.error.code === 'device_code_unknown'
      ? t`No device waits with this code. Compare it, and begin again if it is older than ten minutes.`
      : act.error !== null
        ? describe(act.error)
        : null;
  if (!device) {
    return (
      <PublicPage title={t`Sign in a device`} lead={t`Enter the code that your command line shows.`}>
        <form
          className={formClass}
          noValidate
          onSubmit={(event) => {
            const entered = (submitted(event)['code'] ?? '').trim();
            if (entered) void act.run({ code: entered, decision: null });
          }}
        >
          {wrong && <Notice kind="bad">{wrong}</Notice>}
          <TextField
            label={t`Code`}
            name="code"
            autoComplete="off"
            defaultValue={code}
            maxLength={12}
            required
            autoFocus
          />
          <Button look="primary" type="submit" wide busy={act.busy}>{t`Continue`}</Button>
        </form>
      </PublicPage>
    );
  }
  const name = device.device;
  const address = device.address;
  return (
    <PublicPage
      title={t`Let this device in?`}
      lead={t`It could do all that you can do here. Go on only if you began this yourself, a moment ago.`}
    >
      <p>
        <Trans>
          <b>{name}</b> at {address}, <Time at={device.created_at} />
        </Trans>
      </p>
      <div className={formClass}>
        {wrong && <Notice kind="bad">{wrong}</Notice>}
        <Button
          look="primary"
          wide
          busy={act.busy}
          onClick={() => void act.run({ code, decision: 'allow' })}
        >{t`Let it in`}</Button>
        <Button wide busy={act.busy} onClick={() => void act.run({ code, decision: 'deny' })}>
          {t`Turn it away`}
        </Button>
      </div>
    </PublicPage>
  );
}
