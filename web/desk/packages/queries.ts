import { useQuery } from '@tanstack/react-query';
import { listPackages, readPackage } from '../../shared/api/packages.ts';
import { keys } from '../queries.ts';

export const usePackages = () => useQuery({ queryKey: keys.packages, queryFn: async () => (await listPackages()).packages });
export const usePackage = (id: string) => useQuery({ queryKey: [...keys.packages, id], queryFn: () => readPackage(id) });
