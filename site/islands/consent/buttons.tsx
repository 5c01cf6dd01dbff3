interface ButtonsProps {
  readonly buttons: readonly (readonly [label: string, press: () => void])[];
}

/** Choices of one size, one level and one look. */
export function Buttons({ buttons }: ButtonsProps) {
  return (
    <div class="consent-buttons">
      {buttons.map(([label, press]) => (
        <button key={label} type="button" class="button plain" onClick={press}>
          {label}
        </button>
      ))}
    </div>
  );
}
