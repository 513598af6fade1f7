/** The one live connection of this page, for hooks. Answers say how far they are, so that nothing falls between them and it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { type Connection, isCut, Live, type LiveEvent } from '@/lib/stream/live';
import { sessionFetch } from './session';

export { isCut, type Connection, type LiveEvent };

let whenRefused: () => void = () => undefined;

/** What to do when the organization may not be followed any more; set once by the application. */
export function onRefused(handler: () => void): void {
  whenRefused = handler;
}

const live = new Live({
  url: new URL('/api/v1/stream', window.location.origin).href,
  fetch: async (request) => {
    const response = await sessionFetch(request);
    if (response.status === 403) whenRefused();
    return response;
  },
  client: crypto.getRandomValues(new Uint32Array(3)).join('-'),
});

window.addEventListener('online', live.hurry);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') live.hurry();
});

interface Listening {
  onEvent: (event: LiveEvent) => void;
  /** Events were missed for good; by default everything that is shown is asked for again. */
  onReset?: () => void;
  /** The position of what is shown already; without it nothing is missed since the page was loaded. */
  after?: number | null;
}

/** Hear what happens to a subject while the component is there; null hears nothing. */
export function useSubject(subject: string | null, { onEvent, onReset, after }: Listening): void {
  const cache = useQueryClient();
  const hear = useEffectEvent((event: LiveEvent) => {
    onEvent(event);
  });
  const reset = useEffectEvent(() => {
    if (onReset) onReset();
    else void cache.invalidateQueries();
  });
  const start = useEffectEvent(() => after);
  useEffect(() => {
    if (subject === null) return;
    return live.follow(
      subject,
      {
        onEvent: (event) => {
          hear(event);
        },
        onReset: () => {
          reset();
        },
      },
      start(),
    );
  }, [subject]);
}

/** How the line is, which is never how a run is. */
export function useConnection(): Connection {
  return useSyncExternalStore(live.watch, live.connection);
}

export interface Present {
  id: string;
  name: string;
  pages: string[];
}

const nobody: { people: Present[]; count: number } = { people: [], count: 0 };

/** Be seen at a subject, and see who else is; whose pages are open twice is there once. */
export function usePresence(subject: string | null, page: string | null = null): typeof nobody {
  const [there, setThere] = useState({ subject, ...nobody });
  useSubject(subject, {
    onEvent: ({ event, data }) => {
      if (event === 'presence') setThere({ subject, ...(data as typeof nobody) });
    },
  });
  useEffect(() => {
    if (subject !== null) return live.appear(subject, page);
  }, [subject, page]);
  return there.subject === subject ? there : nobody;
}
