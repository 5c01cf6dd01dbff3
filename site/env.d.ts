declare namespace App {
  interface Locals {
    /** Why the error page is shown. */
    failure?: { readonly reference: string; readonly unavailable: boolean };
  }
}
