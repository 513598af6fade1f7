/** Parts of the page that are fetched when they are needed: while the server is away they are asked for again, calmly. */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;
/** So many failures while the server answers mean that the part is gone: a newer version has taken its place. */
const MISSES = 3;

/** What the page would load is there no more; only a page that is loaded anew fits the server. */
export class PartGone extends Error {
  constructor(cause: unknown) {
    // The router knows parts that are gone by these words, and loads the page that is gone to anew.
    // eslint-disable-next-line lingui/no-unlocalized-strings -- for the router, not for people
    super(`Failed to fetch dynamically imported module: ${String(cause)}`, { cause });
  }
}

export interface World {
  pause: (milliseconds: number) => Promise<void>;
  /** Whether the server answers at all. */
  answers: () => Promise<boolean>;
}

/** A loader that asks until it has what it loads; throws `PartGone` where the server answers and has it no more. */
export function untilThere<T>(load: () => Promise<T>, world: World = browser): () => Promise<T> {
  return async () => {
    let misses = 0;
    for (let milliseconds = FIRST_PAUSE; ; milliseconds = Math.min(milliseconds * 2, LONGEST_PAUSE)) {
      try {
        return await load();
      } catch (error) {
        if (await world.answers()) misses += 1;
        if (misses === MISSES) throw new PartGone(error);
        await world.pause(milliseconds);
      }
    }
  };
}

const browser: World = {
  pause: async (milliseconds) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    renewFailedStyles();
  },
  answers: () =>
    fetch('/health/live', { cache: 'no-store' }).then(
      (response) => response.ok,
      () => false,
    ),
};

const failedStyles = new Set<HTMLLinkElement>();

// Such an event does not bubble, and the link itself does not tell afterwards.
if (typeof document !== 'undefined') {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedStyles.add(target);
    },
    true,
  );
}

/** The bundler asks for a style sheet once only; one that never came is put into the page anew. */
function renewFailedStyles(): void {
  for (const link of failedStyles) link.replaceWith(link.cloneNode());
  failedStyles.clear();
}
