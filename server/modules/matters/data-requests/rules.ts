/** GDPR art. 12(3): without delay, and in a month at the latest. */
export const DUE = { months: 1 };

/** Days before the month is over in which those who answer are reminded. */
export const REMIND_DAYS = 7;

/** Days between telling the person that a restriction is lifted and its end, so that they can object (GDPR art. 18(3)). */
export const LIFT_DAYS = 7;
