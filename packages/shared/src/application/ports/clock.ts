/** The current instant in epoch ms. */
export type Clock = () => number;
