import { t } from '@lingui/core/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { describe, Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { useCreateProject } from '@/features/projects/queries';
import { submitted } from '@/lib/form';
import { StepHead } from './StepHead';
import styles from './Welcome.module.css';

const route = getRouteApi('/welcome');

export function NameStep() {
  const navigate = route.useNavigate();
  const create = useCreateProject();
  const [missing, setMissing] = useState(false);
  const refused = create.error instanceof Problem ? create.error.fields['name'] : undefined;
  return (
    <>
      <StepHead title={t`Name your project`}>
        {t`A project holds a repository, a board, and the analyses that fill it.`}
      </StepHead>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          const name = (submitted(event)['name'] ?? '').trim();
          setMissing(name === '');
          if (!name || create.isPending) return;
          create.mutate(name, {
            onSuccess: (project) =>
              navigate({ search: { step: 'create', project: project.id }, replace: true }),
          });
        }}
      >
        {create.isError && !refused && <Notice kind="bad">{describe(create.error)}</Notice>}
        <TextField
          label={t`Project name`}
          name="name"
          placeholder={t`Invoice approval`}
          maxLength={200}
          autoFocus
          autoComplete="off"
          error={missing ? t`Give it a name; you can change it later.` : refused}
        />
        <Button look="primary" type="submit" wide busy={create.isPending}>
          {t`Continue`}
        </Button>
      </form>
    </>
  );
}
