import { createLog } from '../server/platform/log/log.ts';
import { buildStaleApps } from '../server/web-apps.ts';

/** Once, before each worker's service would build them at the same time into the same folder. */
export default async function buildWebApps(): Promise<void> {
  await buildStaleApps(createLog('warn'));
}
