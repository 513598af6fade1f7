import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { components } from '@/api/schema';
import { toastError } from '@/components/toast-store';

export type Member = components['schemas']['MemberRead'];
export type Role = Member['role'];
export type Invitation = components['schemas']['InvitationRead'];
export type Team = components['schemas']['TeamRead'];
export type CustomRole = components['schemas']['CustomRoleRead'];
export type Permission = components['schemas']['Permission'];

export const membersOptions = queryOptions({
  queryKey: keys.members,
  queryFn: ({ signal }) => data(client.GET('/api/v1/members', { signal })),
});

export const invitationsOptions = queryOptions({
  queryKey: keys.invitations,
  queryFn: ({ signal }) => data(client.GET('/api/v1/invitations', { signal })),
});

export const teamsOptions = queryOptions({
  queryKey: keys.teams,
  queryFn: ({ signal }) => data(client.GET('/api/v1/teams', { signal })),
});

export const customRolesOptions = queryOptions({
  queryKey: keys.customRoles,
  queryFn: ({ signal }) => data(client.GET('/api/v1/custom-roles', { signal })),
});

/** Something done to who belongs here; afterwards everything about it is asked for again. */
export function useDeed<T, R>(act: (given: T) => Promise<R>, onSuccess?: (answer: R) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess,
    onError: toastError,
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.members }),
        cache.invalidateQueries({ queryKey: keys.invitations }),
        cache.invalidateQueries({ queryKey: keys.teams }),
        cache.invalidateQueries({ queryKey: keys.customRoles }),
      ]),
  });
}
