import type { FastifyRequest } from 'fastify';
import type { Access } from '../../../platform/http/access.ts';
import type { IdentityDeps } from '../settings.ts';
import type { LinkHolder } from '../types.ts';
import { heldLink } from './cookie.ts';
import { openLink } from './service.ts';

export type LinkDeps = Pick<IdentityDeps, 'db' | 'clock' | 'publicUrl'>;

const key = (holder: LinkHolder): string => `link:${holder.linkId}`;

/** Who has opened a secret link in this browser: for routes under `/a`. */
export function linkHolderAccess(deps: LinkDeps): Access<LinkHolder> {
  return { name: 'link holder', key, admit: (request) => openLink(deps, heldLink(request, deps)) };
}

/** Who is just opening one: refusals are counted by address, so that links cannot be guessed at speed. */
export function openingLinkAccess(deps: LinkDeps): Access<LinkHolder> {
  return { name: 'opening a link', key, admit: (request) => openLink(deps, tokenInAddress(request)) };
}

export function tokenInAddress(request: FastifyRequest): string | undefined {
  return (request.params as { token?: string }).token;
}
