/** The look of `your-data.html`: it fetches nothing, follows the reader's colours, and prints as a document. */
export const COPY_STYLE = `
:root { color-scheme: light dark; --line: #8888; --quiet: light-dark(#5b626b, #a3a9b1); }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: Georgia, serif; line-height: 1.25; margin: 2em 0 0.5em; }
h1 { margin-top: 0; }
p, li { max-width: 44rem; }
.quiet { color: var(--quiet); }
dl { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: 0.25rem 1.5rem; border-top: 1px solid var(--line); padding-top: 0.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } dl, tr { break-inside: avoid; } }
`;
