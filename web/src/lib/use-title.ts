import { useEffect } from 'react';
import { useProduct } from './product';

/** Names the browser tab after the page. */
export function useTitle(...parts: (string | undefined)[]): void {
  const product = useProduct();
  const title = [...parts.filter(Boolean), product].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
