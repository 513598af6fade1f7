import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { ArrowUp } from 'lucide-react';
import { useCallback, useState } from 'react';
import { keys } from '@/api/keys';
import { Button, buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useTitle } from '@/lib/use-title';
import { Feed } from './Feed';
import styles from './Feed.module.css';
import { activityOptions, actorsOptions } from './queries';
import { periodLabel, periods, type Story, themeLabel, themes } from './story';
import { useActivityStream } from './use-activity-stream';

const route = getRouteApi('/app/projects/$projectId/activity');
/** Who has read so far down would lose their place if news pushed it away. */
const FAR_DOWN = 160;

export function ActivityPage() {
  const { projectId } = route.useParams();
  const story = route.useSearch();
  const filtered = Boolean(story.actor ?? story.theme ?? story.since);
  const feed = useInfiniteQuery(activityOptions(projectId, story));
  const { hidden, showNews } = useNews(projectId, filtered);
  const activities = feed.data?.pages.flatMap((page) => page.items).filter((one) => !hidden.has(one.id));
  useTitle(t`Activity`);
  return (
    <Page title={t`Activity`}>
      <Filters projectId={projectId} story={story} />
      {hidden.size > 0 && (
        <button type="button" className={styles.news} onClick={showNews}>
          <ArrowUp size={14} strokeWidth={2} aria-hidden />
          {plural(hidden.size, { one: '# new', other: '# new' })}
        </button>
      )}
      {feed.isPending && <SkeletonRows count={6} height={56} />}
      {feed.isError && <QueryError query={feed} />}
      {activities?.length === 0 && filtered && (
        <p className={styles.nothing}>{t`Nothing of this kind has happened.`}</p>
      )}
      {activities?.length === 0 && !filtered && (
        <EmptyState
          title={t`Nothing has happened yet`}
          action={
            <Link
              to="/projects/$projectId/analyses/new"
              params={{ projectId }}
              className={buttonClass('primary')}
            >
              {t`New analysis`}
            </Link>
          }
        >
          {t`Whatever people and agents do in this project is told here, with who and why.`}
        </EmptyState>
      )}
      {activities && activities.length > 0 && <Feed activities={activities} />}
      {feed.hasNextPage && (
        <div className={styles.older}>
          <Button busy={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
            {t`Show older`}
          </Button>
        </div>
      )}
    </Page>
  );
}

const NONE: ReadonlySet<string> = new Set<string>();

/** News come at once to whoever is at the top, and wait behind a quiet mark for whoever reads further down. */
function useNews(projectId: string, filtered: boolean) {
  const cache = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(NONE);
  const onNews = useCallback(
    ({ id }: { id: string }) => {
      if (filtered) void cache.invalidateQueries({ queryKey: keys.activity(projectId) });
      else if (window.scrollY > FAR_DOWN) setHidden((old) => new Set([...old, id]));
    },
    [cache, filtered, projectId],
  );
  useActivityStream(projectId, onNews);
  const showNews = () => {
    setHidden(NONE);
    window.scrollTo({ top: 0, behavior: 'smooth' });
  };
  return { hidden, showNews };
}

function Filters({ projectId, story }: { projectId: string; story: Story }) {
  const navigate = route.useNavigate();
  const actors = useQuery(actorsOptions(projectId));
  const set = (change: Story) => void navigate({ to: '.', search: { ...story, ...change } });
  const clean = (value: string) => value || undefined;
  return (
    <div className={styles.filters} role="group" aria-label={t`Filters`}>
      <select
        aria-label={t`Who`}
        value={story.actor ?? ''}
        onChange={(event) => {
          set({ actor: clean(event.target.value) });
        }}
      >
        <option value="">{t`Everybody`}</option>
        {actors.data?.map((actor) => {
          const key = actor.id ?? `${actor.kind}:${actor.name}`;
          return (
            <option key={key} value={key}>
              {actor.name}
            </option>
          );
        })}
      </select>
      <select
        aria-label={t`What`}
        value={story.theme ?? ''}
        onChange={(event) => {
          set({ theme: themes.find((one) => one === event.target.value) });
        }}
      >
        <option value="">{t`Everything`}</option>
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {i18n._(themeLabel[theme])}
          </option>
        ))}
      </select>
      <select
        aria-label={t`When`}
        value={story.since ?? ''}
        onChange={(event) => {
          set({ since: periods.find((one) => one === event.target.value) });
        }}
      >
        <option value="">{t`Any time`}</option>
        {periods.map((period) => (
          <option key={period} value={period}>
            {i18n._(periodLabel[period])}
          </option>
        ))}
      </select>
    </div>
  );
}
