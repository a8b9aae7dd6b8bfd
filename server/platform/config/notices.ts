import type { Settings } from './settings.ts';

/** How customers are told things without asking. Times are local, as `HH:MM`. */
export type NoticeConfig = {
  quietHours: { from: string; until: string } | null;
  joinMinutes: number;
  deadlineDays: number;
  /** Suomi.fi messages; undefined: not in use. */
  suomifi: SuomifiConfig | undefined;
};

export type SuomifiConfig = {
  url: string;
  username: string;
  password: string;
  serviceId: string;
  /** Printing and posting by the service; undefined: electronic messages only. */
  paper: { username: string; password: string; email: string; sender: string[] } | undefined;
};

const service = ['SUOMIFI_URL', 'SUOMIFI_USERNAME', 'SUOMIFI_PASSWORD', 'SUOMIFI_SERVICE_ID'] as const;
const paper = ['SUOMIFI_PAPER_USERNAME', 'SUOMIFI_PAPER_PASSWORD', 'SUOMIFI_PAPER_EMAIL', 'SUOMIFI_PAPER_SENDER'] as const;

export function noticeConfigOf(read: Settings): NoticeConfig {
  const [from = '', until = ''] = read.QUIET_HOURS.split('-');
  return {
    quietHours: read.QUIET_HOURS === 'off' ? null : { from, until },
    joinMinutes: read.NOTICE_JOIN_MINUTES,
    deadlineDays: read.DEADLINE_NOTICE_DAYS,
    suomifi: suomifiOf(read),
  };
}

/** Settings that are there in part: what a half of them would do, nobody has meant. */
export function noticeContradictions(read: Settings): string[] {
  const missing = (names: readonly (keyof Settings)[], what: string) =>
    names.some((name) => read[name])
      ? names.filter((name) => !read[name]).map((name) => `${name}: required with the other settings of ${what}`)
      : [];
  const whole = missing(service, 'Suomi.fi messages').concat(missing(paper, 'paper by Suomi.fi messages'));
  return read.SUOMIFI_PAPER_USERNAME && !read.SUOMIFI_URL ? [...whole, 'SUOMIFI_URL: required with paper by Suomi.fi messages'] : whole;
}

function suomifiOf(read: Settings): SuomifiConfig | undefined {
  const { SUOMIFI_URL: url, SUOMIFI_USERNAME: username, SUOMIFI_PASSWORD: password, SUOMIFI_SERVICE_ID: serviceId } = read;
  return url && username && password && serviceId ? { url, username, password, serviceId, paper: paperOf(read) } : undefined;
}

function paperOf(read: Settings): SuomifiConfig['paper'] {
  const {
    SUOMIFI_PAPER_USERNAME: username,
    SUOMIFI_PAPER_PASSWORD: password,
    SUOMIFI_PAPER_EMAIL: email,
    SUOMIFI_PAPER_SENDER: sender,
  } = read;
  return username && password && email && sender ? { username, password, email, sender } : undefined;
}
