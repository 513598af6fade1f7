import { useQuery } from '@tanstack/react-query';
import { useParams, useRouterState } from '@tanstack/react-router';
import { usePresence } from '@/api/live';
import { Presence } from '@/components/Presence';
import { meOptions } from '@/api/account';

/** Who else is in the project that is open. */
export function Here() {
  const { projectId } = useParams({ strict: false });
  const place = useRouterState({ select: (state) => state.location.pathname.split('/')[3] });
  const me = useQuery(meOptions).data?.account.id;
  const { people, count } = usePresence(projectId ? `project:${projectId}` : null, place ?? 'overview');
  const others = people.filter((person) => person.id !== me);
  return <Presence people={others} count={count - (people.length - others.length)} />;
}
