import { useQueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import type { Me } from './types';

/** Whether the person may do something in the organization where they work; the server decides anew at each request. */
export function useMay(permission: Me['permissions'][number]): boolean {
  return useQueryClient().getQueryData<Me>(keys.me)?.permissions.includes(permission) ?? false;
}
