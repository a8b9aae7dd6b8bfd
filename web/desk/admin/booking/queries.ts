import { useQuery } from '@tanstack/react-query';
import {
  listBookables,
  listComing,
  listConflicts,
  listConflictsAt,
  listResources,
  readChoices,
} from '../../../shared/api/booking-setup.ts';

const home = ['admin', 'booking'] as const;

/** `all`: a change of one thing may move free times and conflicts of the others. */
export const keys = {
  all: home,
  services: [...home, 'services'] as const,
  resources: [...home, 'resources'] as const,
  visitSetting: (pointId: string) => [...home, 'visit-setting', pointId] as const,
  choices: [...home, 'choices'] as const,
  conflicts: [...home, 'conflicts'] as const,
  conflictsAt: (pointId: string) => [...home, 'conflicts-at', pointId] as const,
  coming: (pointId: string) => [...home, 'coming', pointId] as const,
  otherTimes: (appointmentId: string) => [...home, 'conflicts', appointmentId] as const,
};

export const useServices = () => useQuery({ queryKey: keys.services, queryFn: listBookables });
export const useResources = () => useQuery({ queryKey: keys.resources, queryFn: listResources });
export const useChoices = () => useQuery({ queryKey: keys.choices, queryFn: readChoices });
export const useConflicts = () => useQuery({ queryKey: keys.conflicts, queryFn: listConflicts });
export const useConflictsAt = (pointId: string) =>
  useQuery({ queryKey: keys.conflictsAt(pointId), queryFn: () => listConflictsAt(pointId) });
export const useComing = (pointId: string) => useQuery({ queryKey: keys.coming(pointId), queryFn: () => listComing(pointId) });
