import type { AstroIntegration } from 'astro';

/** Pages that only a demonstration has. They do not lie in `site/pages`, so that no other bundle can hold them. */
export function demonstrationPages(): AstroIntegration {
  return {
    name: 'demonstration-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/dev/mailbox', entrypoint: './site/demonstration/mailbox.astro' });
        injectRoute({ pattern: '/dev/persona', entrypoint: './site/demonstration/persona.astro' });
        injectRoute({ pattern: '/dev/mailbox/[id]', entrypoint: './site/demonstration/mail.astro' });
      },
    },
  };
}
