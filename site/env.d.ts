declare namespace App {
  interface Locals {
    /** Why the error page is shown. */
    failure?: { readonly reference: string; readonly unavailable: boolean };
    /** Who is signed in, once a part of the page has asked. */
    session?: Promise<import('#worker/accounts/model/session-view.ts').SessionView | null>;
  }
}
