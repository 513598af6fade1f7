import { t } from '@lingui/core/macro';
import { switchOrganization } from '@/api/account';
import type { Me } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { toastError } from '@/components/toast-store';

/** In place of a page of an organization that one belongs to no more. */
export function Removed({ me }: { me: Me }) {
  const other = me.organizations[0];
  const name = other?.name ?? '';
  return (
    <EmptyState
      title={t`You are no longer a member of this organization`}
      action={
        other && (
          <Button
            look="primary"
            onClick={() => {
              switchOrganization(other.id).catch(toastError);
            }}
          >
            {t`Go on in ${name}`}
          </Button>
        )
      }
    >
      {t`You left it, or somebody removed you. What is yours elsewhere is as it was.`}
    </EmptyState>
  );
}
