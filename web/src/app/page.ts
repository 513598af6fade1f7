import { lazyRouteComponent } from '@tanstack/react-router';
import { untilThere } from '@/lib/again';

/** A page that loads when it is first opened, and waits for the server where it is away. */
export const page: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(untilThere(load), name);
