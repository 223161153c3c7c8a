/** Why an operation was not carried out; the area stays as it was. The sentences are in `text/`. */
export interface DraftProblem {
  readonly code:
    /** A shape for the operation has crossing edges, or none at all. */
    | 'shape-unsound'
    /** Nothing would be left of the area. */
    | 'nothing-left'
    /** The two areas have nothing in common but edges. */
    | 'no-overlap'
    /** The line meets itself, or its straight continuation does. */
    | 'line-crosses-itself'
    /** The line does not run through the area from side to side. */
    | 'line-does-not-divide'
    /** The radius is not a positive number, or the circle would leave the map. */
    | 'radius-invalid'
    /** The outcome has crossing edges after rounding: nothing was changed. */
    | 'outcome-unsound';
}
