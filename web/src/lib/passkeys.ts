/** The browser's part of passkeys: between the server's documents and `navigator.credentials`. */

type Document = Record<string, unknown>;

/** Whether this browser can use passkeys on this page: they need a name as host, and https or localhost. */
export function canUsePasskeys(): boolean {
  const host = window.location.hostname;
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  return window.isSecureContext && !isAddress && 'PublicKeyCredential' in window;
}

export async function makePasskey(options: Document): Promise<Document> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return asDocument(await navigator.credentials.create({ publicKey }));
}

export async function askPasskey(options: Document): Promise<Document> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  return asDocument(await navigator.credentials.get({ publicKey }));
}

/** Closing the browser's own window is no error worth words. */
export function wasDismissed(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

/** What the browser throws when a person closes its window. */
export function dismissal(): DOMException {
  // eslint-disable-next-line lingui/no-unlocalized-strings -- the browser's own name of it
  return new DOMException('', 'NotAllowedError');
}

function asDocument(credential: Credential | null): Document {
  if (!(credential instanceof PublicKeyCredential)) throw dismissal();
  const shown: unknown = credential.toJSON();
  return shown as Document;
}
