/** This moment on the wire (ISO 8601), by the device's own clock. */
export const presentMoment = (): string => new Date().toISOString();
