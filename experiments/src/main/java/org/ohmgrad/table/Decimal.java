package org.ohmgrad.table;

/** The decimal mark of a table's numbers. */
public enum Decimal {
    /** The table itself tells: the first number with a mark decides, and all others must have the same. */
    AUTO,
    /** 0.5; commas then part fields. */
    POINT,
    /** 0,5; semicolons, tabs or blanks then part fields. */
    COMMA
}
