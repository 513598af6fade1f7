/** What acts are called, in the reader's language. */
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { AuditEntry } from '@/api/types';

const acts: Record<string, MessageDescriptor> = {
  'account.registered': msg`Signed up`,
  'account.registered_again': msg`Sign-up with an address that has an account`,
  'account.email_verified': msg`Confirmed the address`,
  'account.suspended': msg`Account suspended`,
  'account.deleted': msg`Deleted the account`,
  'sign_in.succeeded': msg`Signed in`,
  'sign_in.refused': msg`Sign-in refused`,
  'sign_in.proved_again': msg`Proved who they are once more`,
  'session.ended': msg`Session ended`,
  'security.totp_added': msg`Added an authenticator app`,
  'security.totp_removed': msg`Removed the authenticator app`,
  'security.email_codes_added': msg`Turned on codes by mail`,
  'security.email_codes_removed': msg`Turned off codes by mail`,
  'security.sms_added': msg`Turned on codes by SMS`,
  'security.sms_removed': msg`Turned off codes by SMS`,
  'security.passkey_added': msg`Added a passkey`,
  'security.passkey_removed': msg`Removed a passkey`,
  'security.recovery_codes_made': msg`Made new recovery codes`,
  'security.recovery_code_used': msg`Used a recovery code`,
  'security.password_changed': msg`Changed the password`,
  'security.password_reset': msg`Reset the password by mail`,
  'security.codes_blocked': msg`Wrong codes several times`,
  'password.reset_asked': msg`Link for a new password mailed`,
  'email.change_asked': msg`Asked for another address`,
  'email.changed': msg`Changed the address`,
  'email.reverted': msg`Took the change of address back`,
  'api_key.created': msg`Made an API key`,
  'api_key.rotated': msg`Replaced an API key`,
  'api_key.revoked': msg`Revoked an API key`,
  'provider.connected': msg`Connected a provider`,
  'provider.disconnected': msg`Disconnected a provider`,
  'program.allowed': msg`Let a program know who they are`,
  'program.forbidden': msg`Took the consent to a program back`,
  'program.tokens_ended': msg`Tokens of a program ended`,
  'program.registered': msg`Program registered`,
  'device.approved': msg`Let a device in`,
  'keys.rotated': msg`Signing keys renewed`,
  'organization.created': msg`Organization created`,
  'organization.chosen': msg`Went on in this organization`,
  'organization.renamed': msg`Organization renamed`,
  'member.invited': msg`Invited somebody`,
  'invitation.revoked': msg`Took an invitation back`,
  'invitation.declined': msg`Invitation declined`,
  'member.joined': msg`Joined the organization`,
  'member.role_changed': msg`Role changed`,
  'role.created': msg`Made a role`,
  'role.changed': msg`Changed a role`,
  'role.deleted': msg`Deleted a role`,
  'domain.added': msg`Claimed a domain`,
  'domain.verified': msg`Proved to own a domain`,
  'domain.changed': msg`Chose who may join by a domain`,
  'domain.removed': msg`Gave a domain up`,
  'member.joined_by_domain': msg`Joined by a domain`,
  'member.removed': msg`Member removed`,
  'member.left': msg`Left the organization`,
  'ownership.transferred': msg`Ownership transferred`,
  'team.created': msg`Team created`,
  'team.renamed': msg`Team renamed`,
  'team.deleted': msg`Team deleted`,
  'team.member_added': msg`Added somebody to a team`,
  'team.member_removed': msg`Removed somebody from a team`,
  'mcp_server.written': msg`MCP server set`,
  'mcp_server.approved': msg`MCP server approved`,
  'mcp_server.suspected': msg`MCP server offers other tools than approved`,
  'mcp_server.removed': msg`MCP server removed`,
  'permission.denied': msg`Permission denied`,
  'audit.exported': msg`Exported the audit`,
};

export function actName(action: string): string {
  const known = acts[action];
  return known ? i18n._(known) : action;
}

/** Who did it. */
export function actorName({ actor, actor_kind }: AuditEntry): string {
  if (actor) return actor.name ?? t`Former member`;
  return actor_kind === 'installation' ? t`This installation` : t`Somebody unknown`;
}

/** What of it is told beside its name: the values of its details, in short. */
export function inShort(details: AuditEntry['details']): string {
  return Object.values(details).map(plainly).join(' · ');
}

/** A value as it reads: `wrong_password` is a name for programs. */
export function plainly(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return /^[a-z_, ]+$/.test(text) ? text.replaceAll('_', ' ') : text;
}
