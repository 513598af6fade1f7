import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { SelectField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { useTitle } from '@/lib/use-title';
import { FileDrop } from './FileDrop';
import { bytesOf, LIMIT_BYTES, sizeText } from './limits';
import { domainWords } from './domains';
import styles from './NewAnalysisPage.module.css';
import { type Domain, domains, samplesOptions, useStartAnalysis } from './queries';
import { QuotaNotice, useQuota } from './Quota';

const route = getRouteApi('/app/projects/$projectId/analyses/new');

const hint = msg`When an invoice arrives by email, the clerk records it in the ledger. If the amount is above 500, the manager approves it; otherwise it is booked at once. …`;

export function NewAnalysisPage() {
  const { projectId } = route.useParams();
  const { sample } = route.useSearch();
  const navigate = useNavigate();
  const samples = useQuery(samplesOptions);
  const [typed, setTyped] = useState<string>();
  const [named, setNamed] = useState<string>();
  const [domain, setDomain] = useState<Domain | ''>('');
  const [empty, setEmpty] = useState(false);
  const start = useStartAnalysis();
  const quota = useQuota();
  useTitle(t`New analysis`);

  const chosen = samples.data?.find((one) => one.key === sample);
  const description = typed ?? chosen?.description ?? '';
  const title = named ?? (typed === undefined ? (chosen?.title ?? '') : '');
  const over = bytesOf(description) > LIMIT_BYTES;

  const analyze = () => {
    setEmpty(description.trim() === '');
    if (description.trim() === '' || over) return;
    const extra = { ...(title.trim() ? { title: title.trim() } : {}), ...(domain ? { domain } : {}) };
    start.mutate(
      { project_id: projectId, description, ...extra },
      {
        onSuccess: ({ id }) =>
          navigate({
            to: '/projects/$projectId/analyses/$workflowId',
            params: { projectId, workflowId: id },
          }),
      },
    );
  };

  return (
    <Page
      title={t`New analysis`}
      lead={t`Describe how the work is done today, in your own words: who does what, in which order, and what decides.`}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          analyze();
        }}
      >
        <FileDrop
          onText={(text) => {
            setTyped(text.description);
            setNamed(text.title);
            setEmpty(false);
          }}
        >
          <div className={styles.paper} data-bad={over || empty ? true : undefined}>
            <textarea
              className={styles.text}
              aria-label={t`Description`}
              aria-describedby="description-size"
              aria-invalid={over || empty ? true : undefined}
              placeholder={i18n._(hint)}
              value={description}
              autoFocus
              spellCheck
              onChange={(event) => {
                setTyped(event.target.value);
                setEmpty(false);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) analyze();
              }}
            />
            <div className={styles.foot} id="description-size" data-bad={over || empty ? true : undefined}>
              <span>{sizeText(description)}</span>
              {over && <span role="alert">{t`Too long. Split it into separate processes.`}</span>}
              {empty && <span role="alert">{t`Paste or write a description first.`}</span>}
            </div>
          </div>
        </FileDrop>
        <aside className={styles.side}>
          <TextField
            label={t`Title`}
            optional
            maxLength={200}
            placeholder={t`Taken from the text`}
            value={title}
            onChange={(event) => {
              setNamed(event.target.value);
            }}
          />
          <SelectField
            label={t({ message: 'Domain', context: 'of work' })}
            value={domain}
            onChange={(event) => {
              setDomain(event.target.value as Domain | '');
            }}
          >
            <option value="">{t`Found from the text`}</option>
            {domains.map((one) => (
              <option key={one} value={one}>
                {domainWords(one)}
              </option>
            ))}
          </SelectField>
          <div className={styles.samples}>
            <h2>{t`Or start from a sample`}</h2>
            <ul>
              {samples.data?.map((one) => (
                <li key={one.key}>
                  <button
                    type="button"
                    className={styles.sample}
                    aria-pressed={typed === undefined && sample === one.key}
                    onClick={() => {
                      setTyped(undefined);
                      setEmpty(false);
                      void navigate({ to: '.', search: { sample: one.key }, replace: true });
                    }}
                  >
                    <span>{one.title}</span>
                    <small>{domainWords(one.domain)}</small>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </aside>
        <div className={styles.actions}>
          <QuotaNotice />
          {start.isError && <Notice kind="bad">{describe(start.error)}</Notice>}
          <Button
            look="primary"
            type="submit"
            busy={start.isPending}
            disabled={over || quota?.level === 'reached'}
          >
            {t`Analyze`}
          </Button>
          <p className={styles.note}>
            {t`Takes seconds with the built-in rules. The text stays on this server unless a model is configured.`}
          </p>
        </div>
      </form>
    </Page>
  );
}
