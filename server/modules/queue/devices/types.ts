/** A paired kiosk, display or computer: it acts at its own point only. */
export type Device = { kind: 'device'; deviceId: string; pointId: string; deviceKind: 'kiosk' | 'display' | 'computer'; name: string };
