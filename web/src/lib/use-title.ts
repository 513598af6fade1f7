import { useEffect } from 'react';

const product = 'CODITECT';

/** Names the browser tab after the page. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), product].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
