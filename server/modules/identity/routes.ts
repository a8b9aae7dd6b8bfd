import type { FastifyInstance } from 'fastify';
import { linkRoutes } from './links/routes.ts';
import type { IdentityDeps } from './settings.ts';
import { openIdProvider } from './sign-in/provider.ts';
import { signInRoutes } from './sign-in/routes.ts';

export function identityRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  signInRoutes(app, { ...deps, provider: openIdProvider(deps.oidc) });
  linkRoutes(app, deps);
}
