import type { ComponentChildren } from 'preact';
import type { NoticeCategory, NoticeService } from '#worker/consent/model/consent-notice.ts';

interface PanelCategoryProps {
  readonly category: NoticeCategory;
  /** Ids of the services that are switched on. */
  readonly wanted: readonly string[];
  readonly change: (wanted: readonly string[]) => void;
}

/** A category with its switch, and each of its services with one of its own. */
export function PanelCategory({ category, wanted, change }: PanelCategoryProps) {
  const { id, name, text, none, services } = category;
  const ids = services.map((service) => service.id);
  const on = ids.filter((one) => wanted.includes(one)).length;
  const set = (some: readonly string[], checked: boolean) =>
    change([...wanted.filter((one) => !some.includes(one)), ...(checked ? some : [])]);
  return (
    <section>
      <div class="head">
        <h3 id={`consent-${id}`}>{name}</h3>
        {ids.length > 0 && (
          <Switch
            labelledBy={`consent-${id}`}
            checked={on === ids.length}
            mixed={on > 0 && on < ids.length}
            change={(checked) => set(ids, checked)}
          />
        )}
      </div>
      <p>{text}</p>
      {ids.length === 0 && <p class="quiet">{none}</p>}
      {services.map((service) => (
        <Service key={service.id} service={service}>
          <Switch
            labelledBy={`consent-${service.id}`}
            checked={wanted.includes(service.id)}
            mixed={false}
            change={(checked) => set([service.id], checked)}
          />
        </Service>
      ))}
    </section>
  );
}

interface ServiceProps {
  readonly service: NoticeService;
  readonly children: ComponentChildren;
}

/** What a service does, who gets what, and what it leaves behind: before anybody switches it on. */
function Service({ service: { id, name, text, recipient, stores }, children }: ServiceProps) {
  return (
    <div class="service">
      <div class="head">
        <h4 id={`consent-${id}`}>{name}</h4>
        {children}
      </div>
      <p>{text}</p>
      <p class="quiet">
        {recipient} {stores}
      </p>
    </div>
  );
}

interface SwitchProps {
  readonly labelledBy: string;
  readonly checked: boolean;
  /** Some of what it stands for is on, some off. */
  readonly mixed: boolean;
  readonly change: (checked: boolean) => void;
}

function Switch({ labelledBy, checked, mixed, change }: SwitchProps) {
  return (
    <input
      type="checkbox"
      class="switch"
      aria-labelledby={labelledBy}
      checked={checked}
      indeterminate={mixed}
      autocomplete="off"
      onChange={({ currentTarget }) => change(currentTarget.checked)}
    />
  );
}
