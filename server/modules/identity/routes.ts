import type { FastifyInstance } from 'fastify';
import { customerAccess } from './customers/access.ts';
import { customerTerms } from './customers/claims.ts';
import { customerSignInRoutes } from './customers/routes.ts';
import { linkRoutes } from './links/routes.ts';
import type { IdentityDeps } from './settings.ts';
import { openIdProvider } from './sign-in/provider.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { staffTerms } from './sign-in/staff-terms.ts';

export function identityRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { oidc, customerOidc } = deps;
  signInRoutes(app, { ...deps, provider: openIdProvider(oidc, staffTerms(oidc)) });
  const customerProvider = customerOidc && openIdProvider(customerOidc, customerTerms(customerOidc.acr));
  customerSignInRoutes(app, { ...deps, customerProvider }, customerAccess(deps));
  linkRoutes(app, deps);
}
