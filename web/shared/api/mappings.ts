import type { ArrangementInput } from '../../../server/modules/customers/schema.ts';
import type {
  Confirmation,
  MappingChange,
  MappingColleagues,
  MappingHandOver,
  MappingList,
  MappingPage,
  PictureVariant,
  ShownToCustomer,
} from '../../../server/modules/matters/mapping/schema.ts';
import { request } from './request.ts';

const at = (id: string) => `/api/mappings/${id}`;

export const startMapping = (matterId: string) => request<{ id: string }>('POST', `/api/matters/${matterId}/mappings`);
export const mappingsOfMatter = (matterId: string) => request<MappingList>('GET', `/api/matters/${matterId}/mappings`);
export const openMappings = () => request<MappingList>('GET', '/api/mappings');
export const readMapping = (id: string) => request<MappingPage>('GET', at(id));
export const readShown = (id: string, lang?: PictureVariant) =>
  request<ShownToCustomer>('GET', `${at(id)}/shown${lang ? `?lang=${lang}` : ''}`);
export const answer = (id: string, change: MappingChange) => request<{ version: number }>('PATCH', at(id), change);
export const noteArrangement = (id: string, input: Pick<ArrangementInput, 'kind'> & Partial<ArrangementInput>) =>
  request<{ id: string }>('POST', `${at(id)}/arrangements`, input);
export const interruptMapping = (id: string) => request<void>('POST', `${at(id)}/interruptions`);
export const takeMapping = (id: string, insteadOf: string | null) => request<void>('PUT', `${at(id)}/keeper`, { insteadOf });
export const handOnMapping = (id: string, input: MappingHandOver) => request<void>('POST', `${at(id)}/hand-overs`, input);
export const mappingColleagues = (id: string) => request<MappingColleagues>('GET', `${at(id)}/colleagues`);
export const dropMapping = (id: string) => request<void>('DELETE', at(id));
export const writePicture = (id: string, variant: PictureVariant, text: string | null) =>
  request<{ text: string; version: number }>('PUT', `${at(id)}/pictures/${variant}`, { text });
export const decideMapping = (id: string) => request<void>('PUT', `${at(id)}/decision`);
export const takeDecisionBack = (id: string) => request<void>('DELETE', `${at(id)}/decision`);
export const confirmMapping = (id: string, how: Confirmation['how']) => request<void>('PUT', `${at(id)}/confirmation`, { how });
export const agreeToNames = (matterId: string, agreed: boolean) => request<void>('PUT', `/api/matters/${matterId}/naming`, { agreed });
export const picturePrintAddress = (id: string, lang: PictureVariant) => `/print/mappings/${id}?lang=${lang}`;
