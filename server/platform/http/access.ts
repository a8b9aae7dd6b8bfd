import type { FastifyRequest } from 'fastify';

/** Who may call a route. Every route names one; identity builds them (`staff`, `link`, `device` ...). */
export interface Access<C> {
  readonly name: string;
  /** Throws Unauthenticated (401), Forbidden (403) or NotFound (404); runs before the body is read. */
  admit(request: FastifyRequest): Promise<C>;
  /**
   * A stable name of the caller without personal data (`person:<id>`, `device:<id>`, `link:<id>`): what rate limits and
   * idempotency keys are counted by. Callers without one are counted by their address.
   */
  key?(caller: C): string | undefined;
  /** How the credential travels, as an OpenAPI security scheme. */
  readonly scheme?:
    | { type: 'apiKey'; in: 'cookie' | 'header' | 'query'; name: string }
    | { type: 'http'; scheme: 'bearer'; description: string };
}

export const anyone: Access<undefined> = { name: 'anyone', admit: async () => undefined };
