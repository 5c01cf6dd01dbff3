interface Share {
  readonly most: number;
  readonly ofOneSite: number;
}

/** As many of these links, in their order, as may be looked at in one go without being a burden to any site. */
export function politeShare<Link extends { readonly url: string }>(links: readonly Link[], { most, ofOneSite }: Share): readonly Link[] {
  const taken = new Map<string, number>();
  const share = links.filter(({ url }) => {
    const site = URL.parse(url)?.host ?? url;
    const count = (taken.get(site) ?? 0) + 1;
    taken.set(site, count);
    return count <= ofOneSite;
  });
  return share.slice(0, most);
}
