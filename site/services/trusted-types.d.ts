/** What TypeScript's own types of the browser do not know yet; absent in browsers without Trusted Types. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

declare const trustedTypes: TrustedTypePolicyFactory | undefined;
