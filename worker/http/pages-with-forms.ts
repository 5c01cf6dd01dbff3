/** Pages that handle a form of their own; every other page can only be read. Without a language segment. */
export const PAGES_WITH_FORMS: ReadonlySet<string> = new Set(['/cookies/choices', '/california/choices']);
