import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { systemClock } from '../../../platform/clock/clock.ts';
import { Unavailable } from '../../../platform/errors.ts';
import type { MandateKind, MandateRegister, Principal } from './types.ts';

export type MandateSettings = { url: string; clientId: string; apiKey: string; oauthSecret: string };

/** Milliseconds. */
const TIMEOUT = 10_000;
/** The API's names of mandates for a person and for a company. */
const MODES: Record<MandateKind, string> = { person: 'hpa', company: 'ypa' };

const Registered = z.object({ sessionId: z.string().max(200), userId: z.string().max(200) });
const Token = z.object({ access_token: z.string() });
const Delegates = z.array(z.object({ personId: z.string(), name: z.string() }));
const Allowed = z.object({ result: z.string() });
/** Which of the service's own roles the mandate is for, as set in the register's rule engine. */
const Roles = z.object({ roles: z.array(z.string().max(200)).default([]) });
const Organisations = z.array(z.object({ identifier: z.string(), name: z.string(), roles: z.array(z.string()) }));

/** The Web API of Suomi.fi e-Authorizations. Identity codes are in its addresses: they are never logged, nor part of an error. */
export function suomifiMandates(settings: MandateSettings): MandateRegister {
  const { url, clientId } = settings;
  return {
    async open(kind, identityCode, requestId) {
      const path = `/service/${MODES[kind]}/user/register/${clientId}/${encodeURIComponent(identityCode)}?requestId=${requestId}`;
      return ask(settings, path, Registered);
    },

    choosing(userId, back, state, language) {
      const query = { client_id: clientId, response_type: 'code', redirect_uri: back, user: userId, state, lang: language };
      return new URL(`${url}/oauth/authorize?${new URLSearchParams(query)}`);
    },

    async chosen(kind, sessionId, code, back, requestId) {
      const token = await tokenFor(settings, code, back);
      const at = (rest: string) => `/service/${MODES[kind]}/api/${rest}?requestId=${requestId}`;
      const session = encodeURIComponent(sessionId);
      if (kind === 'company') return ask(settings, at(`organizationRoles/${session}`), Organisations, token);
      const people = await ask(settings, at(`delegate/${session}`), Delegates, token);
      const allowed: Principal[] = [];
      for (const { personId, name } of people) {
        const { result } = await ask(settings, at(`authorization/${session}/${encodeURIComponent(personId)}`), Allowed, token);
        if (result !== 'ALLOWED') continue;
        const { roles } = await ask(settings, at(`authorizationlist/${session}/${encodeURIComponent(personId)}`), Roles, token);
        allowed.push({ identifier: personId, name, roles });
      }
      return allowed;
    },
  };
}

async function tokenFor({ url, clientId, oauthSecret }: MandateSettings, code: string, back: string): Promise<string> {
  const query = new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: back, code });
  const authorization = `Basic ${Buffer.from(`${clientId}:${oauthSecret}`).toString('base64')}`;
  return (await answer(`${url}/oauth/token?${query}`, Token, { method: 'POST', headers: { authorization } })).access_token;
}

async function ask<T>(settings: MandateSettings, path: string, shape: z.ZodType<T>, token?: string): Promise<T> {
  const headers = { 'X-AsiointivaltuudetAuthorization': signed(settings, path), ...(token ? { authorization: `Bearer ${token}` } : {}) };
  return answer(settings.url + path, shape, { headers });
}

/** `clientId timestamp signature`: HMAC-SHA256 of the path with its query and the time. */
export function signed(
  { clientId, apiKey }: Pick<MandateSettings, 'clientId' | 'apiKey'>,
  path: string,
  at = systemClock.now().toString(),
): string {
  return `${clientId} ${at} ${createHmac('sha256', apiKey).update(`${path} ${at}`).digest('base64')}`;
}

async function answer<T>(address: string, shape: z.ZodType<T>, init: RequestInit): Promise<T> {
  try {
    const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return shape.parse(await response.json());
  } catch {
    // The cause may quote the address, and that holds an identity code.
    throw new Unavailable('mandates-unavailable');
  }
}
