/** The languages that the interface is written in: one catalogue of messages each, in `site/messages`. */
export const INTERFACE_LANGUAGES = ['en'] as const;
