import type { FastifyInstance } from 'fastify';
import type { FileDriver } from '../../platform/files/driver.ts';
import type { Log } from '../../platform/log/log.ts';
import type { StaffAccess } from '../identity/types.ts';
import { boardRoutes } from './board/routes.ts';
import { computerRoutes } from './computers/routes.ts';
import { deviceRoutes } from './devices/routes.ts';
import { displayRoutes } from './displays/routes.ts';
import { disturbanceRoutes } from './disturbances/routes.ts';
import { figuresRoutes } from './figures/routes.ts';
import { followingRoutes } from './following/page-routes.ts';
import { pushRoutes } from './following/push/routes.ts';
import type { Pushing } from './following/push/service.ts';
import { kioskRoutes } from './kiosk/routes.ts';
import { setUpRoutes } from './points/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import type { PrinterPlaces } from './printing/reach.ts';
import { printingRoutes } from './printing/routes.ts';
import { recordingRoutes } from './recordings/routes.ts';
import { counterHelpRoutes } from './serving/help/routes.ts';
import { servingRoutes } from './serving/routes.ts';
import { slideRoutes } from './slides/routes.ts';
import type { Reception } from './visits/reception.ts';
import { visitRoutes } from './visits/routes.ts';
import { waitsRoutes } from './waits/routes.ts';

export type QueueDeps = Reception & Pushing & StaffAccess & { speechFolder: string; log: Log; files: FileDriver; printers: PrinterPlaces };

export function queueRoutes(app: FastifyInstance, deps: QueueDeps): void {
  boardRoutes(app, deps);
  visitRoutes(app, deps);
  servingRoutes(app, deps);
  counterHelpRoutes(app, deps);
  setUpRoutes(app, deps);
  deviceRoutes(app, deps);
  kioskRoutes(app, deps);
  const speaking = { ...deps, voice: { folder: deps.speechFolder, log: deps.log } };
  displayRoutes(app, speaking);
  recordingRoutes(app, speaking);
  slideRoutes(app, deps);
  presenceRoutes(app, deps);
  followingRoutes(app, deps);
  pushRoutes(app, deps);
  waitsRoutes(app, deps);
  figuresRoutes(app, deps);
  disturbanceRoutes(app, deps);
  computerRoutes(app, deps);
  printingRoutes(app, deps);
}
