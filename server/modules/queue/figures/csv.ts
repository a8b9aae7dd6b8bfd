import { type Cell, csvTable } from '../../../platform/http/csv.ts';
import type { Names } from '../../directory/types.ts';
import type { Figures, Group } from './schema.ts';

const columns = [
  ...['group', 'name', 'visits', 'steps', 'wait_median_s', 'wait_p90_s', 'wait_longest_s', 'within_target_share'],
  ...['service_median_s', 'service_p90_s', 'service_longest_s', 'whole_median_s', 'whole_p90_s', 'whole_longest_s'],
  ...['abandoned_share', 'no_show_share', 'steps_per_visit', 'median_error_min', 'held_in_range_share'],
] as const;

type Row = Partial<Record<(typeof columns)[number], Cell>> & { group: string; name: string };

/** The same figures as a table; a group that is not told of is "hidden". */
export function figuresCsv(figures: Figures, language: keyof Names): string {
  const { visitors, steps, byQueue, byOrganisation, byHour, byWeekday, byTeam, byNeed, accuracy } = figures;
  const rows: Row[] = [
    {
      ...{ group: 'visitor', name: 'whole visit', visits: few(visitors.visits) },
      ...spread('wait', visitors.wait),
      ...spread('whole', visitors.whole),
      ...{ abandoned_share: visitors.abandoned, no_show_share: visitors.noShow, steps_per_visit: visitors.steps },
    },
    groupRow('step', 'all', steps),
    ...byQueue.map((group) => groupRow('queue', group.name[language], group)),
    ...byOrganisation.map((group) => groupRow('organisation', group.name[language], group)),
    ...byHour.map((group) => groupRow('hour', String(group.hour), group)),
    ...byWeekday.map((group) => groupRow('weekday', String(group.weekday), group)),
    ...byTeam.map((group) => groupRow('team', group.name[language], group)),
    ...byNeed.map((group) => groupRow('need', group.need ?? 'none', group)),
    ...(['first', 'latest'] as const).flatMap((which) => [
      accuracyRow(`estimate ${which}`, 'all', accuracy[which]),
      ...accuracy.byQueue.map((queue) => accuracyRow(`estimate ${which}`, queue.name[language], queue[which])),
    ]),
  ];
  return csvTable(columns, rows);
}

function groupRow(group: string, name: string, { visits, steps, wait, within, service, abandoned, noShow }: Group): Row {
  const shares = { within_target_share: within, abandoned_share: abandoned, no_show_share: noShow };
  return { group, name, visits: few(visits), steps, ...spread('wait', wait), ...spread('service', service), ...shares };
}

function spread(of: 'wait' | 'service' | 'whole', it: Group['wait']): Partial<Row> {
  return it ? { [`${of}_median_s`]: it.median, [`${of}_p90_s`]: it.p90, [`${of}_longest_s`]: it.longest } : {};
}

function accuracyRow(group: string, name: string, { visits, medianErrorMinutes, held }: Figures['accuracy']['first']): Row {
  return { group, name, visits: few(visits), median_error_min: medianErrorMinutes, held_in_range_share: held };
}

const few = (visits: number | null): Cell => visits ?? 'hidden';
