/** Stages of a solve as the caller numbers them. */
export const AUCTION: i32 = 0;
export const PATHS: i32 = 1;

/** Tells the caller how far a stage is; the caller throws when the solve is cancelled. */
export declare function tick(stage: i32, done: i32, total: i32): void;
