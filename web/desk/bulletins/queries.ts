import { useQuery } from '@tanstack/react-query';
import { type BulletinView, bulletinsOfService, listBulletins, readReaders } from '../../shared/api/bulletins.ts';
import { keys } from '../queries.ts';

export const useBulletins = (view: BulletinView) => useQuery({ queryKey: [...keys.bulletins, view], queryFn: () => listBulletins(view) });
export const useBulletinsOf = (serviceId: string) =>
  useQuery({ queryKey: [...keys.bulletins, 'service', serviceId], queryFn: () => bulletinsOfService(serviceId) });
export const useReaders = (id: string) => useQuery({ queryKey: [...keys.bulletins, 'readers', id], queryFn: () => readReaders(id) });
