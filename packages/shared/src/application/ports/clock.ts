/** The current instant in epoch ms. */
export type Clock = () => number;

/** Resolves after so many ms; on the same time as the Clock beside it. */
export type Wait = (ms: number) => Promise<void>;
