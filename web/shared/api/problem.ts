import type { Problem } from '../../../server/platform/http/problems.ts';

export type FieldFault = NonNullable<Problem['errors']>[number];

/** A refusal as the server explains it (RFC 9457). `detail` is a sentence for people, in their language. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldFault[];
  /** Fields that a rule of the field refuses; `detail` says why. */
  readonly fields: readonly string[];

  constructor(problem: {
    status: number;
    code: string;
    detail?: string | undefined;
    requestId?: string | undefined;
    errors?: readonly FieldFault[];
    fields?: readonly string[];
  }) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.fields = problem.fields ?? [];
  }
}

/** No answer came: the network or the server is away. Whether a change arrived is not known. */
export const noAnswer = 'no-answer';

export function isNoAnswer(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === noAnswer;
}

export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** Whatever an answer that is no success holds, even when it is not from us (a proxy's page). */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const isOurs = response.headers.get('content-type')?.includes('json') ?? false;
  const body = isOurs ? await response.json().catch(() => undefined) : undefined;
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return new ApiProblem({
    status: response.status,
    code: problem.code ?? `http-${response.status}`,
    detail: problem.detail,
    requestId: problem.requestId ?? requestId,
    errors: problem.errors ?? [],
    fields: problem.fields ?? [],
  });
}
