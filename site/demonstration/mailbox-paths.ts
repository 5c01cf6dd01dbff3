/** Addresses that only a demonstration has; what names them is only in its bundle. */
export const mailboxPath = '/dev/mailbox';

export function mailPath(id: string): string {
  return `${mailboxPath}/${id}`;
}

/** Its HTML, for the frame. */
export function mailHtmlPath(id: string): string {
  return `/api/dev/mailbox/${id}/html`;
}
