import { render, type VNode } from 'preact';

/** First on the page after the link to its content, so that the keyboard comes there early; what is said stands ready beside it. */
export function show(said: string, banner?: VNode): void {
  const root = document.querySelector('#consent') ?? document.createElement('div');
  root.id = 'consent';
  if (!root.isConnected) document.querySelector('.skip')?.after(root);
  render(
    [
      <p key="said" class="unseen" role="status">
        {said}
      </p>,
      banner,
    ],
    root,
  );
}

/** Before something may be said: what appears together with its words is not read out. */
export function standReady(): void {
  if (document.querySelector('#consent') === null) show('');
}
