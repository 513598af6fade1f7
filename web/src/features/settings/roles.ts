import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Me } from '@/api/types';

export type Role = Me['organizations'][number]['role'];

export const roleNames: Record<Role, MessageDescriptor> = {
  owner: msg`Owner`,
  admin: msg`Administrator`,
  developer: msg`Developer`,
  analyst: msg`Analyst`,
  billing: msg`Billing`,
  viewer: msg`Viewer`,
};
