/** True in a bundle that was built without `PUBLIC_URL`: a demonstration board. */
declare const __DEMONSTRATION__: boolean;
