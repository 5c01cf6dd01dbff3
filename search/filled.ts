/** Asks whether an engine has been given all that there is, until it has. */
export type Filled = (ask: () => Promise<boolean>) => Promise<boolean>;

/** Remembers a yes. */
export function rememberFilled(): Filled {
  let isFilled = false;
  return async (ask) => {
    isFilled ||= await ask();
    return isFilled;
  };
}
