/** Names of what is cached, shared so that one feature can mark another's data as stale. */
export const keys = {
  me: ['me'] as const,
  instance: ['instance'] as const,
  mailbox: ['mailbox'] as const,
  projects: ['projects'] as const,
  project: (id: string) => ['projects', id] as const,
  tasks: (projectId: string) => ['tasks', projectId] as const,
  activity: (projectId: string) => ['activity', projectId] as const,
  workflows: (projectId: string) => ['workflows', 'of', projectId] as const,
  workflow: (id: string) => ['workflows', 'one', id] as const,
  diagram: (id: string) => ['workflows', 'diagram', id] as const,
  samples: ['workflows', 'samples'] as const,
};
