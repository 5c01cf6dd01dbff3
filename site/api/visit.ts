/** What the API needs to know of the request that a page answers: whose cookies, which signal, which browser, from where. */
export type Visit = Readonly<Record<string, string>>;

const HANDED_ON = ['Cookie', 'Sec-GPC', 'User-Agent', 'CF-IPCountry', 'CF-Connecting-IP'] as const;

export function visitOf(request: Request): Visit {
  return Object.fromEntries(
    HANDED_ON.flatMap((name) => {
      const value = request.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}
