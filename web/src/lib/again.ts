/** Parts of the page that are fetched when they are needed: while the server is away they are asked for again, calmly. */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** A loader that does not fail: it asks until it has what it loads. */
export function untilThere<T>(
  load: () => Promise<T>,
  beforeNext: (milliseconds: number) => Promise<void> = pauseAndRenew,
): () => Promise<T> {
  return async () => {
    for (let milliseconds = FIRST_PAUSE; ; milliseconds = Math.min(milliseconds * 2, LONGEST_PAUSE)) {
      try {
        return await load();
      } catch {
        await beforeNext(milliseconds);
      }
    }
  };
}

async function pauseAndRenew(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  renewFailedStyles();
}

/** The bundler asks for a style sheet once only; one that never came is put into the page anew. */
function renewFailedStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (!hasCome(link)) link.replaceWith(link.cloneNode());
  }
}

/** Browsers give a sheet that never came as none, as one without rules, or as one that may not be read. */
function hasCome(link: HTMLLinkElement): boolean {
  try {
    return (link.sheet?.cssRules.length ?? 0) > 0;
  } catch {
    return false;
  }
}
