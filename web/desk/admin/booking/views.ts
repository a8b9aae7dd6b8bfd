export const bookingTabs = ['services', 'resources', 'bus', 'moves'] as const;
export type BookingTab = (typeof bookingTabs)[number];

export const isBookingTab = (word: string | undefined): word is BookingTab => bookingTabs.some((tab) => tab === word);
