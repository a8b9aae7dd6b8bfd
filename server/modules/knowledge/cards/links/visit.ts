import { get as getOverHttp, type IncomingMessage } from 'node:http';
import { get as getOverHttps } from 'node:https';
import { isPlainlyOutOfReach, lookupWithin, type Reach } from '../../../../platform/reach.ts';
import type { LinkFault } from '../schema.ts';

/** `unknown`: this machine could not ask, which is no fault of the link. */
export type Found = 'works' | 'unknown' | LinkFault;

const MOST_TURNS = 5;

/**
 * Whether a page answers at the address, following where it sends one on; each turn is held to the same reach. Nothing of the page is read.
 * A page that asks who one is, or has had enough of visitors, is there.
 */
export async function visit(url: string, reach: Reach): Promise<Found> {
  const until = AbortSignal.timeout(reach.withinMs);
  let at = url;
  for (let turn = 0; turn <= MOST_TURNS; turn += 1) {
    const step = await stepTo(at, reach, until);
    if (typeof step === 'string') return step;
    at = step.to;
  }
  return 'astray';
}

async function stepTo(url: string, reach: Reach, until: AbortSignal): Promise<Found | { to: string }> {
  if (!URL.canParse(url)) return 'astray';
  const place = new URL(url);
  if (!/^https?:$/.test(place.protocol)) return 'astray';
  if (isPlainlyOutOfReach(reach, place.hostname)) return 'no-such-name';
  try {
    const { status, location } = await headOf(place, reach, until);
    if (status >= 300 && status < 400 && location) return URL.canParse(location, url) ? { to: new URL(location, url).href } : 'astray';
    if (status === 404 || status === 410) return 'not-found';
    return status >= 500 ? 'server-error' : 'works';
  } catch (error) {
    return faultOf(error);
  }
}

/** The beginning of the answer. The page itself is asked for, since many servers refuse HEAD; its body is never read. */
function headOf(place: URL, reach: Reach, until: AbortSignal): Promise<{ status: number; location: string | undefined }> {
  const options = {
    agent: false,
    signal: until,
    lookup: lookupWithin(reach),
    maxHeaderSize: 32_768,
    headers: { 'user-agent': 'Polku link check', accept: 'text/html,*/*;q=0.5' },
  } as const;
  return new Promise((resolve, reject) => {
    const heard = (answer: IncomingMessage) => {
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      answer.destroy();
    };
    const request = place.protocol === 'https:' ? getOverHttps(place, options, heard) : getOverHttp(place, options, heard);
    request.on('error', reject);
  });
}

function faultOf(error: unknown): Found {
  const code = String((error as { code?: unknown }).code ?? '');
  if (code === 'ENOTFOUND' || code === 'ENODATA') return 'no-such-name';
  if (code === 'EAI_AGAIN' || code === 'ENETUNREACH') return 'unknown';
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER/.test(code) ? 'certificate' : 'no-answer';
}
