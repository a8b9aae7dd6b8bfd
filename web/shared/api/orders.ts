import type { Order, OrderChange, OrderInput, OrderTask } from '../../../server/modules/matters/orders/schema.ts';
import { request } from './request.ts';

export const matterOrders = (matterId: string) => request<{ orders: Order[] }>('GET', `/api/matters/${matterId}/orders`);
export const orderTasks = () => request<{ orders: OrderTask[] }>('GET', '/api/orders');
export const orderLanguage = (matterId: string, input: OrderInput, key: string) =>
  request<{ id: string }>('POST', `/api/matters/${matterId}/orders`, input, { idempotencyKey: key });
export const changeOrder = (id: string, change: OrderChange) => request<void>('PATCH', `/api/orders/${id}`, change);
