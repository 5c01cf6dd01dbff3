const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Miniflare would end the process at once on a signal; who runs the Worker closes everything in order, then ends. */
export function withoutSignalHandlers<T>(make: () => T): T {
  const before = SIGNALS.map((signal) => new Set(process.listeners(signal)));
  const made = make();
  SIGNALS.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) if (!before[index]?.has(listener)) process.removeListener(signal, listener);
  });
  return made;
}
