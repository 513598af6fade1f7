/* A strict program of another maker (openid-client) signs in with us. Reads one JSON of what to do, writes one of what came. */
import * as client from 'openid-client';
import { createInterface } from 'node:readline/promises';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value);
const write = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const given = await read();
const method = given.secret ? client.ClientSecretBasic(given.secret) : client.None();
const config = await client.discovery(new URL(given.issuer), given.clientId, undefined, method, {
  execute: [client.allowInsecureRequests],
});
const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const parameters = {
  redirect_uri: given.redirectUri,
  scope: given.scope,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
};
write({ location: client.buildAuthorizationUrl(config, parameters).href });

const { back } = await read();
const tokens = await client.authorizationCodeGrant(config, new URL(back), {
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
  idTokenExpected: true,
});
const claims = tokens.claims();
const person = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
let refreshed = null;
let afterRevocation = null;
if (tokens.refresh_token) {
  const next = await client.refreshTokenGrant(config, tokens.refresh_token);
  refreshed = next.claims();
  await client.tokenRevocation(config, next.refresh_token);
  try {
    await client.refreshTokenGrant(config, next.refresh_token);
  } catch (error) {
    afterRevocation = error.error ?? String(error);
  }
}
const leave = client.buildEndSessionUrl(config, {
  id_token_hint: tokens.id_token,
  post_logout_redirect_uri: given.redirectUri,
}).href;
write({ claims, person, refreshed, afterRevocation, leave, accessToken: tokens.access_token, idToken: tokens.id_token });
process.exit(0);
