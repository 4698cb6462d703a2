/** What a criterion gives when one side left it blank; never counted as agreement or disagreement. */
export const NO_EVIDENCE = -1;
