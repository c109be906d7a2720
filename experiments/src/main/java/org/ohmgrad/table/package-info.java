/** Tables from instruments, spreadsheets and programs, read in a stream: one reader for all that the program takes in. */
@NullMarked
package org.ohmgrad.table;

import org.jspecify.annotations.NullMarked;
